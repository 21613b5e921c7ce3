import { Duration } from 'cdk8s';
import { jobManagerRules, taskManagerRules } from './kubernetes-permissions';
import { PlanFinding, problem } from '../../private/findings';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature, JobManagerDiscovery, RoleConfig } from '../feature';

/** Timing of the leader election over Kubernetes ConfigMaps. */
export interface KubernetesHighAvailabilityOptions {
  /** The time after which another JobManager may lead when the leader has not renewed its lease. @default - Flink's: 15 seconds */
  readonly leaseDuration?: Duration;
  /** The time within which the leader must renew its lease. @default - Flink's: 15 seconds */
  readonly renewDeadline?: Duration;
  /** The time between two attempts to acquire or renew the lease. @default - Flink's: 5 seconds */
  readonly retryPeriod?: Duration;
}

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
    return new KubernetesHighAvailability(given.options ?? {}, findings);
  }

  /** What high availability requires of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;
}

class KubernetesHighAvailability extends HighAvailability implements BuiltInFeature {
  public constructor(private readonly options: KubernetesHighAvailabilityOptions, public readonly _findings: PlanFinding[]) {
    super();
  }

  public bind(context: FeatureContext): FeatureConfig {
    const owner = 'highAvailability';
    const { platform, storage, namespaceName, clusterId } = context;
    if (!platform.hasKubernetes) {
      return { owner, problems: [problem('unsupported-high-availability', `HighAvailability.kubernetes() cannot work on ${platform}`, 'Use a service that is available there, for example ZooKeeper', owner)] };
    }
    const { leaseDuration, renewDeadline, retryPeriod } = this.options;
    const election = {
      'high-availability.kubernetes.leader-election.lease-duration': leaseDuration,
      'high-availability.kubernetes.leader-election.renew-deadline': renewDeadline,
      'high-availability.kubernetes.leader-election.retry-period': retryPeriod,
    };
    const namespace = this.namespaceOfPod(context);
    return {
      owner,
      configuration: {
        'high-availability.type': 'kubernetes',
        ...(storage?.highAvailability ? { 'high-availability.storageDir': storage.highAvailability } : {}),
        ...Object.fromEntries(Object.entries(election).filter(([, v]) => v !== undefined)),
        // Without high-availability.cluster-id all clusters share `/default` of the storage.
        ...(platform.setsClusterId ? {} : { 'kubernetes.cluster-id': clusterId, 'high-availability.cluster-id': clusterId }),
        ...(platform.setsNamespace || !namespaceName ? {} : { 'kubernetes.namespace': namespaceName }),
      },
      discovery: JobManagerDiscovery.LEADER_ELECTION,
      jobManager: { permissions: jobManagerRules(context), ...namespace },
      taskManager: { permissions: taskManagerRules(context), ...namespace },
      problems: this.problems(context),
    };
  }

  /** Flink's Kubernetes client never asks in which namespace it runs: where it is not known at synth, the pod tells. */
  private namespaceOfPod({ platform, namespaceName }: FeatureContext): RoleConfig {
    if (platform.setsNamespace || namespaceName) return {};
    return {
      pod: { env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }] },
      dynamicProperties: { 'kubernetes.namespace': '$(POD_NAMESPACE)' },
    };
  }

  private problems(context: FeatureContext): PlanFinding[] {
    const problems: PlanFinding[] = [];
    if (!context.storage?.highAvailability && context.configuration['high-availability.storageDir'] === undefined) {
      problems.push(problem('high-availability-without-storage', 'highAvailability requires durable storage',
        "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')", 'highAvailability'));
    }
    const { leaseDuration = Duration.seconds(15), renewDeadline = Duration.seconds(15), retryPeriod = Duration.seconds(5) } = this.options;
    const [lease, deadline, period] = [leaseDuration, renewDeadline, retryPeriod].map((each) => each.toMilliseconds({ integral: false }));
    if (deadline > lease || period >= deadline) {
      problems.push(problem('invalid-leader-election', `highAvailability has a lease duration of ${leaseDuration.toHumanString()}, a renew deadline of ${renewDeadline.toHumanString()} and a retry period of ${retryPeriod.toHumanString()}`,
        'Keep retryPeriod < renewDeadline ≤ leaseDuration, or a healthy leader loses its lease', 'highAvailability'));
    }
    return problems;
  }
}
