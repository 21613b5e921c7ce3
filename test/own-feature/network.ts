import { FeatureConfig, FeatureObjects, IFeatureObjects, IFlinkFeature, KubernetesObject, PlannedCluster, PlannedRole, PortCaller } from 'cdk8s-flink';

/** A NetworkPolicy for each role, derived from who calls which port, as a user would write it. */
export class DerivedNetworkPolicies implements IFlinkFeature, IFeatureObjects {
  /** @param monitoring labels of the namespace from which metrics are scraped. */
  public constructor(private readonly monitoring: { [label: string]: string }) {}

  public bind(): FeatureConfig {
    return { owner: 'DerivedNetworkPolicies', objects: [this] };
  }

  public objectsFor(cluster: PlannedCluster): FeatureObjects {
    return {
      objects: [this.policy(cluster, 'jobmanager', cluster.jobManager), this.policy(cluster, 'taskmanager', cluster.taskManager)],
      warnings: cluster.namespaceName ? [] : [{ id: 'acme-no-namespace', message: 'the chart has no namespace', remedy: 'Set it, so that policies and pods go to one place' }],
    };
  }

  private policy(cluster: PlannedCluster, role: string, { selector, ports }: PlannedRole): KubernetesObject {
    return {
      id: `${role}-policy`,
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      name: `${cluster.name}-${role}`,
      content: {
        spec: {
          podSelector: selector,
          policyTypes: ['Ingress'],
          ingress: ports.map(({ port, callers }) => ({ ports: [{ port, protocol: 'TCP' }], from: callers.flatMap((caller) => this.peers(cluster, caller)) })),
        },
      },
    };
  }

  private peers(cluster: PlannedCluster, caller: PortCaller): object[] {
    switch (caller) {
      case PortCaller.JOB_MANAGER: return [{ podSelector: cluster.jobManager.selector }];
      case PortCaller.TASK_MANAGER: return [{ podSelector: cluster.taskManager.selector }];
      case PortCaller.MONITORING: return [{ namespaceSelector: { matchLabels: this.monitoring } }];
      default: return [{ podSelector: {} }];
    }
  }
}

/** A PodMonitor for all ports that a monitoring system scrapes, as a user would write it. */
export class DerivedPodMonitor implements IFlinkFeature, IFeatureObjects {
  public bind(): FeatureConfig {
    return { owner: 'DerivedPodMonitor', objects: [this] };
  }

  public objectsFor({ name, jobManager, taskManager }: PlannedCluster): FeatureObjects {
    const monitors = [['jobmanager', jobManager], ['taskmanager', taskManager]] as const;
    const scraped = (role: PlannedRole) => role.ports.filter(({ callers }) => callers.includes(PortCaller.MONITORING));
    return {
      objects: monitors.filter(([, role]) => scraped(role).length).map(([id, role]) => ({
        id: `${id}-monitor`,
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        name: `${name}-${id}`,
        content: { spec: { selector: role.selector, podMetricsEndpoints: scraped(role).map((port) => ({ port: port.name })) } },
      })),
      problems: monitors.some(([, role]) => scraped(role).length) ? [] : [{ id: 'acme-nothing-to-scrape', message: 'no port is scraped', remedy: "Set 'metrics', for example MetricsReporter.prometheus()", subject: 'metrics' }],
    };
  }
}
