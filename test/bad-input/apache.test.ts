import { Size } from 'cdk8s';
import { deployment, feature, JOB, refuses, S3 } from './refused';
import { apache, FlinkVersion, HighAvailability, LocalRecovery, RestProtection, RestService } from '../../src';

const SET_BY_OPERATOR = 'is configured, and the operator refuses it because it sets it by itself';
const upgraded = (upgradeMode: apache.UpgradeMode, options: any = {}) => deployment({ job: JOB, upgradeMode, ...options });

refuses({
  'a Flink version that the operator has dropped': { make: deployment({ version: FlinkVersion.V1_14 }), id: 'unsupported-by-system', what: 'Flink 1.14 is not supported by the Apache operator', remedy: 'Use Flink 1.15 or newer, or run the cluster standalone' },
  'a cluster id': { make: deployment({ configuration: { 'kubernetes.cluster-id': 'x' } }), id: 'option-set-by-operator', what: `'kubernetes.cluster-id' ${SET_BY_OPERATOR}`, remedy: 'Leave it out' },
  'an image by an option': { make: deployment({ configuration: { 'kubernetes.container.image': 'acme/orders:2' } }), id: 'option-set-by-operator', what: "'kubernetes.container.image", remedy: "Set 'image' instead" },
  'a namespace': { make: deployment({ configuration: { 'kubernetes.namespace': 'x' } }), id: 'option-set-by-operator', what: `'kubernetes.namespace' ${SET_BY_OPERATOR}`, remedy: 'Leave it out' },
  'a cluster id of high availability': { make: deployment({ configuration: { 'high-availability.cluster-id': 'x' } }), id: 'option-set-by-operator', what: `'high-availability.cluster-id' ${SET_BY_OPERATOR}`, remedy: 'Leave it out' },
  'options of one role': { make: deployment({ taskManager: { configuration: { 'taskmanager.data.ssl.enabled': true } } }), id: 'unsupported-by-system', what: 'taskManager.configuration is not supported by the Apache operator', remedy: "Put the options into 'configuration'" },
  'last state without high availability': { make: upgraded(apache.UpgradeMode.LAST_STATE, { storage: S3 }), id: 'last-state-without-high-availability', what: 'upgradeMode is last-state without high availability', remedy: 'or use UpgradeMode.SAVEPOINT' },
  'last state without checkpoints': {
    make: upgraded(apache.UpgradeMode.LAST_STATE, { highAvailability: HighAvailability.kubernetes(), configuration: { 'high-availability.storageDir': 's3://a/b' } }), id: 'upgrade-without-storage', what: 'upgradeMode is last-state, and there is no checkpoint directory', remedy: "Set 'storage'",
  },
  'an upgrade of no job': { make: deployment({ upgradeMode: apache.UpgradeMode.SAVEPOINT }), id: 'upgrade-mode-without-job', what: 'upgradeMode is savepoint, and a session cluster has no job to upgrade', remedy: "Leave it out, or set 'job'" },
  'an address of the JobManager': { make: deployment({ configuration: { 'jobmanager.rpc.address': 'orders' } }), id: 'option-set-by-operator', what: "'jobmanager.rpc.address' is configured, and the operator sets it by itself", remedy: 'Leave it out' },
  'a label of Flink\'s client on the cluster': { make: deployment({ labels: { app: 'shop' } }), id: 'reserved-label', what: "labels sets 'app', which Flink's own client sets", remedy: 'Use a label of your own' },
  'a label of Flink\'s client on pods': { make: deployment({ taskManager: { pod: { labels: { component: 'worker' } } } }), id: 'reserved-label', what: "taskManager.pod.labels sets 'component', which Flink's own client sets", remedy: 'Use a label of your own' },
  'more TaskManagers than the job has parallelism': {
    make: deployment({ job: { ...JOB, parallelism: 2 }, taskManager: { replicas: 7 } }), id: 'replicas-over-parallelism', what: 'the operator would run the job with parallelism 7 instead of 2', remedy: 'Set job.parallelism to 7, or leave taskManager.replicas out',
  },
  'a secret key in the configuration': { make: deployment({ configuration: { 's3.secret-key': 'x' } }), id: 'secret-in-configuration', what: "'s3.secret-key' (by configuration) is a secret", remedy: 'Use FlinkStorage.s3(…, { credentials: S3Credentials.fromSecret(…) })' },
  'a password in the configuration': {
    make: deployment({ configuration: { 'security.ssl.rest.key-password': 'x' } }), id: 'secret-in-configuration', what: "'security.ssl.rest.key-password' (by configuration) is a secret", remedy: 'or run the cluster standalone',
  },
  'a job id': { make: deployment({ job: { ...JOB, jobId: 'a'.repeat(32) } }), id: 'unsupported-by-system', what: 'job.jobId is not supported by the Apache operator', remedy: 'Leave it out: the operator chooses the id of the job' },
  'a file that no pod would see': {
    make: deployment({ features: [feature({ configFiles: { 'orders.properties': 'a=b' } })] }), id: 'unsupported-by-system', what: "Mine requires the file 'orders.properties', which the Apache operator does not support", remedy: 'Mount it from a ConfigMap of your own',
  },
  'a secret as an argument': { make: deployment({ secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' } } }), id: 'unsupported-by-system', what: "secretConfiguration requires 's3.secret-key' from a Secret, which the Apache operator does not support", remedy: 'Give it to Flink as environment or file' },
  'TaskManagers that keep volumes': { make: deployment({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), id: 'unsupported-by-system', what: "volume claim 'flink-work' of the taskManager, which the Apache operator does not support", remedy: 'run the cluster standalone' },
  'an argument': {
    make: deployment({ features: [feature({ jobManager: { dynamicProperties: { 'web.tmpdir': '$(TMP)' } } })] }), id: 'unsupported-by-system', what: "Mine requires 'web.tmpdir' as an argument of the jobManager, which the Apache operator does not support", remedy: 'or run the cluster standalone',
  },
  'volumes of its own': {
    make: deployment({ features: [feature({ taskManager: { volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }] } })] }), id: 'unsupported-by-system', what: "Mine requires volume claim 'a' of the taskManager, which the Apache operator does not support", remedy: 'or run the cluster standalone',
  },
  'a port on the nodes': { make: deployment({ rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }), id: 'unsupported-by-system', what: 'rest with nodePort 30081 is not supported by the Apache operator', remedy: 'Leave it out, and Kubernetes chooses one' },
});
