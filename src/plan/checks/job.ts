import { secretArguments, secretWithin } from './secret-names';
import { JobOptions } from '../../job';
import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

/** Flink's upper bound: as many key groups can exist. */
const MAX_PARALLELISM = 32768;

/** The one job of a cluster that runs one. */
export function checkJob({ job, configuration }: ClusterPlan): PlanFinding[] {
  if (!job) return [];
  const batch = configuration.text('execution.runtime-mode') === 'BATCH' && !job.bounded;
  return [
    ...(batch ? [problem('unbounded-batch-job', "job.boundedness is UNBOUNDED and 'execution.runtime-mode' is BATCH, which Flink refuses for unbounded input", 'Remove one of the two', 'job.boundedness')] : []),
    ...jobProblems(job),
  ];
}

/** What is wrong with a job on any system. */
export function jobProblems(job: JobOptions & { readonly jobId: string }): PlanFinding[] {
  const findings: PlanFinding[] = [];
  if (job.parallelism !== undefined && !(Number.isInteger(job.parallelism) && job.parallelism >= 1)) {
    findings.push(problem('invalid-parallelism', `job.parallelism is ${job.parallelism}`, 'Write a whole number, 1 or more', 'job.parallelism'));
  }
  if (job.parallelism !== undefined && job.parallelism > MAX_PARALLELISM) {
    findings.push(problem('invalid-parallelism', `job.parallelism is ${job.parallelism}, and Flink allows ${MAX_PARALLELISM} at most`, `Write ${MAX_PARALLELISM} or less`, 'job.parallelism'));
  }
  if (!/^[0-9a-f]{32}$/i.test(job.jobId)) {
    findings.push(problem('invalid-job-id', `job.jobId is '${job.jobId}', which is not a Flink job id`, 'Write 32 hexadecimal digits, or leave it out', 'job.jobId'));
  }
  if (job.mainClass !== undefined && (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(job.mainClass) || /\.(class|java|jar)$/.test(job.mainClass))) {
    findings.push(problem('invalid-main-class', `job.mainClass is '${job.mainClass}', which is not the name of a Java class`, "Write its fully qualified name, for example 'io.acme.OrdersJob'", 'job.mainClass'));
  }
  if (job.restoreFrom !== undefined && !/^[a-z][a-z0-9+.-]*:\/[^\s]*$/.test(job.restoreFrom)) {
    findings.push(problem('invalid-restore-path', `job.restoreFrom is '${job.restoreFrom}', which is not a URI`, "Write the whole URI of the savepoint, for example 's3://bucket/savepoints/savepoint-9f2c1a'", 'job.restoreFrom'));
  }
  if (job.allowNonRestoredState && job.restoreFrom === undefined) {
    findings.push(problem('nothing-to-restore', 'job.allowNonRestoredState is set without job.restoreFrom, and has no effect', "Set 'restoreFrom', or leave it out", 'job.allowNonRestoredState'));
  }
  return [...findings, ...argumentProblems(job.args ?? [])];
}

/** Secrets among the arguments, by their names or within them. */
function argumentProblems(args: string[]): PlanFinding[] {
  const names = [...secretArguments(args), ...args.map(secretWithin).filter((name) => name !== undefined)];
  return names.map((name) => problem('secret-in-arguments', `job.args contains what looks like a secret ('${name}'), and arguments are visible in the pod and in the web UI`,
    'Put it into a Secret, pass it to the pod as environment (pod.env with secretKeyRef), and read it there in the job', 'job.args'));
}
