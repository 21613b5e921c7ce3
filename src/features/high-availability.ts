import { Duration } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, FeatureContext, IFlinkFeature, JobManagerDiscovery } from './feature';
import { complaint } from '../private/remedy';

/** How leader election by Kubernetes behaves. */
export interface KubernetesHighAvailabilityOptions {
  /** After which time without renewal somebody else may lead. @default - Flink's: 15 seconds */
  readonly leaseDuration?: Duration;
  /** In which time the leader must renew. @default - Flink's: 15 seconds */
  readonly renewDeadline?: Duration;
  /** Time between two attempts. @default - Flink's: 5 seconds */
  readonly retryPeriod?: Duration;
}

/**
 * What makes a cluster survive the loss of its JobManager: where leaders are elected, and where jobs and their latest checkpoints
 * are remembered.
 */
export abstract class HighAvailability implements IFlinkFeature {
  /**
   * Leaders are elected over ConfigMaps. Needs nothing but Kubernetes and the cluster's durable storage; the ServiceAccounts and the
   * Roles that Flink needs for it come with it.
   *
   * The ConfigMaps outlive the cluster, so that it finds its jobs again. To forget them, delete the ConfigMaps labelled
   * `app: <cluster>,type: flink-native-kubernetes` and the folder `ha/<cluster>` of the storage.
   */
  public static kubernetes(options: KubernetesHighAvailabilityOptions = {}): HighAvailability {
    return new KubernetesHighAvailability(options);
  }

  /** What high availability needs of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;
}

class KubernetesHighAvailability extends HighAvailability {
  public constructor(private readonly options: KubernetesHighAvailabilityOptions) {
    super();
  }

  public bind(context: FeatureContext): FeatureConfig {
    const owner = 'highAvailability';
    if (!context.platform.hasKubernetes) {
      return { owner, problems: [complaint(`HighAvailability.kubernetes() cannot work on ${context.platform}`, 'Take a service that is there, for example ZooKeeper')] };
    }
    const { leaseDuration, renewDeadline, retryPeriod } = this.options;
    const election = {
      'high-availability.kubernetes.leader-election.lease-duration': leaseDuration,
      'high-availability.kubernetes.leader-election.renew-deadline': renewDeadline,
      'high-availability.kubernetes.leader-election.retry-period': retryPeriod,
    };
    return {
      owner,
      configuration: {
        'high-availability.type': 'kubernetes',
        ...(context.storage ? { 'high-availability.storageDir': context.storage.highAvailability } : {}),
        ...Object.fromEntries(Object.entries(election).filter(([, v]) => v !== undefined)),
        ...(context.platform.assignsIdentity ? {} : identity(context)),
      },
      discovery: JobManagerDiscovery.LEADER_ELECTION,
      jobManager: { permissions: jobManagerRules(context), ...(context.platform.assignsIdentity ? {} : ownAddress(context)) },
      taskManager: { permissions: taskManagerRules(context), ...(context.platform.assignsIdentity ? {} : ownNamespace(context)) },
      problems: this.problems(context),
    };
  }

  private problems(context: FeatureContext): string[] {
    const problems: string[] = [];
    if (!context.storage && context.configuration['high-availability.storageDir'] === undefined) {
      problems.push(complaint('highAvailability needs durable storage and the cluster has none',
        "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')"));
    }
    const { leaseDuration = Duration.seconds(15), renewDeadline = Duration.seconds(15), retryPeriod = Duration.seconds(5) } = this.options;
    if (renewDeadline.toMilliseconds() > leaseDuration.toMilliseconds() || retryPeriod.toMilliseconds() >= renewDeadline.toMilliseconds()) {
      problems.push(complaint(
        `highAvailability has a lease of ${leaseDuration.toHumanString()}, a renew deadline of ${renewDeadline.toHumanString()} and a retry period of ${retryPeriod.toHumanString()}`,
        'Keep retryPeriod < renewDeadline ≤ leaseDuration, or a leader loses its lease without a fault'));
    }
    return problems;
  }
}

function identity(context: FeatureContext): { [option: string]: any } {
  return {
    'kubernetes.cluster-id': context.clusterId,
    // Without it all clusters share `/default` of the storage.
    'high-availability.cluster-id': context.clusterId,
    ...(context.namespaceName ? { 'kubernetes.namespace': context.namespaceName } : {}),
  };
}

/** Flink's Kubernetes client never asks in which namespace it runs: where synth does not know it, the pod tells. */
function ownNamespace(context: FeatureContext) {
  if (context.namespaceName) return {};
  return {
    pod: { env: [fromPod('POD_NAMESPACE', 'metadata.namespace')] },
    dynamicProperties: { 'kubernetes.namespace': '$(POD_NAMESPACE)' },
  };
}

/** Each JobManager is found at its own address: behind a Service there may be several. */
function ownAddress(context: FeatureContext) {
  const { pod, dynamicProperties } = ownNamespace(context);
  return {
    pod: { env: [fromPod('POD_IP', 'status.podIP'), ...(pod?.env ?? [])] },
    dynamicProperties: { 'jobmanager.rpc.address': '$(POD_IP)', ...dynamicProperties },
  };
}

function fromPod(name: string, fieldPath: string): k8s.EnvVar {
  return { name, valueFrom: { fieldRef: { fieldPath } } };
}

function configMaps(verbs: string[], resourceNames?: string[]): k8s.PolicyRule {
  return { apiGroups: [''], resources: ['configmaps'], verbs, ...(resourceNames ? { resourceNames } : {}) };
}

/** Rights are pinned to names wherever Flink asks by name and the name is known. `create` cannot be pinned. */
function jobManagerRules(context: FeatureContext): k8s.PolicyRule[] {
  const { jobManagerVerbs, watchByName } = context.version._facts.kubernetesHa;
  if (!watchByName) return [configMaps(jobManagerVerbs)];
  const leaders = `${context.clusterId}-cluster-config-map`;
  const watching = ['list', 'watch'];
  const rest = jobManagerVerbs.filter((verb) => verb !== 'create' && !watching.includes(verb));
  return [
    configMaps(['create']),
    configMaps(watching, [leaders]),
    configMaps(rest, context.jobId ? [leaders, `${context.clusterId}-${context.jobId}-config-map`] : undefined),
  ];
}

function taskManagerRules(context: FeatureContext): k8s.PolicyRule[] {
  const { taskManagerVerbs, watchByName } = context.version._facts.kubernetesHa;
  return [configMaps(taskManagerVerbs, watchByName ? [`${context.clusterId}-cluster-config-map`] : undefined)];
}
