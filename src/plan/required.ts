import { ClusterPlan, JobPlan } from './plan';
import { PlanOptions } from './plan-options';
import { argumentError } from '../private/findings';

/** What compilers ask for and a program in plain JavaScript may have forgotten. Nothing can be planned without it, so it is said at once. */
export function checkRequired(path: string, { version, job }: PlanOptions): void {
  if (!version?._facts) {
    throw argumentError(path, 'missing-prop', `'version' is ${version === undefined ? 'missing' : `'${version}', which is not a FlinkVersion`}`, "Set it, for example FlinkVersion.of('2.3.0')");
  }
  if (job && !job.artifact) throw argumentError(path, 'missing-prop', 'job.artifact is missing', "Set it, for example JobArtifact.fromImage('/opt/flink/usrlib/orders.jar')");
}

/** The job of a cluster that runs one. */
export function jobOf({ path, job }: ClusterPlan): JobPlan {
  if (!job) throw argumentError(path, 'missing-prop', "'job' is missing", 'Set it, or use FlinkSessionCluster');
  return job;
}
