import { Duration } from 'cdk8s';
import { jobManagerRules, taskManagerRules } from './kubernetes-permissions';
import { storageRequired } from './storage-required';
import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, FeatureContext, JobManagerDiscovery, RoleConfig } from '../feature';

/** Timing of the leader election over Kubernetes ConfigMaps. */
export interface KubernetesHighAvailabilityOptions {
  /** The time after which another JobManager may lead when the leader has not renewed its lease. @default - Flink's: 15 seconds */
  readonly leaseDuration?: Duration;
  /** The time within which the leader must renew its lease. @default - Flink's: 15 seconds */
  readonly renewDeadline?: Duration;
  /** The time between two attempts to acquire or renew the lease. @default - Flink's: 5 seconds */
  readonly retryPeriod?: Duration;
}

/** What leader election over ConfigMaps requires. */
export function kubernetesHighAvailability(options: KubernetesHighAvailabilityOptions, context: FeatureContext): FeatureConfig {
  const owner = 'highAvailability';
  const { platform, storage, namespaceName, clusterId } = context;
  if (!platform.hasKubernetes) {
    return {
      owner,
      problems: [problem('unsupported-high-availability', `HighAvailability.kubernetes() cannot work on ${platform}`,
        "Use HighAvailability.zooKeeper({ quorum: ['zookeeper-0:2181'] })", owner)],
    };
  }
  const { leaseDuration, renewDeadline, retryPeriod } = options;
  const election = {
    'high-availability.kubernetes.leader-election.lease-duration': leaseDuration,
    'high-availability.kubernetes.leader-election.renew-deadline': renewDeadline,
    'high-availability.kubernetes.leader-election.retry-period': retryPeriod,
  };
  const namespace = namespaceOfPod(context);
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
    problems: [...storageRequired(context), ...leaderElectionProblems(options)],
  };
}

/** Flink's Kubernetes client never asks in which namespace it runs: where it is not known at synth, the pod tells. */
function namespaceOfPod({ platform, namespaceName }: FeatureContext): RoleConfig {
  if (platform.setsNamespace || namespaceName) return {};
  return {
    pod: { env: [{ name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }] },
    dynamicProperties: { 'kubernetes.namespace': '$(POD_NAMESPACE)' },
  };
}

function leaderElectionProblems(options: KubernetesHighAvailabilityOptions): PlanFinding[] {
  const { leaseDuration = Duration.seconds(15), renewDeadline = Duration.seconds(15), retryPeriod = Duration.seconds(5) } = options;
  const [lease, deadline, period] = [leaseDuration, renewDeadline, retryPeriod].map((each) => each.toMilliseconds({ integral: false }));
  if (deadline <= lease && period < deadline) return [];
  const given = `a lease duration of ${leaseDuration.toHumanString()}, a renew deadline of ${renewDeadline.toHumanString()} and a retry period of ${retryPeriod.toHumanString()}`;
  return [problem('invalid-leader-election', `highAvailability has ${given}`,
    'Keep retryPeriod < renewDeadline ≤ leaseDuration, or a healthy leader loses its lease', 'highAvailability')];
}
