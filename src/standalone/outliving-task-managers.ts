import { FeatureConfig, IFlinkFeature } from '../features/feature';
import { complaint } from '../private/remedy';

/**
 * Says what becomes of TaskManagers that are a Deployment beside a Job.
 * @internal
 */
export class OutlivingTaskManagers implements IFlinkFeature {
  public bind(): FeatureConfig {
    return {
      owner: 'JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
      warnings: [{
        id: 'task-managers-outlive-job',
        text: complaint('the TaskManagers are a Deployment and stay when the job has ended: they go on costing money until somebody deletes them',
          'On Kubernetes 1.31 or newer use JobClusterLayout.INDEXED_JOB'),
      }],
    };
  }
}
