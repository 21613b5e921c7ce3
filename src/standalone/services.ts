import { jobManagerName } from './workloads';
import { RestProtocol } from '../features/feature-objects';
import { Manifest, objectMeta } from '../kubernetes/manifest';
import { ClusterPlan } from '../plan/plan';

/** The Service of a single JobManager's RPC. The client of a restarted JobManager finds it under the same address. */
export function jobManagerService(plan: ClusterPlan, selector: { [label: string]: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, jobManagerName(plan.name)),
    spec: {
      selector,
      ports: [
        { name: 'rpc', port: plan.ports.rpc, targetPort: 'rpc' },
        { name: 'blob', port: plan.ports.blob, targetPort: 'blob' },
      ],
    },
  };
}

/** The Service of the REST API and the web UI. Standbys forward requests to the leader. */
export function restService(plan: ClusterPlan, selector: { [label: string]: string }): Manifest {
  const { serviceType: type, fixedNodePort: nodePort, annotations } = plan.rest.service;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, plan.rest.serviceName, annotations),
    spec: {
      type,
      selector,
      ports: [{ name: 'rest', port: plan.ports.rest, targetPort: 'rest', ...appProtocol(plan), ...(nodePort ? { nodePort } : {}) }],
    },
  };
}

/** Ingress controllers and service meshes read from it that they must speak TLS. */
function appProtocol({ rest: { protocol } }: ClusterPlan) {
  return protocol === RestProtocol.HTTP ? {} : { appProtocol: 'https' };
}

/** DNS names for pods that keep theirs, also before they are ready. */
export function headlessService(plan: ClusterPlan, name: string, selector: { [label: string]: string }): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: objectMeta(plan, name),
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector },
  };
}
