import { checkObject, isConstructId, objectIdentity } from './checks/objects';
import { ClusterPlan, RolePlan } from './plan';
import { PlanTarget } from './plan-target';
import { allLabels } from './pods/labels';
import { restUrl } from './rest-url';
import { FeatureConfig } from '../features/feature';
import { FeatureObjects, KubernetesObject, PlannedCluster, PlannedRole } from '../features/feature-objects';
import { FindingSeverity } from '../finding';
import { finding, PlanFinding, problem } from '../private/findings';
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
      const [sameId, same] = [kept.get(object.id), [...kept.values()].find((other) => objectIdentity(other) === objectIdentity(object))];
      const other = sameId ?? same;
      if (other) {
        findings.push(problem('conflicting-objects', `two objects ${sameId ? `have the id '${object.id}'` : `are ${objectIdentity(object)}`}: of ${origins[`objects/${other.id}`]} and of ${owner}`,
          sameId ? 'Use another id' : 'Use another name', object.id));
      }
      findings.push(...checkObject(owner, object), ...conflictingLabels(plan, owner, object, origins));
      if (other || !isConstructId(object.id)) continue;
      kept.set(object.id, object);
      origins[`objects/${object.id}`] = owner;
    }
  }
  return [...kept.values()];
}

/** An object has the labels of its cluster, and one that it would have of its own would be lost. */
function conflictingLabels(plan: ClusterPlan, owner: string, object: KubernetesObject, origins: { [what: string]: string }): PlanFinding[] {
  const ofCluster = allLabels(plan);
  return Object.entries(object.labels ?? {}).filter(([name, text]) => Object.hasOwn(ofCluster, name) && ofCluster[name] !== text).map(([name, text]) => problem('conflicting-metadata',
    `label '${name}' is set twice: '${ofCluster[name]}' by ${origins[`labels/${name}`] ?? 'the library'} and '${text}' by ${owner}, for ${objectIdentity(object)}`, 'Remove one of the two', name));
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
