import { k8s } from 'cdk8s-plus-27';
import { RenderState } from '../kubernetes/system';
import { MAIN_CONTAINER } from '../plan/pods/pod-template';
import { Plain } from '../private/plain';

/** The limits of a cluster's Kubernetes Job. */
export interface JobSettings extends RenderState {
  readonly backoffLimit: number;
  readonly ttlSecondsAfterFinished?: number;
}

/** The Job of Kubernetes 1.31, of which the structs of 1.27 know everything but the success policy. */
export type JobSpec = Plain<k8s.JobSpec> & { readonly successPolicy?: { readonly rules: { readonly succeededIndexes?: string }[] } };

/** Exit code of a JobManager whose job has failed for good. To run it again would do the same. */
const JOB_FAILED = 163;

/** When the Job fails, and what becomes of it afterwards. */
export function jobLimits({ backoffLimit, ttlSecondsAfterFinished }: JobSettings) {
  return {
    backoffLimit,
    ...(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }),
    podFailurePolicy: {
      rules: [
        { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
        // The schema of Kubernetes up to 1.27 wants the empty list, too.
        { action: 'FailJob', onExitCodes: { containerName: MAIN_CONTAINER, operator: 'In', values: [JOB_FAILED] }, onPodConditions: [] },
      ],
    },
  };
}
