import { ClusterPlan, RolePlan } from './plan';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { reads } from '../configuration/readers';
import { JobManagerDiscovery } from '../features/feature';
import { flagProblems } from '../features/jvm';
import { complaint } from '../private/remedy';

/** Options that only work together with what a prop brings, and options that do nothing. */
export function checkOptions(plan: ClusterPlan): string[] {
  return [
    ...checkElection(plan), ...checkExposure(plan), ...checkHost(plan), ...checkReporters(plan), ...checkJvmOptions(plan), ...checkTwins(plan),
    ...checkRole(plan.jobManager), ...checkRole(plan.taskManager),
  ];
}

function checkElection({ configuration, jobManager, discovery }: ClusterPlan): string[] {
  const problems: string[] = [];
  const elected = discovery === JobManagerDiscovery.LEADER_ELECTION;
  const type = configuration.text('high-availability.type');
  if (type && !['none', 'standalone'].includes(type.toLowerCase()) && !elected) {
    problems.push(complaint(`'high-availability.type' is '${type}' by configuration alone, without the permissions and addresses that go with it`,
      "Set 'highAvailability', for example HighAvailability.kubernetes()"));
  }
  if (elected && jobManager.configuration.text('jobmanager.rpc.address')) {
    problems.push(complaint("'jobmanager.rpc.address' is configured, and with high availability each JobManager goes by its own address", 'Leave it out'));
  }
  return problems;
}

/** Who opens the REST API says who protects it. */
function checkExposure({ configuration, rest }: ClusterPlan): string[] {
  const type = configuration.text('kubernetes.rest-service.exposed.type');
  return type === undefined || type === rest.serviceType ? [] : [complaint(
    `'kubernetes.rest-service.exposed.type' is '${type}' by configuration, and the REST API asks nobody for a password`,
    "Leave it out and set 'rest', for example RestService.loadBalancer({ protection: RestProtection.EXTERNAL })")];
}

function checkHost({ taskManager: { configuration, replicas } }: ClusterPlan): string[] {
  const host = configuration.text('taskmanager.host');
  return host && replicas > 1 ? [complaint(`'taskmanager.host' is '${host}' for all ${replicas} TaskManagers, and only one of them could register`,
    'Leave it out: each then goes by its pod\'s address')] : [];
}

/** Options of a reporter go to the reporter unread, so the catalog lets every name through; this one is Flink's. */
function checkReporters({ version, configuration }: ClusterPlan): string[] {
  return configuration.all().filter(({ key }) => /^metrics\.reporter\.[^.]+\.class$/.test(key) && !FlinkOptionCatalog.of(version).find(key)).map(({ key }) => complaint(
    `'${key}' is an option of Flink 1.x, and Flink ${version.line} would start no reporter and say nothing`,
    `Write '${key.replace(/class$/, 'factory.class')}' with the name of the factory, or set 'metrics', for example MetricsReporter.prometheus()`));
}

function checkJvmOptions({ jobManager, taskManager }: ClusterPlan): string[] {
  return [jobManager, taskManager].flatMap(({ configuration }) => configuration.all()
    .filter(({ newest, owner }) => newest.startsWith('env.java.opts.') && owner !== 'jvmOptions')
    .flatMap(({ key, text }) => text.split(/\s+/).flatMap((flag) => flagProblems(`'${key}'`, flag))));
}

/** S3's file systems read each of their options by two spellings, `s3.path.style.access` and `s3.path-style-access`. */
function checkTwins({ configuration }: ClusterPlan): string[] {
  const ofS3 = configuration.all().filter(({ key }) => /^(s3|s3a|presto\.s3|fs\.s3a)\./.test(key));
  const spelled = (key: string) => key.replace(/-/g, '.');
  return ofS3.flatMap((option, i) => {
    const twin = ofS3.slice(0, i).find(({ key, text }) => spelled(key) === spelled(option.key) && text !== option.text);
    return twin ? [complaint(`'${twin.key}' is '${twin.text}' by ${twin.owner} and '${option.key}' is '${option.text}' by ${option.owner}: to S3 they are one option`, 'Drop one of the two')] : [];
  });
}

function checkRole({ role, configuration }: RolePlan): string[] {
  const other = role === 'jobManager' ? 'taskManager' : 'jobManager';
  return configuration.all().filter(({ strength, newest }) => strength === 'role' && !reads(role, newest)).map(({ key }) => complaint(
    `${role}.configuration sets '${key}', which only the ${other === 'jobManager' ? 'JobManager' : 'TaskManagers'} read`, `Put it into ${other}.configuration, or into 'configuration'`));
}
