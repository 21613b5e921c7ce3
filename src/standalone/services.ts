import { Manifest, objectMeta } from './manifest';
import { ClusterPlan } from '../plan/plan';

/** The Service of a single JobManager's RPC. The client of a restarted JobManager finds it under the same address. */
export function jobManagerService(plan: ClusterPlan, selector: { [label: string]: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, jobManagerServiceName(plan.name)),
    spec: {
      selector,
      ports: [
        { name: 'rpc', port: plan.ports.rpc, targetPort: 'rpc' },
        { name: 'blob', port: plan.ports.blob, targetPort: 'blob' },
      ],
    },
  };
}

export function jobManagerServiceName(cluster: string): string {
  return `${cluster}-jobmanager`;
}

/** The Service of REST API and UI. Standbys answer, too, with the leader's answer. */
export function restService(plan: ClusterPlan, selector: { [label: string]: string }): Manifest {
  const { serviceType: type, fixedNodePort: nodePort, annotations } = plan.rest;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, restServiceName(plan.name), annotations),
    spec: {
      type,
      selector,
      ports: [{ name: 'rest', port: plan.ports.rest, targetPort: 'rest', ...(nodePort ? { nodePort } : {}) }],
    },
  };
}

export function restServiceName(cluster: string): string {
  return `${cluster}-rest`;
}

/** Names for pods that keep theirs. Nothing but DNS asks it, and pods want to be found before they are ready. */
export function headlessService(plan: ClusterPlan, name: string, selector: { [label: string]: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, name),
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector },
  };
}
