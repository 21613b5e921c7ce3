import { overlay } from './merge-pods';
import { RolePlan } from './plan';
import { CONTAINER_SECURITY, MAIN_CONTAINER, POD_SECURITY } from './pod-template';
import { nameProblem } from '../private/names';
import { isQuantity } from '../private/quantity';
import { complaint } from '../private/remedy';

/** Containers beside Flink's. */
export function checkContainers({ pod, containerPorts }: RolePlan): string[] {
  const problems: string[] = [];
  const names = new Set<string>([MAIN_CONTAINER]);
  for (const { name = '', image, ports } of [...(pod.initContainers ?? []), ...(pod.sidecars ?? [])]) {
    const because = nameProblem(name.replace(/^[0-9]/, 'd'), 63);
    if (because) problems.push(complaint(`container '${name}' ${because}`, "Rename it, for example 'log-shipper'"));
    if (names.has(name)) {
      problems.push(complaint(`two containers of the pod are called '${name}'`,
        name === MAIN_CONTAINER ? 'That is Flink\'s own: use env, mounts and resources of the pod to change it' : 'Rename one'));
    }
    if (!image) problems.push(complaint(`container '${name}' has no image`, 'Give it one'));
    for (const { containerPort } of ports ?? []) {
      const own = containerPorts.find((port) => port.containerPort === containerPort);
      if (own) problems.push(complaint(`container '${name}' has port ${containerPort}, on which Flink listens in the same pod ('${own.name}')`, "Choose another one, or move Flink's with 'ports'"));
    }
    names.add(name);
  }
  return problems;
}

/** Resources of Flink's container. */
export function checkResources({ pod }: RolePlan): string[] {
  const asked = Object.entries({ ...pod.resources?.requests, ...pod.resources?.limits });
  return asked.flatMap(([name, amount]) => {
    if (name === 'cpu') return [complaint('pod.resources sets cpu, which comes from the role', 'Use cpu and cpuLimit of jobManager and taskManager')];
    if (name === 'memory') {
      return [complaint('pod.resources sets memory, which comes from the role', 'Use memory of jobManager and taskManager: the container gets exactly what Flink uses')];
    }
    return isQuantity(String(amount)) ? [] : [complaint(`pod.resources sets ${name} to '${amount}', which is no amount of Kubernetes`, "Write a number and a unit, for example '2Gi'")];
  });
}

/** Security contexts that no node or API server would take. */
export function checkSecurity({ pod }: RolePlan): string[] {
  const ofPod = overlay(POD_SECURITY, pod.securityContext ?? {});
  const ofContainer = overlay(CONTAINER_SECURITY, pod.containerSecurityContext ?? {});
  const problems: string[] = [];
  if ((ofContainer.runAsUser ?? ofPod.runAsUser) === 0 && (ofContainer.runAsNonRoot ?? ofPod.runAsNonRoot)) {
    problems.push(complaint('the pods run as user 0 and must not run as root: no node would start them', 'Choose another user, or set runAsNonRoot to false as well'));
  }
  if (ofContainer.privileged && ofContainer.allowPrivilegeEscalation === false) {
    problems.push(complaint('pod.containerSecurityContext is privileged and allows no privilege escalation, and Kubernetes refuses both together',
      'Leave privileged out, or set allowPrivilegeEscalation to true as well'));
  }
  return problems;
}
