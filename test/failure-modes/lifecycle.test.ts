import { Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { configuration, flink, objects, pod, pods, the, warnings } from './synthesized';
import { apache, Boundedness, FlinkPlugin, FlinkStorage, HighAvailability, JobClusterLayout, VolumeAccess } from '../../src';
import { application, complaintsAbout, configured, deployment, JOB, jobCluster, S3, session } from '../bad-input/refused';

const ha = { storage: S3, highAvailability: HighAvailability.kubernetes() };
const jobId = (args: string[]) => args[args.indexOf('--job-id') + 1];

test('39 a second JobManager without high availability is refused', () => {
  for (const make of [session, application, deployment]) expect(complaintsAbout(make({ jobManager: { replicas: 2 } }))).toEqual([expect.stringContaining('jobManager.replicas is 2 without high availability')]);
  expect(complaintsAbout(application({ ...ha, jobManager: { replicas: 2 } }))).toEqual([]);
});

test('40 who calls the Kubernetes API may: account, rights and binding come with high availability, also for an account of one\'s own', () => {
  const all = objects(application(ha));
  for (const role of ['jobmanager', 'taskmanager'] as const) {
    const name = `orders-${role}`;
    expect(the('Role', all, role).rules.every(({ resources }: any) => resources[0] === 'configmaps')).toBe(true);
    expect(the('RoleBinding', all, role)).toMatchObject({ roleRef: { name }, subjects: [{ kind: 'ServiceAccount', name: the('ServiceAccount', all, role).metadata.name }] });
    expect(pod(all, role).spec).toMatchObject({ serviceAccountName: name, automountServiceAccountToken: true });
  }
  const own = objects(application({ ...ha, jobManager: { serviceAccount: { name: 'mine' } } }));
  expect(the('RoleBinding', own, 'jobmanager').subjects).toEqual([{ kind: 'ServiceAccount', name: 'mine' }]);
  expect(objects(application()).filter(({ kind }) => /^(ServiceAccount|Role)/.test(kind))).toEqual([]);
});

test('41 high availability has a directory that all see, a file system for it, and the cluster\'s id', () => {
  const all = objects(application(ha));
  expect(configuration(all)).toMatchObject({ 'high-availability.storageDir': 's3://acme/orders/ha', 'kubernetes.cluster-id': 'orders', 'high-availability.cluster-id': 'orders' });
  expect(pod(all, 'jobmanager').spec.initContainers[0].args).toEqual(['flink-s3-fs-presto']);
  expect(complaintsAbout(application({ highAvailability: HighAvailability.kubernetes() }))).toEqual([expect.stringContaining('highAvailability requires durable storage')]);
  const unserved = { highAvailability: HighAvailability.kubernetes(), configuration: { 'high-availability.storageDir': 'swift://a/b' } };
  expect(complaintsAbout(application(unserved))).toEqual([expect.stringContaining("has the scheme 'swift', which no file system of Flink supports")]);
  expect(complaintsAbout(application({ ...unserved, plugins: [FlinkPlugin.inImage('swift', ['swift'])] }))).toEqual([]);
});

test('42 two clusters of one namespace have two ids, whatever systems run them', () => {
  const two = (a: any, b: any) => (chart: Chart) => [a({ name: 'orders', ...ha }, 'A')(chart), b({ name: 'orders', ...ha }, 'B')(chart)];
  for (const make of [two(session, application), two(session, deployment), two(deployment, jobCluster)]) expect(complaintsAbout(make)).toHaveLength(2);
  expect(complaintsAbout(two(session, (options: any) => application({ ...options, name: 'others' }, 'B')))).toEqual([]);
  expect(complaintsAbout((chart) => application(ha)(chart).configuration.replace('kubernetes.cluster-id', ''))).not.toEqual([]);
});

test('44 a job keeps its id over all restarts, and no two clusters share one', () => {
  const id = (name: string) => jobId(flink(pod(objects(application({ name })), 'jobmanager')).args);
  expect(id('orders')).toMatch(/^[0-9a-f]{32}$/);
  expect(id('orders')).toBe(id('orders'));
  expect(id('orders')).not.toBe(id('invoices'));
});

test('45 a job that loses its progress with its JobManager is a warning', () => {
  expect(warnings(application())).toEqual(['no-high-availability']);
  expect(warnings(application(ha))).toEqual([]);
  expect(complaintsAbout(deployment({ job: JOB, storage: S3, upgradeMode: apache.UpgradeMode.LAST_STATE }))).toEqual([expect.stringContaining('upgradeMode is last-state without high availability')]);
});

test('46 a streaming job has a Deployment, which never gives up, and a Job says how often it is tried', () => {
  expect(the('Deployment', objects(application()), '-jobmanager').spec.template.spec.restartPolicy).toBeUndefined();
  const { spec } = the('Job', objects(jobCluster({ job: { ...JOB, parallelism: 2 } })));
  expect(spec.backoffLimit).toBe(18);
  expect(spec.podFailurePolicy.rules.map(({ action }: any) => action)).toEqual(['Ignore', 'FailJob']);
  expect(spec.template.spec.restartPolicy).toBe('Never');
});

test('47 the TaskManagers of a job cluster end with its JobManager, or a warning says that they stay', () => {
  const bounded = { job: { ...JOB, boundedness: Boundedness.BOUNDED }, configuration: { 'restart-strategy.type': 'exponential-delay' } };
  const { spec } = the('Job', objects(jobCluster(bounded)));
  expect(spec).toMatchObject({ completionMode: 'Indexed', completions: 2, successPolicy: { rules: [{ succeededIndexes: '0' }] } });
  expect(warnings(jobCluster(bounded))).toEqual([]);
  expect(warnings(jobCluster({ ...bounded, layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT }))).toEqual(['task-managers-outlive-job']);
});

test('49 an upgrade that the operator\'s webhook would reject is refused at synth', () => {
  for (const upgradeMode of [apache.UpgradeMode.SAVEPOINT, apache.UpgradeMode.LAST_STATE]) {
    expect(complaintsAbout(deployment({ job: JOB, upgradeMode }))).toContainEqual(expect.stringContaining(`upgradeMode is ${upgradeMode}, and there is no checkpoint directory`));
    expect(complaintsAbout(deployment({ job: JOB, upgradeMode, ...ha }))).toEqual([]);
  }
});

test('51 a file that must outlive its pod lies on a volume that all pods share', () => {
  expect(complaintsAbout(configured({ 'execution.checkpointing.dir': 'file:///opt/flink/checkpoints' }))).toEqual([expect.stringContaining('what is written is lost with the pod')]);
  expect(complaintsAbout(configured({ 'execution.checkpointing.dir': '/opt/flink/checkpoints' }))).toEqual([expect.stringContaining('a path without a scheme')]);
  const scratch = { pod: { volumes: [{ name: 's', emptyDir: {} }], mounts: [{ name: 's', mountPath: '/s' }] } };
  expect(complaintsAbout(configured({ 'execution.checkpointing.dir': 'file:///s/x' }, scratch))).toEqual([expect.stringContaining('other pods do not see it, and it is lost with the pod')]);
  expect(complaintsAbout(session({ storage: FlinkStorage.persistentVolumeClaim('state') }))).toEqual([]);
});

test('52 a volume for one node at a time is refused where several pods mount it', () => {
  expect(complaintsAbout(session({ storage: FlinkStorage.persistentVolumeClaim('state', { access: VolumeAccess.READ_WRITE_ONCE }) }))).toEqual([expect.stringContaining('storage is ReadWriteOnce')]);
});

test('53 volumes belong to the group that Flink runs as', () => {
  for (const template of pods(objects(session({ storage: FlinkStorage.persistentVolumeClaim('state') })))) {
    expect(template.spec.securityContext).toMatchObject({ runAsUser: 9999, runAsGroup: 9999, fsGroup: 9999 });
  }
});

test('59 TaskManagers that an autoscaler counts have no number in the manifest', () => {
  const scaled = objects((chart) => new kplus.HorizontalPodAutoscaler(chart, 'Scale', { target: session()(chart).taskManager, maxReplicas: 8 }));
  expect(the('Deployment', scaled, '-taskmanager').spec).not.toHaveProperty('replicas');
  expect(the('HorizontalPodAutoscaler', scaled).spec.scaleTargetRef).toMatchObject({ kind: 'Deployment', name: 'orders-taskmanager' });
  expect(the('Deployment', objects(session()), '-taskmanager').spec.replicas).toBe(1);
});
