import { k8s } from 'cdk8s-plus-27';
import { PlanFinding, problem } from '../../private/findings';
import { RolePlan } from '../plan';

/** Where pods may run, as far as Kubernetes refuses it. */
export function checkScheduling({ pod }: RolePlan): PlanFinding[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = pod.affinity ?? {};
  const preferences = { nodeAffinity, podAffinity, podAntiAffinity };
  return [
    ...(pod.tolerations ?? []).flatMap(tolerationProblems),
    ...Object.entries(preferences).flatMap(([kind, affinity]) => (
      (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).flatMap(({ weight }) => weightProblems(`pod.affinity.${kind}`, weight)))),
    ...(pod.topologySpreadConstraints ?? []).flatMap(spreadProblems),
  ];
}

function tolerationProblems({ key, operator = 'Equal', value: text, effect, tolerationSeconds }: k8s.Toleration): PlanFinding[] {
  const findings: PlanFinding[] = [];
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    findings.push(problem('invalid-toleration', `pod.tolerations has tolerationSeconds with ${effect ? `the effect '${effect}'` : 'no effect'}, and only taints with the effect NoExecute end pods`,
      "Set the effect 'NoExecute', or remove tolerationSeconds", 'pod.tolerations'));
  }
  if (operator === 'Exists' && text) {
    findings.push(problem('invalid-toleration', `pod.tolerations has the value '${text}' with the operator Exists, which compares no value`, "Remove the value, or use the operator 'Equal'", 'pod.tolerations'));
  } else if (!key && operator !== 'Exists') {
    findings.push(problem('invalid-toleration', 'pod.tolerations has an entry without a key', "Set its key, or use the operator 'Exists' to tolerate every taint", 'pod.tolerations'));
  }
  return findings;
}

function weightProblems(where: string, weight: number): PlanFinding[] {
  return Number.isInteger(weight) && weight >= 1 && weight <= 100 ? []
    : [problem('invalid-affinity', `${where} has a preference with the weight ${weight}`, 'Write a whole number from 1 to 100', where)];
}

function spreadProblems({ maxSkew }: k8s.TopologySpreadConstraint): PlanFinding[] {
  return Number.isInteger(maxSkew) && maxSkew >= 1 ? []
    : [problem('invalid-topology-spread', `pod.topologySpreadConstraints has a maxSkew of ${maxSkew}`, 'Write a whole number, 1 or more', 'pod.topologySpreadConstraints')];
}
