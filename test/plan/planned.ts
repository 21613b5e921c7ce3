import { FeatureConfig, FlinkVersion, IFlinkFeature, JobArtifact, JobClusterLayout, JobOptions } from '../../src';
import { operatorSystem } from '../../src/apache/operator-system';
import { ClusterPlan } from '../../src/plan/plan';
import { planCluster } from '../../src/plan/plan-cluster';
import { PlanOptions } from '../../src/plan/plan-options';
import { PlanTarget } from '../../src/plan/plan-target';
import { deploymentsSystem } from '../../src/standalone/deployments-system';
import { jobClusterSystem } from '../../src/standalone/job-cluster-system';

/** The job of tests in which the job does not matter, and an image that has its jar. */
export const JOB: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
export const IMAGE = 'registry.acme.io/orders:1';

/** A plan of plain options for standalone Kubernetes, or for what a test says of another system: no construct, no chart. */
export function planned(options: Partial<PlanOptions> = {}, target: Partial<PlanTarget> = {}): ClusterPlan {
  const whole = { version: FlinkVersion.V1_20, ...(options.job ? { image: IMAGE } : {}), ...options };
  return planCluster('chart/Orders', whole, { ...deploymentsSystem().target('orders', target.namespace), ...target });
}

/** A plan for the Apache operator. */
export function plannedForOperator(options: Partial<PlanOptions> = {}, target: Partial<PlanTarget> = {}): ClusterPlan {
  const whole = { version: FlinkVersion.V1_20, ...(options.job ? { image: IMAGE } : {}), ...options };
  return planned(whole, { ...operatorSystem(whole).target('orders', target.namespace), ...target });
}

/** A plan for a job cluster. */
export function plannedForJobCluster(options: Partial<PlanOptions> = {}, layout?: JobClusterLayout): ClusterPlan {
  return planned({ job: JOB, ...options }, jobClusterSystem({ layout }).target('orders'));
}

/** A feature that answers the same whatever it is asked. */
export function feature(answer: Partial<FeatureConfig>, owner = 'Mine'): IFlinkFeature {
  return { bind: () => ({ owner, ...answer }) };
}

/** The newest patch of a minor version. */
export function line(minorVersion: string): FlinkVersion {
  return FlinkVersion.all().find((version) => version.minorVersion === minorVersion)!;
}
