import { k8s } from 'cdk8s-plus-27';
import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { nameProblem } from '../../private/names';
import { Plain } from '../../private/plain';
import { amountOf, mebibytes } from '../../private/quantity';
import { RolePlan } from '../plan';
import { overlay } from '../pods/merge-pods';
import { CONTAINER_SECURITY, MAIN_CONTAINER, POD_SECURITY } from '../pods/pod-template';

/** Containers beside Flink's. */
export function checkContainers({ pod, ports: flinkPorts }: RolePlan): PlanFinding[] {
  const findings: PlanFinding[] = [];
  const names = new Set<string>([MAIN_CONTAINER]);
  for (const { name, image, ports, resources } of [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])]) {
    const reason = nameProblem(name.replace(/^[0-9]/, 'd'), 63);
    if (reason) findings.push(problem('invalid-container', `container '${name}' ${reason}`, "Rename it, for example 'log-shipper'", name));
    if (names.has(name)) {
      findings.push(problem('duplicate-container', `two containers of the pod have the name '${name}'`,
        name === MAIN_CONTAINER ? "It is the name of Flink's container: change that with env, mounts and resources of the pod" : 'Rename one', name));
    }
    if (!image) findings.push(problem('invalid-container', `container '${name}' has no image`, 'Set its image', name));
    findings.push(...overLimits(`container '${name}'`, resources as Plain<k8s.ResourceRequirements> | undefined));
    for (const { containerPort } of ports ?? []) {
      const own = flinkPorts.find(({ port }) => port === containerPort);
      if (own) findings.push(problem('port-conflict', `container '${name}' has port ${containerPort}, on which Flink listens in the same pod ('${own.name}')`, "Choose another port, or move Flink's with 'ports'", name));
    }
    names.add(name);
  }
  return [...findings, ...restartPolicies(pod)];
}

/** A field that is younger than the structs of Kubernetes 1.27. Only an init container may have it, and then it starts before Flink and runs beside it. */
function restartPolicies({ initContainers = [], sidecars = [] }: PodOptions): PlanFinding[] {
  const policyOf = (container: k8s.Container) => (container as { readonly restartPolicy?: string }).restartPolicy;
  return [
    ...initContainers.filter((container) => !['Always', undefined].includes(policyOf(container))).map((container) => problem('invalid-container',
      `init container '${container.name}' has the restartPolicy '${policyOf(container)}', and Kubernetes accepts only 'Always'`, 'Leave it out', container.name)),
    ...sidecars.filter((container) => policyOf(container) !== undefined).map((container) => problem('invalid-container',
      `container '${container.name}' has a restartPolicy, which Kubernetes accepts only of an init container`,
      "Leave it out; or move the container to initContainers with the restartPolicy 'Always', if it must start before Flink", container.name)),
  ];
}

/** Resources of Flink's container. */
export function checkResources({ role, pod, ephemeralStorage }: RolePlan): PlanFinding[] {
  const given = pod.resources as Plain<k8s.ResourceRequirements> | undefined;
  const limit = given?.limits?.['ephemeral-storage'];
  const request = mebibytes(ephemeralStorage);
  const overLimit = limit !== undefined && given?.requests?.['ephemeral-storage'] === undefined && amountOf(request) > amountOf(limit);
  return [
    ...(overLimit ? [problem('invalid-resources', `pod.resources limits ephemeral-storage to ${limit}, and ${role} requests ${request}: Kubernetes refuses a request above its limit`,
      `Set ${role}.ephemeralStorage to the limit or less, or raise the limit to ${request}`, 'pod.resources')] : []),
    ...overLimits('pod.resources', given),
    ...ofRole(pod.resources),
  ];
}

/** Requests that are above their limits. */
function overLimits(where: string, { requests = {}, limits = {} }: Plain<k8s.ResourceRequirements> = {}): PlanFinding[] {
  return Object.entries(requests).filter(([name, request]) => limits[name] !== undefined && amountOf(request) > amountOf(limits[name]))
    .map(([name, request]) => problem('invalid-resources', `${where} requests ${request} of ${name}, and limits it to ${limits[name]}: Kubernetes refuses a request above its limit`,
      `Request ${limits[name]} or less, or raise the limit`, where));
}

/** Resources that the role sets. */
function ofRole(resources: k8s.ResourceRequirements = {}): PlanFinding[] {
  return Object.keys({ ...resources.requests, ...resources.limits }).flatMap((name) => {
    if (name === 'cpu') return [problem('invalid-resources', 'pod.resources sets cpu, which the role sets', 'Use cpu and cpuLimit of jobManager and taskManager', 'pod.resources')];
    if (name === 'memory') {
      return [problem('invalid-resources', 'pod.resources sets memory, which the role sets', 'Use memory of jobManager and taskManager: the container gets exactly what Flink uses', 'pod.resources')];
    }
    return [];
  });
}

/** Security contexts that Kubernetes refuses. */
export function checkSecurity({ pod }: RolePlan): PlanFinding[] {
  const ofPod = overlay(POD_SECURITY, pod.securityContext ?? {});
  const ofContainer = overlay(CONTAINER_SECURITY, pod.containerSecurityContext ?? {});
  const findings: PlanFinding[] = [];
  if ((ofContainer.runAsUser ?? ofPod.runAsUser) === 0 && (ofContainer.runAsNonRoot ?? ofPod.runAsNonRoot)) {
    findings.push(problem('invalid-security-context', 'the pods run as user 0 and runAsNonRoot is true: no node would start them', 'Choose another user, or set runAsNonRoot to false as well', 'pod.securityContext'));
  }
  if (ofContainer.privileged && ofContainer.allowPrivilegeEscalation === false) {
    findings.push(problem('invalid-security-context', 'pod.containerSecurityContext is privileged and forbids privilege escalation, which Kubernetes refuses together',
      'Leave privileged out, or set allowPrivilegeEscalation to true as well', 'pod.containerSecurityContext'));
  }
  return findings;
}
