import { ClusterPlan, RolePlan } from './plan';
import { PlanTarget } from './plan-target';
import { allLabels } from './pods/labels';
import { restUrl } from './rest-url';
import { FeatureConfig } from '../features/feature';
import { FeatureObjects, KubernetesObject, PlannedCluster, PlannedRole } from '../features/feature-objects';
import { FindingSeverity } from '../finding';
import { finding, PlanFinding, problem } from '../private/findings';
import { isObjectName } from '../private/names';
import { plain } from '../private/plain';
import { checkProps } from '../props/check-props';

/** The objects that features add to a cluster whose options, pods, ports and names are decided. */
export function planObjects(
  plan: ClusterPlan, target: PlanTarget, bound: FeatureConfig[], findings: PlanFinding[], origins: { [what: string]: string },
): KubernetesObject[] {
  const providers = bound.flatMap(({ owner, objects }) => (objects ?? []).map((provider) => ({ owner, provider })));
  if (!providers.length) return [];
  const cluster = plannedCluster(plan, target);
  const kept = new Map<string, KubernetesObject>();
  for (const { owner, provider } of providers) {
    const { cleaned, findings: wrong } = checkProps<FeatureObjects>('FeatureObjects', provider.objectsFor(cluster), { where: `objectsFor() of ${owner}` });
    const { objects = [], problems = [], warnings = [] } = cleaned;
    findings.push(...wrong);
    findings.push(...problems.map((each) => finding(FindingSeverity.ERROR, each)), ...warnings.map((each) => finding(FindingSeverity.WARNING, each)));
    for (const object of objects.map(plain)) {
      if (kept.has(object.id)) {
        findings.push(problem('conflicting-objects', `two objects have the id '${object.id}': of ${origins[`objects/${object.id}`]} and of ${owner}`, 'Use another id', object.id));
      }
      if (!isObjectName(object.name)) findings.push(problem('invalid-object-name', `${owner} has an object with the name '${object.name}'`, 'Use lower-case letters, digits, inner hyphens and dots', owner));
      kept.set(object.id, object);
      origins[`objects/${object.id}`] ??= owner;
    }
  }
  return [...kept.values()];
}

/** What features may know of the plan. */
export function plannedCluster(plan: ClusterPlan, { places, fixesJobId }: PlanTarget): PlannedCluster {
  const role = (of: RolePlan): PlannedRole => ({
    selector: places.podSelector(of.role),
    ports: of.ports.map(({ name, port, callers }) => ({ name, port, callers })),
    replicas: of.replicas,
    callsKubernetes: of.permissions.length > 0,
    scaleTarget: places.scaleTarget(of.role, plan),
  });
  return {
    name: plan.name,
    namespaceName: plan.namespace,
    version: plan.version,
    labels: allLabels(plan),
    jobManager: role(plan.jobManager),
    taskManager: role(plan.taskManager),
    rest: { serviceName: plan.rest.serviceName, port: plan.rest.port, protocol: plan.rest.protocol, url: restUrl(plan) },
    configuration: plan.configuration.toMap(),
    jobId: fixesJobId ? plan.job?.jobId : undefined,
  };
}
