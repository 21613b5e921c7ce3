import { ClusterPlan, JobPlan } from './plan';
import { PlanOptions } from './plan-options';
import { wrong } from '../private/remedy';

/** What compilers ask for and a program in plain JavaScript may have forgotten. Nothing can be planned without it, so it is said at once. */
export function checkRequired(path: string, { version, job }: PlanOptions): void {
  if (!version?._facts) {
    throw wrong(path, `'version' is ${version === undefined ? 'missing' : `'${version}', which is no FlinkVersion`}`, "Set it, for example FlinkVersion.of('2.3.0')");
  }
  if (job && !job.artifact) throw wrong(path, 'job.artifact is missing', "Set it, for example JobArtifact.fromImage('/opt/flink/usrlib/orders.jar')");
}

/** The job of a cluster that runs one. */
export function jobOf({ path, job }: ClusterPlan): JobPlan {
  if (!job) throw wrong(path, "'job' is missing", 'Set it, or use FlinkSessionCluster');
  return job;
}
