import { JobManagerDiscovery } from '../../features/feature';
import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

/** Options that Services, probes and Roles repeat: forcing the option alone separates Flink from its manifests. */
export function checkForcedOptions(plan: ClusterPlan): PlanFinding[] {
  // There Flink's own client makes the objects from the options.
  if (plan.platform.setsAddresses) return [];
  return [...checkPorts(plan), ...checkAddresses(plan), ...checkClusterId(plan)];
}

function checkPorts({ ports, jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  const options: [string, keyof typeof ports][] = [
    ['jobmanager.rpc.port', 'rpc'], ['jobmanager.rpc.bind-port', 'rpc'], ['jobmanager.bind-port', 'rpc'],
    ['blob.server.port', 'blob'],
    ['rest.port', 'rest'], ['rest.bind-port', 'rest'],
    ['taskmanager.rpc.port', 'taskManagerRpc'], ['taskmanager.rpc.bind-port', 'taskManagerRpc'],
  ];
  return [jobManager, taskManager].flatMap(({ configuration }) => options.flatMap(([option, name]) => {
    const text = configuration.text(option);
    return text === undefined || text === String(ports[name]) ? [] : [problem('forced-option-contradicts-manifest',
      `'${option}' is ${text}, and Services and probes use ports.${name}, which is ${ports[name]}`, `Set ports.${name} instead`, option)];
  }));
}

function checkAddresses({ jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  const options = ['jobmanager.rpc.address', 'jobmanager.bind-host', 'taskmanager.bind-host', 'rest.bind-address'];
  return [jobManager, taskManager].flatMap(({ configuration }) => options.flatMap((option) => {
    const text = configuration.text(option) ?? '';
    return /^(localhost|127\..*|::1)$/.test(text) ? [problem('loopback-address', `'${option}' is '${text}', which other pods cannot reach`, 'Leave it out', option)] : [];
  }));
}

function checkClusterId({ name, namespace, discovery, configuration }: ClusterPlan): PlanFinding[] {
  if (discovery !== JobManagerDiscovery.LEADER_ELECTION) return [];
  const options: [string, string | undefined, string][] = [
    ['kubernetes.cluster-id', name, "Set the cluster's 'name' instead"],
    ['kubernetes.namespace', namespace, 'Set the namespace of the chart instead'],
  ];
  return options.flatMap(([option, expected, remedy]) => {
    const text = configuration.text(option);
    return text === undefined || expected === undefined || text === expected ? [] : [problem('forced-option-contradicts-manifest',
      `'${option}' is '${text}', and the permissions are granted for '${expected}'`, remedy, option)];
  });
}
