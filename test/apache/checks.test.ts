import { apache, Boundedness, FindingSeverity, FlinkStorage, HighAvailability } from '../../src';
import { checkFlinkDeployment, defaultUpgradeMode } from '../../src/apache/checks';
import { PlanOptions } from '../../src/plan/plan-options';
import { findingText } from '../../src/private/findings';
import { problemsOf } from '../harness/findings';
import { JOB, plannedForOperator } from '../plan/planned';

const { UpgradeMode } = apache;
const problems = (options: Partial<PlanOptions> = {}, upgradeMode?: apache.UpgradeMode) => checkFlinkDeployment(plannedForOperator(options), upgradeMode).map(findingText);
const stored = { storage: FlinkStorage.s3('s3://acme/orders') };
const NO_STORAGE = "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix'). (upgrade-without-storage)";

test.each(['kubernetes.cluster-id', 'kubernetes.namespace', 'high-availability.cluster-id'])('%s is the operator\'s to set', (option) => {
  expect(problems({ configuration: { [option]: 'x' } })).toEqual([
    `'${option}' is configured, and the operator refuses it because it sets it by itself. Leave it out. (option-set-by-operator)`,
  ]);
});

test.each([
  ['kubernetes.container.image.ref', 'flink:1.20', 'image'],
  ['kubernetes.container.image.pull-policy', 'Always', 'imagePullPolicy'],
  ['kubernetes.service-account', 'x', 'jobManager.serviceAccount'],
  ['kubernetes.jobmanager.service-account', 'x', 'jobManager.serviceAccount'],
  ['kubernetes.taskmanager.service-account', 'x', 'taskManager.serviceAccount'],
  ['kubernetes.jobmanager.replicas', 1, 'jobManager.replicas'],
  ['kubernetes.jobmanager.cpu.amount', 3, 'jobManager.cpu'],
  ['kubernetes.taskmanager.cpu.amount', 3, 'taskManager.cpu'],
  ['kubernetes.pod-template-file.jobmanager', '/x.yaml', 'jobManager.pod'],
])('%s has a prop, by which the operator is told', (option, content, prop) => {
  expect(problems({ configuration: { [option]: content } })).toEqual([
    `'${option}' is configured, and the operator has a field for it in the resource. Set '${prop}' instead. (option-set-by-operator)`,
  ]);
});

test.each(['execution.target', '$internal.pipeline.job-id', 'kubernetes.internal.jobmanager.entrypoint.class'])('%s is decided by the operator', (option) => {
  expect(problems({ configuration: { [option]: 'x' } })).toEqual([`'${option}' is configured, and the operator sets it by itself. Leave it out. (option-set-by-operator)`]);
});

test('a ServiceAccount of the TaskManagers by its prop is no contradiction', () => {
  expect(problems({ taskManager: { serviceAccount: { name: 'readers' } } } as Partial<PlanOptions>)).toEqual([]);
});

test('options of the operator\'s own are taken', () => {
  const options = { configuration: { 'kubernetes.operator.reconcile.interval': '30 s', 'job.autoscaler.enabled': true } };
  expect([...problems(options), ...problemsOf(plannedForOperator(options))]).toEqual([]);
});

test('an upgrade mode asks for a job', () => {
  expect(problems({}, UpgradeMode.SAVEPOINT)).toEqual([
    "upgradeMode is savepoint, and a session cluster has no job to upgrade. Leave it out, or set 'job'. (upgrade-mode-without-job)",
  ]);
  expect(problems({}, UpgradeMode.STATELESS)).toHaveLength(1);
  expect(problems()).toEqual([]);
});

test.each<[apache.UpgradeMode, string, Partial<PlanOptions>, string[]]>([
  [UpgradeMode.STATELESS, 'nothing', {}, []],
  [UpgradeMode.SAVEPOINT, 'storage', stored, []],
  [UpgradeMode.SAVEPOINT, 'nothing', {}, [
    `upgradeMode is savepoint, and there is no checkpoint directory ('execution.checkpointing.dir'). ${NO_STORAGE}`,
    `upgradeMode is savepoint, and there is no savepoint directory ('execution.checkpointing.savepoint-dir'). ${NO_STORAGE}`,
  ]],
  [UpgradeMode.LAST_STATE, 'storage and high availability', { ...stored, highAvailability: HighAvailability.kubernetes() }, []],
  [UpgradeMode.LAST_STATE, 'storage', stored, [
    "upgradeMode is last-state without high availability: when the JobManager is lost, the last state is not known. Set 'highAvailability: HighAvailability.kubernetes()', or use UpgradeMode.SAVEPOINT. (last-state-without-high-availability)",
  ]],
])('upgrade mode %s with %s', (upgradeMode, _, options, expected) => {
  expect(problems({ job: JOB, ...options }, upgradeMode)).toEqual(expected);
});

const elected = { ...stored, highAvailability: HighAvailability.kubernetes() };
const directory = { configuration: { 'execution.checkpointing.dir': 's3://acme/orders' } };

test.each<[apache.UpgradeMode, string, Partial<PlanOptions>]>([
  [UpgradeMode.LAST_STATE, 'high availability', elected],
  [UpgradeMode.SAVEPOINT, 'storage alone', stored],
  [UpgradeMode.STATELESS, 'a checkpoint directory alone', directory],
  [UpgradeMode.STATELESS, 'no storage', {}],
])('without a word, the upgrade mode is %s with %s', (mode, _, options) => {
  expect(defaultUpgradeMode(plannedForOperator({ job: JOB, ...options }))).toBe(mode);
});

test('that an upgrade loses the state of a job is a warning, unless the user has asked for it or the job ends', () => {
  const ids = (options: Partial<PlanOptions>, mode?: apache.UpgradeMode) => checkFlinkDeployment(plannedForOperator(options), mode).map(({ id, severity }) => [id, severity]);
  expect(ids({ job: JOB })).toEqual([['stateless-upgrade', FindingSeverity.WARNING]]);
  expect(ids({ job: JOB, ...stored })).toEqual([]);
  expect(ids({ job: JOB }, UpgradeMode.STATELESS)).toEqual([]);
  expect(ids({ job: { ...JOB, boundedness: Boundedness.BOUNDED } })).toEqual([]);
});

test('a number of TaskManagers is a warning in a session, and fits the parallelism of a job', () => {
  const ids = (options: Partial<PlanOptions>) => checkFlinkDeployment(plannedForOperator(options), options.job && UpgradeMode.STATELESS).map(({ id, severity }) => [id, severity]);
  expect(ids({ taskManager: { replicas: 3 } })).toEqual([['replicas-on-demand', FindingSeverity.WARNING]]);
  expect(ids({ job: { ...JOB, parallelism: 6 }, taskManager: { replicas: 3, slots: 2 } })).toEqual([]);
  expect(ids({ job: { ...JOB, parallelism: 5 }, taskManager: { replicas: 3, slots: 2 } })).toEqual([['replicas-over-parallelism', FindingSeverity.ERROR]]);
});

test('a secret that the operator cannot pass is not sent to secretConfiguration', () => {
  expect(problemsOf(plannedForOperator({ configuration: { 's3.secret-key': 'x' } })).join()).not.toContain('secretConfiguration');
});
