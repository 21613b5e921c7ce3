import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { reads } from '../../configuration/readers';
import { JobManagerDiscovery } from '../../features/feature';
import { flagProblems } from '../../features/process/jvm';
import { PlanFinding, problem } from '../../private/findings';
import { canonical } from '../../private/plain';
import { ClusterPlan, RolePlan } from '../plan';

/** Options that work only together with what a prop adds, and options that have no effect. */
export function checkOptions(plan: ClusterPlan): PlanFinding[] {
  return [
    ...checkElection(plan), ...checkExposure(plan), ...checkHost(plan), ...checkRestore(plan), ...checkReporters(plan), ...checkJvmOptions(plan),
    ...checkDuplicateSpellings(plan), ...checkCredentials(plan),
    ...[plan.jobManager, plan.taskManager].flatMap((role) => [...checkRole(role), ...checkScriptOptions(role)]),
  ];
}

function checkElection({ configuration, discovery }: ClusterPlan): PlanFinding[] {
  const findings: PlanFinding[] = [];
  const elected = discovery === JobManagerDiscovery.LEADER_ELECTION;
  const type = configuration.text('high-availability.type');
  if (type && !['none', 'standalone'].includes(type.toLowerCase()) && !elected) {
    const alternative = /zookeeper/i.test(type) ? "HighAvailability.zooKeeper({ quorum: ['zookeeper-0.zookeeper:2181'] })" : 'HighAvailability.kubernetes()';
    findings.push(problem('high-availability-by-option-only', `'high-availability.type' is '${type}' in the configuration alone, without the permissions and addresses that it requires`,
      `Set 'highAvailability', for example ${alternative}, in place of the options`, 'high-availability.type'));
  }
  return findings;
}

/** Who exposes the REST API must say what protects it. */
function checkExposure({ configuration, rest }: ClusterPlan): PlanFinding[] {
  const type = configuration.text('kubernetes.rest-service.exposed.type');
  return type === undefined || type === rest.service.serviceType ? [] : [problem('rest-exposed-by-option',
    `'kubernetes.rest-service.exposed.type' is '${type}' in the configuration, and the REST API has no authentication`,
    "Leave it out and set 'rest', for example RestService.loadBalancer({ protection: RestProtection.EXTERNAL })", 'kubernetes.rest-service.exposed.type')];
}

/** Even a single TaskManager gets another address whenever its pod is replaced. */
function checkHost({ taskManager: { configuration } }: ClusterPlan): PlanFinding[] {
  const host = configuration.text('taskmanager.host');
  return host ? [problem('shared-task-manager-host', `'taskmanager.host' is '${host}' for every pod of TaskManagers, and at most one of them could register`,
    "Leave it out: each then uses its pod's address", 'taskmanager.host')] : [];
}

/** What is restored, said by the job and by an option: the JobManager's arguments would replace the option without a word. */
function checkRestore({ configuration, job }: ClusterPlan): PlanFinding[] {
  const said: [string, string, string | undefined][] = [
    ['execution.state-recovery.path', 'restoreFrom', job?.restoreFrom],
    ['execution.state-recovery.ignore-unclaimed-state', 'allowNonRestoredState', job?.allowNonRestoredState?.toString()],
  ];
  return said.flatMap(([option, prop, ofJob]) => {
    const text = configuration.text(option);
    const key = configuration.keyOf(option)!;
    return ofJob === undefined || text === undefined || text === ofJob ? [] : [problem('conflicting-options',
      `'${key}' is '${text}' by ${configuration.owner(key)}, and job.${prop} is '${ofJob}'`, `Leave '${key}' out`, key)];
  });
}

/** Options of a reporter are passed to the reporter unread, so the catalog accepts every name; this one is Flink's. */
function checkReporters({ version, configuration }: ClusterPlan): PlanFinding[] {
  return configuration.all().filter(({ key }) => /^metrics\.reporter\.[^.]+\.class$/.test(key) && !FlinkOptionCatalog.of(version).find(key)).map(({ key }) => problem('option-of-other-version',
    `'${key}' is an option of Flink 1.x, and Flink ${version.minorVersion} would start no reporter and report nothing`,
    `Write '${key.replace(/class$/, 'factory.class')}' with the name of the factory, or set 'metrics', for example MetricsReporter.prometheus()`, key));
}

function checkJvmOptions({ jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  return [jobManager, taskManager].flatMap(({ configuration }) => configuration.all()
    .filter(({ newestKey, owner }) => newestKey.startsWith('env.java.opts.') && owner !== 'jvmOptions')
    .flatMap(({ key, text }) => text.split(/\s+/).flatMap((flag) => flagProblems(`'${key}'`, flag))));
}

/** S3 file systems read each of their options by two spellings, `s3.path.style.access` and `s3.path-style-access`. */
function checkDuplicateSpellings({ configuration }: ClusterPlan): PlanFinding[] {
  const ofS3 = configuration.all().filter(({ key }) => /^(s3|s3a|presto\.s3|fs\.s3a)\./.test(key));
  const canonicalKey = (key: string) => key.replace(/-/g, '.');
  return ofS3.flatMap((option, i) => {
    const other = ofS3.slice(0, i).find(({ key, text }) => canonicalKey(key) === canonicalKey(option.key) && text !== option.text);
    return other ? [problem('conflicting-options', `'${other.key}' is '${other.text}' by ${other.owner} and '${option.key}' is '${option.text}' by ${option.owner}: S3 file systems read them as one option`, 'Remove one of the two', option.key)] : [];
  });
}

/** Credentials of S3 as environment, which file systems ignore where options give others. */
const S3_CREDENTIALS: readonly [RegExp, string][] = [[/\.access[.-]key$/, 'AWS_ACCESS_KEY_ID'], [/\.secret[.-]key$/, 'AWS_SECRET_ACCESS_KEY']];

function checkCredentials({ origins, taskManager: { pod: { env = [] }, dynamicProperties } }: ClusterPlan): PlanFinding[] {
  const entry = (variable: string) => canonical(env.find(({ name }) => name === variable)?.valueFrom);
  return Object.entries(dynamicProperties).filter(([key]) => /^(s3|s3a|presto\.s3|fs\.s3a)\./.test(key)).flatMap(([key, argument]) => {
    const variable = S3_CREDENTIALS.find(([names]) => names.test(key))?.[1];
    const storage = origins[`taskManager/env/${variable}`];
    const own = /^\$\((\w+)\)$/.exec(argument)?.[1];
    return !variable || !storage?.startsWith('storage') || (own && entry(own) === entry(variable)) ? [] : [problem('conflicting-options',
      `'${key}' is given as an argument by ${origins[`taskManager/arguments/${key}`]}, and as ${variable} by ${storage}, from another entry of a Secret`, 'Remove one of the two', key)];
  });
}

/** A role's own options are arguments, which the start scripts do not read. */
function checkScriptOptions({ role, configuration }: RolePlan): PlanFinding[] {
  const ofScripts = configuration.all().filter(({ precedence, newestKey }) => precedence === 'role' && newestKey.startsWith('env.'));
  return ofScripts.map(({ key }) => problem('option-of-start-script', `${role}.configuration sets '${key}', which the start script reads from the configuration file alone`,
    "Move it to 'configuration'", key));
}

function checkRole({ role, configuration }: RolePlan): PlanFinding[] {
  const other = role === 'jobManager' ? 'taskManager' : 'jobManager';
  return configuration.all().filter(({ precedence, newestKey }) => precedence === 'role' && !reads(role, newestKey)).map(({ key }) => problem('option-of-other-role',
    `${role}.configuration sets '${key}', which only ${other === 'jobManager' ? 'the JobManager reads' : 'the TaskManagers read'}`, `Move it to ${other}.configuration, or to 'configuration'`, key));
}
