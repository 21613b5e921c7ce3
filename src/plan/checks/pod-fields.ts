import { k8s } from 'cdk8s-plus-27';
import { PlanFinding, problem } from '../../private/findings';
import { isObjectName } from '../../private/names';
import { wholeSecondsProblems } from '../../private/whole-seconds';
import { RolePlan } from '../plan';

const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'] as const;

/** Fields of pods and containers whose combinations or values Kubernetes refuses. */
export function checkPodFields({ pod }: RolePlan): PlanFinding[] {
  const containers = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...wholeSecondsProblems('pod.terminationGracePeriod', pod.terminationGracePeriod),
    ...(pod.dnsPolicy === undefined || DNS_POLICIES.includes(pod.dnsPolicy) ? []
      : [problem('invalid-dns-policy', `pod.dnsPolicy is '${pod.dnsPolicy}'`, `Use ${DNS_POLICIES.map((policy) => `'${policy}'`).join(', ')}`, 'pod.dnsPolicy')]),
    ...(['priorityClassName', 'runtimeClassName'] as const).flatMap((field) => nameProblems(`pod.${field}`, pod[field])),
    ...(pod.imagePullSecrets ?? []).flatMap(({ name }) => nameProblems('pod.imagePullSecrets', name ?? '')),
    ...(pod.tolerations ?? []).flatMap(tolerationProblems),
    ...(pod.hostAliases ?? []).filter(({ ip }) => !ip).map(() => problem('invalid-host-alias', 'pod.hostAliases has an entry without an address', "Set its ip, for example '10.0.0.1'", 'pod.hostAliases')),
    ...PROBES.flatMap((field) => probeProblems('pod', field, pod[field])),
    ...containers.flatMap((container) => [...PROBES.flatMap((field) => probeProblems(`container '${container.name}'`, field, container[field])), ...portProblems(container)]),
  ];
}

function nameProblems(where: string, name: string | undefined): PlanFinding[] {
  return name === undefined || isObjectName(name) ? [] : [problem('invalid-object-name', `${where} is '${name}', which is not the name of an object`,
    'Use lower-case letters, digits, inner hyphens and dots', where)];
}

function tolerationProblems({ key, operator = 'Equal', value: text }: k8s.Toleration): PlanFinding[] {
  if (operator === 'Exists' && text) return [problem('invalid-toleration', `pod.tolerations has the value '${text}' with the operator Exists, which compares no value`, "Remove the value, or use the operator 'Equal'", 'pod.tolerations')];
  return key || operator === 'Exists' ? [] : [problem('invalid-toleration', 'pod.tolerations has an entry without a key', "Set its key, or use the operator 'Exists' to tolerate every taint", 'pod.tolerations')];
}

/** A probe replaces the library's as a whole, so it needs what it asks. */
function probeProblems(where: string, field: string, probe: k8s.Probe | undefined): PlanFinding[] {
  return !probe || HANDLERS.some((handler) => probe[handler]) ? [] : [problem('invalid-probe', `${field} of ${where} has none of ${HANDLERS.join(', ')}, and so nothing to ask`,
    "Set one of them as well, for example tcpSocket: { port: k8s.IntOrString.fromString('rpc') }", `${where}.${field}`)];
}

function portProblems({ name, ports = [] }: k8s.Container): PlanFinding[] {
  return ports.filter(({ containerPort: port }) => !Number.isInteger(port) || port < 1 || port > 65535).map(({ containerPort }) => problem('invalid-port',
    `container '${name}' has port ${containerPort}`, 'Use a whole number from 1 to 65535', name));
}
