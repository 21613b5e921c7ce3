import { Size } from 'cdk8s';
import { deployment, JOB, refuses, S3 } from './refused';
import { apache, HighAvailability, LocalRecovery, RestProtection, RestService } from '../../src';

const GIVES_IT = 'is configured, and the operator refuses it: it gives it by itself';
const upgraded = (upgradeMode: apache.UpgradeMode, options: any = {}) => deployment({ job: JOB, upgradeMode, ...options });

refuses({
  'a cluster id': { make: deployment({ configuration: { 'kubernetes.cluster-id': 'x' } }), what: `'kubernetes.cluster-id' ${GIVES_IT}`, remedy: 'Leave it out' },
  'a namespace': { make: deployment({ configuration: { 'kubernetes.namespace': 'x' } }), what: `'kubernetes.namespace' ${GIVES_IT}`, remedy: 'Leave it out' },
  'a cluster id of high availability': { make: deployment({ configuration: { 'high-availability.cluster-id': 'x' } }), what: `'high-availability.cluster-id' ${GIVES_IT}`, remedy: 'Leave it out' },
  'options of one role': { make: deployment({ taskManager: { configuration: { 'taskmanager.data.ssl.enabled': true } } }), what: 'taskManager.configuration is for one role, and the operator knows one configuration', remedy: "Put the options into 'configuration'" },
  'last state without high availability': { make: upgraded(apache.UpgradeMode.LAST_STATE, { storage: S3 }), what: 'upgradeMode is last-state without high availability', remedy: 'or use UpgradeMode.SAVEPOINT' },
  'last state without checkpoints': {
    make: upgraded(apache.UpgradeMode.LAST_STATE, { highAvailability: HighAvailability.kubernetes(), configuration: { 'high-availability.storageDir': 's3://a/b' } }), what: 'upgradeMode is last-state, and there is no checkpoint directory', remedy: "Set 'storage'",
  },
  'an upgrade of no job': { make: deployment({ upgradeMode: apache.UpgradeMode.SAVEPOINT }), what: 'upgradeMode is savepoint, and a session cluster has no job of its own to upgrade', remedy: "Leave it out, or set 'job'" },
  'a job id': { make: deployment({ job: { ...JOB, jobId: 'a'.repeat(32) } }), what: 'job.jobId is set, and the operator chooses the id of the job by itself', remedy: 'Leave it out' },
  'a file that no pod would see': {
    make: deployment({ features: [{ bind: () => ({ configFiles: { 'orders.properties': 'a=b' } }) }] }), what: "'orders.properties' cannot reach Flink's pods", remedy: 'Mount it from a ConfigMap of your own',
  },
  'a secret as an argument': { make: deployment({ secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' } } }), what: "'s3.secret-key' cannot come from a Secret on native Kubernetes", remedy: 'Give it to Flink as environment or file' },
  'TaskManagers that keep volumes': { make: deployment({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }), what: 'localRecovery needs TaskManagers that keep their volume, and native Kubernetes gives each a new name', remedy: 'run the cluster standalone' },
  'an argument': {
    make: deployment({ features: [{ bind: () => ({ jobManager: { dynamicProperties: { 'web.tmpdir': '$(TMP)' } } }) }] }), what: "'web.tmpdir' must be an argument of the jobManager, and the operator writes the arguments", remedy: 'or run the cluster standalone',
  },
  'volumes of its own': {
    make: deployment({ features: [{ bind: () => ({ taskManager: { volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }] } }) }] }), what: 'the taskManager cannot keep volumes of its own with the operator', remedy: 'or run the cluster standalone',
  },
  'a port on the nodes': { make: deployment({ rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }), what: "rest has nodePort 30081, and Flink's own Kubernetes client, which makes the Service, cannot fix it", remedy: 'Leave it out' },
});
