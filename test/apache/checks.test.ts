import { apache, FlinkStorage, HighAvailability } from '../../src';
import { checkFlinkDeployment } from '../../src/apache/checks';
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

test('options of the operator\'s own are taken', () => {
  const options = { configuration: { 'kubernetes.operator.reconcile.interval': '30 s', 'job.autoscaler.enabled': true } };
  expect([...problems(options), ...problemsOf(plannedForOperator(options))]).toEqual([]);
});

test('an upgrade mode that keeps state asks for a job', () => {
  expect(problems({}, UpgradeMode.SAVEPOINT)).toEqual([
    "upgradeMode is savepoint, and a session cluster has no job to upgrade. Leave it out, or set 'job'. (upgrade-mode-without-job)",
  ]);
  expect(problems({}, UpgradeMode.STATELESS)).toEqual([]);
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
