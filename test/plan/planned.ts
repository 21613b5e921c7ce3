import { FlinkVersion, JobArtifact, JobOptions, Platform } from '../../src';
import { ClusterPlan } from '../../src/plan/plan';
import { planCluster } from '../../src/plan/plan-cluster';
import { PlanOptions, PlanTarget } from '../../src/plan/plan-options';

/** The job of tests in which the job does not matter. */
export const JOB: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };

/** A plan of plain options: no construct, no chart. */
export function planned(options: Partial<PlanOptions> = {}, target: Partial<PlanTarget> = {}): ClusterPlan {
  return planCluster('chart/Orders', { version: FlinkVersion.V1_20, ...options }, {
    platform: Platform.KUBERNETES, name: 'orders', jobManagerAddress: 'orders-jobmanager', features: [], ...target,
  });
}

/** A line's newest patch. */
export function line(text: string): FlinkVersion {
  return FlinkVersion.all().find((version) => version.minorVersion === text)!;
}
