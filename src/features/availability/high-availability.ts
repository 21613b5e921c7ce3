import { kubernetesHighAvailability, KubernetesHighAvailabilityOptions } from './kubernetes-high-availability';
import { zooKeeperHighAvailability, ZooKeeperHighAvailabilityOptions } from './zookeeper-high-availability';
import { PlanFinding } from '../../private/findings';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/**
 * High availability: a cluster recovers its jobs from their latest checkpoints when its JobManager is lost.
 */
export abstract class HighAvailability implements IFlinkFeature {
  /**
   * Leader election over ConfigMaps. It requires Kubernetes and the cluster's durable storage; the ServiceAccounts and Roles that Flink
   * needs for it are created with the cluster.
   *
   * The ConfigMaps outlive the cluster, so that it recovers its jobs when it is created again. To discard the jobs, delete the ConfigMaps
   * labelled `app: <cluster>,type: flink-native-kubernetes` and the directory `ha/<cluster>` of the storage.
   */
  public static kubernetes(options: KubernetesHighAvailabilityOptions = {}): HighAvailability {
    const { given, findings } = checkArguments('HighAvailability.kubernetes', { options });
    return new DelegatingHighAvailability((context) => kubernetesHighAvailability(given.options ?? {}, context), findings);
  }

  /**
   * Leader election by ZooKeeper, which works with every system. It requires the cluster's durable storage, and servers that the pods reach;
   * no access to the Kubernetes API.
   *
   * The nodes outlive the cluster, so that it recovers its jobs when it is created again. To discard the jobs, delete the node `<rootPath>/<cluster>`
   * and the directory `ha/<cluster>` of the storage.
   */
  public static zooKeeper(options: ZooKeeperHighAvailabilityOptions): HighAvailability {
    const { given, findings } = checkArguments('HighAvailability.zooKeeper', { options });
    return new DelegatingHighAvailability((context) => zooKeeperHighAvailability(given.options ?? { quorum: [] }, context), findings);
  }

  /** What high availability requires of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;
}

class DelegatingHighAvailability extends HighAvailability implements BuiltInFeature {
  public constructor(private readonly requirements: (context: FeatureContext) => FeatureConfig, public readonly _findings: PlanFinding[]) {
    super();
  }

  public bind(context: FeatureContext): FeatureConfig {
    return this.requirements(context);
  }
}
