import { k8s } from 'cdk8s-plus-27';
import { overlay } from './merge-pods';
import { Plain } from '../../private/plain';
import { RolePlan } from '../plan';

type Role = Partial<Pick<RolePlan, 'replicas' | 'selector'>> & { readonly role?: string };

/** Standby JobManagers are kept apart where possible: a node that is lost should not take the leader and its standby. */
export function affinityOf({ role, replicas = 1, selector }: Role, given: Plain<k8s.Affinity> | undefined): Plain<k8s.Affinity> | undefined {
  const apart = role === 'jobManager' && replicas > 1 && selector && !given?.podAntiAffinity;
  const affinity = apart ? overlay(keepApart(selector), given ?? {}) : given;
  if (!affinity || !selector) return affinity;
  return {
    ...affinity,
    ...(affinity.podAffinity ? { podAffinity: withSelectors(affinity.podAffinity, selector) } : {}),
    ...(affinity.podAntiAffinity ? { podAntiAffinity: withSelectors(affinity.podAntiAffinity, selector) } : {}),
  };
}

/** A constraint without a selector counts no pods at all; what is meant are those of the role. */
export function spreadOf(
  { selector }: Role, constraints: readonly Plain<k8s.TopologySpreadConstraint>[] | undefined,
): Plain<k8s.TopologySpreadConstraint>[] | undefined {
  return constraints?.map((constraint) => ({ ...constraint, labelSelector: constraint.labelSelector ?? selector as Plain<k8s.LabelSelector> }));
}

function keepApart(selector: k8s.LabelSelector): Plain<k8s.Affinity> {
  const podAffinityTerm = { topologyKey: 'kubernetes.io/hostname', labelSelector: selector as Plain<k8s.LabelSelector> };
  return { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm }] } };
}

/** Terms without a selector match no pods at all; what is meant are those of the role. */
function withSelectors<T extends Plain<k8s.PodAffinity>>(affinity: T, selector: k8s.LabelSelector): T {
  const completed = (term: Plain<k8s.PodAffinityTerm>) => ({ labelSelector: selector as Plain<k8s.LabelSelector>, ...term });
  const { requiredDuringSchedulingIgnoredDuringExecution: required, preferredDuringSchedulingIgnoredDuringExecution: preferred } = affinity;
  const preferences = preferred?.map(({ weight, podAffinityTerm }) => ({ weight, podAffinityTerm: completed(podAffinityTerm) }));
  return {
    ...affinity,
    ...(required ? { requiredDuringSchedulingIgnoredDuringExecution: required.map(completed) } : {}),
    ...(preferences ? { preferredDuringSchedulingIgnoredDuringExecution: preferences } : {}),
  };
}
