import { FEATURE_OBJECTS, Manifests } from './manifest';
import { objectIdentity } from '../plan/checks/objects';
import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem } from '../private/findings';

/** Objects of features that would overwrite an object of the cluster itself. */
export function objectConflicts({ objects, origins }: ClusterPlan, manifests: Manifests): PlanFinding[] {
  const ofCluster = Object.entries(manifests).filter(([path]) => !path.startsWith(FEATURE_OBJECTS));
  const own = new Set(ofCluster.map(([, { apiVersion, kind, metadata: { name } }]) => objectIdentity({ apiVersion, kind, name })));
  return objects.filter((object) => own.has(objectIdentity(object))).map((object) => problem('conflicting-objects',
    `two objects are ${objectIdentity(object)}: of the cluster itself and of ${origins[`objects/${object.id}`]}`, 'Use another name', object.id));
}
