import { ClusterPlan, JobPlan, RolePlan } from '../plan/plan';
import { PlanFinding, problem } from '../private/findings';

/** Arguments of a session cluster's JobManager. */
export function sessionJobManagerArgs({ version, jobManager }: ClusterPlan): string[] {
  const { 'jobmanager.rpc.address': host } = jobManager.dynamicProperties;
  if (version._facts.sessionDynamicProperties) return ['jobmanager', ...properties(jobManager)];
  // The only argument that older scripts accept is the host.
  return host ? ['jobmanager', host] : ['jobmanager'];
}

/** Arguments of a JobManager that runs one job. */
export function applicationJobManagerArgs({ version, jobManager }: ClusterPlan, job: JobPlan): string[] {
  return [
    'standalone-job',
    ...(needsJarsOption(job) && version._facts.jarsOption ? ['--jars', job.artifact.uri] : []),
    '--job-id', job.jobId,
    ...(job.restoreFrom ? ['--fromSavepoint', job.restoreFrom] : []),
    ...(job.allowNonRestoredState ? ['--allowNonRestoredState'] : []),
    ...properties(jobManager),
    ...(job.mainClass ? ['--job-classname', job.mainClass] : []),
    // Everything behind it is the program's, whatever it looks like.
    ...(job.args.length ? ['--', ...job.args] : []),
  ];
}

/** Arguments of a TaskManager. */
export function taskManagerArgs({ taskManager }: ClusterPlan): string[] {
  return ['taskmanager', ...properties(taskManager)];
}

/** What the arguments of the Flink version cannot express. */
export function checkArguments({ version, jobManager, job, namespace }: ClusterPlan): PlanFinding[] {
  const findings: PlanFinding[] = [];
  if (!job && !version._facts.sessionDynamicProperties) {
    for (const option of Object.keys(jobManager.dynamicProperties).filter((o) => o !== 'jobmanager.rpc.address')) {
      const own = jobManager.configuration.owner(option) !== undefined;
      findings.push(problem('unsupported-by-flink-version', `'${option}' must be an argument, and the session JobManager of Flink ${version.minorVersion} accepts none`,
        own ? "Put it into 'configuration', or use Flink 1.16 or newer"
          : option === 'kubernetes.namespace' && !namespace ? 'Set the namespace of the chart' : 'Use Flink 1.16 or newer', option));
    }
  }
  if (job && needsJarsOption(job) && !version._facts.jarsOption) {
    findings.push(problem('unsupported-by-flink-version', `job.artifact is ${job.artifact.imagePath ?? job.artifact.uri}, and Flink ${version.minorVersion} runs only jars in /opt/flink/usrlib`,
      'Put the jar there, or use Flink 1.19 or newer', 'job.artifact'));
  }
  return findings;
}

/** Jars in `usrlib` and `lib` are on the class path by themselves. */
function needsJarsOption(job: JobPlan): boolean {
  return !/^\/opt\/flink\/(usrlib|lib)\//.test(job.artifact.imagePath ?? '');
}

function properties(role: RolePlan): string[] {
  return Object.keys(role.dynamicProperties).sort().flatMap((option) => ['-D', `${option}=${role.dynamicProperties[option]}`]);
}
