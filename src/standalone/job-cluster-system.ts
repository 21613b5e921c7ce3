import { Duration } from 'cdk8s';
import { checkArguments } from './arguments';
import { INDEXED_JOB, JOB_BESIDE_DEPLOYMENT } from './capabilities';
import { podsOfIndexedJob } from './indexed-pods';
import { JobClusterLayout } from './job-cluster-layout';
import { indexedJobManagerAddress, renderIndexedJob } from './render-indexed-job';
import { renderJobBesideDeployment } from './render-job-beside-deployment';
import { checkSharedSizes, GivenSizes } from './shared-sizes';
import { StandaloneLayout, standaloneTarget } from './target';
import { checkWorkloads, jobManagerName, OUTLIVING_TASK_MANAGERS, taskManagerReference, workloadOf } from './workloads';
import { KubernetesSystem } from '../kubernetes/system';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem, warning } from '../private/findings';
import { seconds, wholeSecondsProblems } from '../private/whole-seconds';

/** What a job cluster has beside the options of every cluster. */
export interface JobClusterSettings extends GivenSizes {
  readonly layout?: JobClusterLayout;
  readonly backoffLimit?: number;
  readonly ttlAfterFinished?: Duration;
}

const WEEK = 7 * 24 * 60 * 60;

/** A cluster whose JobManager is a Kubernetes Job. */
export function jobClusterSystem(settings: JobClusterSettings): KubernetesSystem {
  const { layout = JobClusterLayout.INDEXED_JOB, backoffLimit, ttlAfterFinished } = settings;
  const indexed = layout === JobClusterLayout.INDEXED_JOB;
  return {
    target: (name, namespace) => standaloneTarget(name, namespace, indexed ? ofIndexedJob(name) : ofJobBesideDeployment(name)),
    render: (plan, state) => (indexed ? renderIndexedJob : renderJobBesideDeployment)(plan, plan.job!, {
      ...state,
      backoffLimit: backoffLimit ?? 6 * (indexed ? 1 + plan.taskManager.replicas : 1),
      ttlSecondsAfterFinished: ttlAfterFinished ? seconds(ttlAfterFinished) : WEEK,
    }),
    check: (plan) => [
      ...checkArguments(plan), ...checkWorkloads(plan), ...checkBackoffLimit(backoffLimit), ...checkRestarts(plan, backoffLimit),
      ...wholeSecondsProblems('ttlAfterFinished', ttlAfterFinished),
      ...(indexed ? checkSharedSizes(plan, settings) : [OUTLIVING_TASK_MANAGERS]),
    ],
    workload: workloadOf,
    restService: 'Rest/Resource',
  };
}

function ofIndexedJob(name: string): StandaloneLayout {
  return {
    title: 'an indexed Job',
    capabilities: INDEXED_JOB,
    jobManagerAddress: indexedJobManagerAddress(name),
    podSelector: (role) => podsOfIndexedJob(name, role),
    scaleTarget: () => undefined,
    withoutScaleTarget: 'Scale a FlinkApplication, a FlinkSessionCluster, or a FlinkJobCluster with JobClusterLayout.TASK_MANAGER_DEPLOYMENT',
  };
}

function ofJobBesideDeployment(name: string): StandaloneLayout {
  return {
    title: 'a Job beside a Deployment',
    capabilities: JOB_BESIDE_DEPLOYMENT,
    jobManagerAddress: jobManagerName(name),
    scaleTarget: (role, plan) => (role === 'taskManager' ? taskManagerReference(plan) : undefined),
  };
}

function checkBackoffLimit(backoffLimit: number | undefined): PlanFinding[] {
  return backoffLimit === undefined || (Number.isInteger(backoffLimit) && backoffLimit >= 0) ? []
    : [problem('invalid-backoff-limit', `backoffLimit is ${backoffLimit}`, 'Write a whole number, 0 or more', 'backoffLimit')];
}

/** Kubernetes restarts pods, and Flink restarts jobs: one does not replace the other. */
function checkRestarts({ configuration }: ClusterPlan, backoffLimit: number | undefined): PlanFinding[] {
  const restarts = ['execution.checkpointing.interval', 'restart-strategy.type'].some((option) => configuration.text(option) !== undefined);
  if (restarts) return [];
  return [
    warning('no-restart-strategy', 'the job has neither checkpoints nor a restart strategy: unless its program sets one, the failure of one task or the loss of one TaskManager fails the job',
      "Set 'checkpoints', or a restart strategy, for example configuration: { 'restart-strategy.type': 'exponential-delay' }", 'restart-strategy.type'),
    ...(backoffLimit !== undefined && backoffLimit > 0 ? [warning('backoff-limit-counts-pods', `backoffLimit is ${backoffLimit}, and it counts lost pods and not failures of the job, which has no restart strategy`,
      "Set a restart strategy, for example configuration: { 'restart-strategy.type': 'exponential-delay' }", 'backoffLimit')] : []),
  ];
}
