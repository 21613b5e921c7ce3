import { isIP } from 'net';
import { k8s } from 'cdk8s-plus-27';
import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { isObjectName } from '../../private/names';
import { wholeSecondsProblems } from '../../private/whole-seconds';
import { RolePlan } from '../plan';

const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
const HANDLERS = ['exec', 'grpc', 'httpGet', 'tcpSocket'] as const;

/** Fields of pods and containers whose combinations or values Kubernetes refuses. */
export function checkPodFields({ pod, ports }: RolePlan): PlanFinding[] {
  const containers = [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])];
  return [
    ...wholeSecondsProblems('pod.terminationGracePeriod', pod.terminationGracePeriod),
    ...(pod.dnsPolicy === undefined || DNS_POLICIES.includes(pod.dnsPolicy) ? []
      : [problem('invalid-dns-policy', `pod.dnsPolicy is '${pod.dnsPolicy}'`, `Use ${DNS_POLICIES.map((policy) => `'${policy}'`).join(', ')}`, 'pod.dnsPolicy')]),
    ...(['priorityClassName', 'runtimeClassName'] as const).flatMap((field) => nameProblems(`pod.${field}`, pod[field])),
    ...(pod.imagePullSecrets ?? []).flatMap(({ name }) => nameProblems('pod.imagePullSecrets', name ?? '')),
    ...dnsProblems(pod),
    ...(pod.hostAliases ?? []).flatMap(hostAliasProblems),
    ...PROBES.flatMap((field) => probeProblems('pod', field, pod[field], ports)),
    ...containers.flatMap((container) => [...PROBES.flatMap((field) => probeProblems(`container '${container.name}'`, field, container[field], container.ports ?? [])), ...portProblems(container)]),
  ];
}

function nameProblems(where: string, name: string | undefined): PlanFinding[] {
  return name === undefined || isObjectName(name) ? [] : [problem('invalid-object-name', `${where} is '${name}', which is not the name of an object`,
    'Use lower-case letters, digits, inner hyphens and dots', where)];
}

function dnsProblems({ dnsPolicy, dnsConfig }: PodOptions): PlanFinding[] {
  return dnsPolicy !== 'None' || dnsConfig?.nameservers?.length ? [] : [problem('invalid-dns-policy', "pod.dnsPolicy is 'None', and pod.dnsConfig has no nameservers, so that no name could be resolved",
    "Set pod.dnsConfig, for example { nameservers: ['10.96.0.10'] }, or leave dnsPolicy out", 'pod.dnsPolicy')];
}

function hostAliasProblems({ ip }: k8s.HostAlias): PlanFinding[] {
  const remedy = "Set its ip, for example '10.0.0.1'";
  if (!ip) return [problem('invalid-host-alias', 'pod.hostAliases has an entry without an address', remedy, 'pod.hostAliases')];
  return isIP(ip) ? [] : [problem('invalid-host-alias', `pod.hostAliases has '${ip}', which is not an IP address`, remedy, 'pod.hostAliases')];
}

/** A probe replaces the library's as a whole, so it needs what it asks. */
function probeProblems(where: string, field: string, probe: k8s.Probe | undefined, ports: readonly { readonly name?: string }[]): PlanFinding[] {
  if (!probe) return [];
  const findings: PlanFinding[] = [];
  const subject = `${where}.${field}`;
  if (!HANDLERS.some((handler) => probe[handler])) {
    findings.push(problem('invalid-probe', `${field} of ${where} has none of ${HANDLERS.join(', ')}, and so nothing to ask`,
      "Set one of them as well, for example tcpSocket: { port: k8s.IntOrString.fromString('rpc') }", subject));
  }
  if (field !== 'readinessProbe' && (probe.successThreshold ?? 1) !== 1) {
    findings.push(problem('invalid-probe', `${field} of ${where} has the successThreshold ${probe.successThreshold}, and Kubernetes accepts only 1`, 'Leave it out', subject));
  }
  // Merging has made a text of the name.
  const port: unknown = (probe.httpGet ?? probe.tcpSocket)?.port;
  if (typeof port === 'string' && !/^\d+$/.test(port) && !ports.some(({ name }) => name === port)) {
    const names = ports.flatMap(({ name }) => (name === undefined ? [] : [`'${name}'`]));
    findings.push(problem('invalid-probe', `${field} of ${where} asks the port '${port}', which the container does not have`,
      names.length ? `Use one of ${names.join(', ')}, or the number of the port` : 'Use the number of the port, or give the container a port with this name', subject));
  }
  return findings;
}

function portProblems({ name, ports = [] }: k8s.Container): PlanFinding[] {
  return ports.filter(({ containerPort: port }) => !Number.isInteger(port) || port < 1 || port > 65535).map(({ containerPort }) => problem('invalid-port',
    `container '${name}' has port ${containerPort}`, 'Use a whole number from 1 to 65535', name));
}
