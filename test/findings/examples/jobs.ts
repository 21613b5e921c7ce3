import { Boundedness, FlinkVersion, HighAvailability, JobArtifact, JobClusterLayout } from '../../../src';
import { application, JOB, jobCluster, S3, session, sessionJob } from '../../bad-input/refused';
import { Area } from '../example';

const IMAGE = 'registry.acme.io/orders:1';
const job = (options: any) => application({ job: { ...JOB, ...options } });

export const JOBS: Area = {
  title: 'Jobs',
  examples: {
    'backoff-limit-counts-pods': jobCluster({ backoffLimit: 3 }),
    'unbounded-batch-job': application({ job: { ...JOB, boundedness: Boundedness.UNBOUNDED }, configuration: { 'execution.runtime-mode': 'BATCH' } }),
    'bounded-job-runs-again': job({ boundedness: Boundedness.BOUNDED }),
    'bounded-session-job-runs-again': sessionJob({ ...JOB, boundedness: Boundedness.BOUNDED }),
    'duplicate-job-id': (chart) => {
      const cluster = session({ image: IMAGE })(chart);
      for (const id of ['One', 'Two']) cluster.addJob(id, { ...JOB, jobId: 'a'.repeat(32) });
    },
    'job-manager-restarts-job': application({ version: FlinkVersion.V1_14, storage: S3, highAvailability: HighAvailability.kubernetes() }),
    'invalid-artifact': () => JobArtifact.fromImage('orders.jar'),
    'invalid-backoff-limit': jobCluster({ backoffLimit: -1 }),
    'invalid-job-id': job({ jobId: 'orders' }),
    'invalid-main-class': job({ mainClass: 'io/acme/Orders' }),
    'invalid-parallelism': sessionJob({ ...JOB, parallelism: 0 }),
    'invalid-restore-path': job({ restoreFrom: '/savepoints/1' }),
    'no-restart-strategy': jobCluster(),
    'nothing-to-restore': job({ allowNonRestoredState: true }),
    'session-job-not-recovered': sessionJob(JOB),
    'too-few-slots-for-session-jobs': (chart) => {
      const cluster = session({ image: IMAGE, taskManager: { replicas: 2, slots: 2 } })(chart);
      for (const id of ['One', 'Two']) cluster.addJob(id, { ...JOB, parallelism: 3, boundedness: Boundedness.BOUNDED });
    },
    'task-managers-outlive-job': jobCluster({ layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT }),
  },
};
