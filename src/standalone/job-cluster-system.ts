import { Duration } from 'cdk8s';
import { checkArguments } from './arguments';
import { INDEXED_JOB, JOB_BESIDE_DEPLOYMENT } from './capabilities';
import { JobClusterLayout } from './job-cluster-layout';
import { INDEX_LABEL, indexedJobManagerAddress, renderIndexedJob } from './render-indexed-job';
import { renderJobBesideDeployment } from './render-job-beside-deployment';
import { podsOfIndexedJob, StandaloneLayout, standaloneTarget } from './target';
import { checkWorkloads, jobManagerName, OUTLIVING_TASK_MANAGERS, taskManagerReference, workloadOf } from './workloads';
import { KubernetesSystem } from '../kubernetes/system';
import { PlanFinding, problem } from '../private/findings';

/** What a job cluster is told beside its options. */
export interface JobClusterSettings {
  readonly layout?: JobClusterLayout;
  readonly backoffLimit?: number;
  readonly ttlAfterFinished?: Duration;
}

/** A cluster whose JobManager is a Kubernetes Job. */
export function jobClusterSystem({ layout = JobClusterLayout.INDEXED_JOB, backoffLimit, ttlAfterFinished }: JobClusterSettings): KubernetesSystem {
  const indexed = layout === JobClusterLayout.INDEXED_JOB;
  return {
    target: (name, namespace) => standaloneTarget(name, namespace, indexed ? ofIndexedJob(name) : ofJobBesideDeployment(name)),
    render: (plan, state) => (indexed ? renderIndexedJob : renderJobBesideDeployment)(plan, plan.job!, {
      ...state,
      backoffLimit: backoffLimit ?? 6 * (indexed ? 1 + plan.taskManager.replicas : 1),
      ttlSecondsAfterFinished: ttlAfterFinished?.toSeconds(),
    }),
    check: (plan) => [
      ...checkArguments(plan), ...checkWorkloads(plan), ...checkBackoffLimit(backoffLimit), ...(indexed ? [] : [OUTLIVING_TASK_MANAGERS]),
    ],
    workload: workloadOf,
    restService: 'Rest/Resource',
  };
}

function ofIndexedJob(name: string): StandaloneLayout {
  return {
    title: 'an indexed Job', capabilities: INDEXED_JOB, jobManagerAddress: indexedJobManagerAddress(name), podSelector: podsOfIndexedJob(name, INDEX_LABEL), scaleTarget: () => undefined,
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
