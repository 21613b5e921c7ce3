import { FlinkOptionCatalog } from '../configuration/catalog/option-catalog';
import { FeatureConfig, FeatureContext, IFlinkFeature, JobManagerDiscovery } from '../features/feature';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem, warning } from '../private/findings';

/**
 * Keeps the JobManager of an application running when its job has ended. Otherwise its Deployment would start it again, and the job with it,
 * from the beginning, over and over.
 * @internal
 */
export class ApplicationEnd implements IFlinkFeature {
  public bind(context: FeatureContext): FeatureConfig {
    const canKeepRunning = FlinkOptionCatalog.of(context.version).find('execution.shutdown-on-application-finish');
    return {
      owner: 'FlinkApplication',
      ifSupported: {
        'execution.shutdown-on-application-finish': false,
        // A finished bounded job stays finished, even for a JobManager that is lost and restarted.
        ...(context.bounded ? { 'job-result-store.delete-on-commit': false, 'application-result-store.delete-on-commit': false } : {}),
      },
      warnings: canKeepRunning ? [] : [warning('job-manager-restarts-job',
        `the JobManager of Flink ${context.version.minorVersion} ends with its job, however the job ends, and its Deployment starts both again`,
        `To stop or change the job, take a savepoint without stopping it ('flink savepoint'), scale the JobManager to 0, delete what high availability keeps (the ConfigMaps labelled app: ${context.clusterId},type: flink-native-kubernetes, or the cluster's node in ZooKeeper), and apply with job.restoreFrom; or use Flink 1.15 or newer`, 'version')],
    };
  }
}

/** A bounded job in a Deployment is safe only if its result is persisted. */
export function checkApplicationEnd(plan: ClusterPlan): PlanFinding[] {
  if (!plan.job?.bounded) return [];
  const deleted = plan.configuration.text('job-result-store.delete-on-commit');
  const elected = plan.discovery === JobManagerDiscovery.LEADER_ELECTION;
  if (elected && deleted === 'false') return [];
  const kept = deleted === undefined ? `; Flink ${plan.version.minorVersion} does not persist results of jobs` : ", or leave 'job-result-store.delete-on-commit' at false";
  return [problem('bounded-job-runs-again', 'the job is bounded, and its result is not persisted: a Deployment would run it again and again',
    `Use FlinkJobCluster${elected ? kept : ", or set 'highAvailability', which persists it"}`, 'job.boundedness')];
}
