import { apache } from '../../../src';
import { deployment, JOB, jobCluster, S3 } from '../../bad-input/refused';
import { Area } from '../example';

const upgraded = (upgradeMode: apache.UpgradeMode, options: any = {}) => deployment({ job: JOB, upgradeMode, ...options });

export const SYSTEMS: Area = {
  title: 'What a system can express',
  examples: {
    'last-state-without-high-availability': upgraded(apache.UpgradeMode.LAST_STATE, { storage: S3 }),
    'workload-not-in-manifests': (chart) => (deployment()(chart) as apache.FlinkDeployment).taskManager.workload,
    'option-set-by-operator': deployment({ configuration: { 'kubernetes.cluster-id': 'orders' } }),
    'replicas-on-demand': deployment({ taskManager: { replicas: 3 } }),
    'replicas-over-parallelism': deployment({ job: { ...JOB, parallelism: 2 }, taskManager: { replicas: 7 } }),
    'roles-not-alike': jobCluster({ taskManager: { pod: { nodeSelector: { pool: 'big' } } } }),
    'stateless-upgrade': deployment({ job: JOB }),
    'unsupported-by-system': deployment({ job: { ...JOB, jobId: 'a'.repeat(32) } }),
    'upgrade-mode-without-job': deployment({ upgradeMode: apache.UpgradeMode.SAVEPOINT }),
    'upgrade-without-storage': upgraded(apache.UpgradeMode.SAVEPOINT),
  },
};
