import { ClusterPlan } from './plan';
import { JobManagerDiscovery } from '../features/feature';
import { complaint } from '../private/remedy';

/** Options that the manifests around Flink repeat in Services, probes and Roles. Who forces one tears the two apart. */
export function checkForced(plan: ClusterPlan): string[] {
  // There Flink's own client makes the objects from the options.
  if (plan.platform.assignsIdentity) return [];
  return [...checkPorts(plan), ...checkAddresses(plan), ...checkIdentity(plan)];
}

function checkPorts({ ports, jobManager, taskManager }: ClusterPlan): string[] {
  const options: [string, keyof typeof ports][] = [
    ['jobmanager.rpc.port', 'rpc'], ['jobmanager.rpc.bind-port', 'rpc'], ['jobmanager.bind-port', 'rpc'],
    ['blob.server.port', 'blob'],
    ['rest.port', 'rest'], ['rest.bind-port', 'rest'],
    ['taskmanager.rpc.port', 'taskManagerRpc'], ['taskmanager.rpc.bind-port', 'taskManagerRpc'],
  ];
  return [jobManager, taskManager].flatMap(({ configuration }) => options.flatMap(([option, name]) => {
    const text = configuration.text(option);
    return text === undefined || text === String(ports[name]) ? [] : [complaint(
      `'${option}' is ${text}, and Services and probes know ports.${name}, which is ${ports[name]}`, `Set ports.${name} instead`)];
  }));
}

function checkAddresses({ jobManager, taskManager }: ClusterPlan): string[] {
  const options = ['jobmanager.rpc.address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'rest.bind-address'];
  return [jobManager, taskManager].flatMap(({ configuration }) => options.flatMap((option) => {
    const text = configuration.text(option) ?? '';
    return /^(localhost|127\..*|::1)$/.test(text) ? [complaint(`'${option}' is '${text}', which every pod takes for itself alone`, 'Leave it out')] : [];
  }));
}

function checkIdentity({ name, namespace, discovery, configuration }: ClusterPlan): string[] {
  if (discovery !== JobManagerDiscovery.LEADER_ELECTION) return [];
  const options: [string, string | undefined, string][] = [
    ['kubernetes.cluster-id', name, "Set the cluster's 'name' instead"],
    ['kubernetes.namespace', namespace, 'Set the namespace of the chart instead'],
  ];
  return options.flatMap(([option, known, remedy]) => {
    const text = configuration.text(option);
    return text === undefined || known === undefined || text === known ? [] : [complaint(
      `'${option}' is '${text}', and the permissions are given for '${known}'`, remedy)];
  });
}
