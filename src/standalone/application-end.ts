import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { FeatureConfig, FeatureContext, IFlinkFeature, JobManagerDiscovery } from '../features/feature';
import { ClusterPlan } from '../plan/plan';
import { complaint } from '../private/remedy';

/**
 * What an application does when its job has ended: it stays. Otherwise its Deployment would start it again, and the job with it, from
 * the beginning, over and over.
 * @internal
 */
export class ApplicationEnd implements IFlinkFeature {
  public bind(context: FeatureContext): FeatureConfig {
    const canStay = FlinkOptionCatalog.of(context.version).find('execution.shutdown-on-application-finish');
    return {
      owner: 'FlinkApplication',
      whereKnown: {
        'execution.shutdown-on-application-finish': false,
        // A bounded job that is done stays done, even for a JobManager that is lost and comes back.
        ...(context.bounded ? { 'job-result-store.delete-on-commit': false, 'application-result-store.delete-on-commit': false } : {}),
      },
      warnings: canStay ? [] : [{
        id: 'ended-job-runs-again',
        text: complaint(`the JobManager of Flink ${context.version.line} ends with its job, however the job ends, and its Deployment starts both again`,
          'Before you stop the job, scale the JobManager to 0; or use Flink 1.15 or newer'),
      }],
    };
  }
}

/** A bounded job in a Deployment is only safe where its end is remembered. */
export function applicationEndProblems(plan: ClusterPlan): string[] {
  if (!plan.job?.bounded) return [];
  const deleted = plan.configuration.text('job-result-store.delete-on-commit');
  const elected = plan.discovery === JobManagerDiscovery.LEADER_ELECTION;
  if (elected && deleted === 'false') return [];
  const kept = deleted === undefined ? `; Flink ${plan.version.line} keeps no results of jobs` : ", or leave 'job-result-store.delete-on-commit' at false";
  return [complaint('the job is bounded, and a Deployment would run it again and again: nobody remembers that it is done',
    `Use FlinkJobCluster${elected ? kept : ", or set 'highAvailability', which remembers it"}`)];
}
