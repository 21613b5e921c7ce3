import { Duration } from 'cdk8s';
import { storageRequired } from './storage-required';
import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, FeatureContext, JobManagerDiscovery } from '../feature';

/** Who may read and change the nodes that Flink creates in ZooKeeper. */
export enum ZooKeeperAcl {
  /** Everyone who reaches ZooKeeper. */
  OPEN = 'open',
  /** The user that Flink is authenticated as. It requires authentication, for example SASL. */
  CREATOR = 'creator',
}

/** The ZooKeeper servers that elect the leader, and the nodes that are used there. */
export interface ZooKeeperHighAvailabilityOptions {
  /** The servers as `host:port`, for example `zookeeper-0.zookeeper.kafka:2181`. */
  readonly quorum: string[];
  /** The node below which every cluster has a node of its own, named by the cluster. @default - Flink's: `/flink` */
  readonly rootPath?: string;
  /** Who may read and change the nodes. @default - Flink's: ZooKeeperAcl.OPEN */
  readonly acl?: ZooKeeperAcl;
  /** The time after which ZooKeeper drops a leader that is silent. @default - Flink's: 1 minute */
  readonly sessionTimeout?: Duration;
  /** The time within which a connection must be established. @default - Flink's: 15 seconds */
  readonly connectionTimeout?: Duration;
  /** The time between two attempts. @default - Flink's: 5 seconds */
  readonly retryWait?: Duration;
  /** The number of attempts before the client gives up. @default - Flink's: 3 */
  readonly maxRetryAttempts?: number;
  /** Whether leaders stay leaders while a connection is suspended, and resign only when it is lost. Flink 1.14 or newer. @default - Flink's: false */
  readonly tolerateSuspendedConnections?: boolean;
}

/** What leader election by ZooKeeper requires. Pods need no access to the Kubernetes API for it. */
export function zooKeeperHighAvailability(options: ZooKeeperHighAvailabilityOptions, context: FeatureContext): FeatureConfig {
  const { platform, storage, clusterId, ports } = context;
  const client = 'high-availability.zookeeper.client';
  const given = {
    'high-availability.zookeeper.path.root': options.rootPath,
    [`${client}.acl`]: options.acl,
    [`${client}.session-timeout`]: options.sessionTimeout,
    [`${client}.connection-timeout`]: options.connectionTimeout,
    [`${client}.retry-wait`]: options.retryWait,
    [`${client}.max-retry-attempts`]: options.maxRetryAttempts,
    [`${client}.tolerate-suspended-connections`]: options.tolerateSuspendedConnections,
    'high-availability.storageDir': storage?.highAvailability,
    // Without it all clusters share the node and the directory `default`.
    'high-availability.cluster-id': platform.setsClusterId ? undefined : clusterId,
  };
  return {
    owner: 'highAvailability',
    configuration: {
      'high-availability.type': 'zookeeper',
      'high-availability.zookeeper.quorum': (options.quorum ?? []).join(','),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    },
    // With ZooKeeper the JobManager listens for TaskManagers on a random port unless this one is set.
    defaults: { 'high-availability.jobmanager.port': ports.rpc },
    discovery: JobManagerDiscovery.LEADER_ELECTION,
    problems: [...storageRequired(context), ...argumentProblems(options)],
  };
}

function argumentProblems({ quorum = [], rootPath, maxRetryAttempts = 0 }: ZooKeeperHighAvailabilityOptions): PlanFinding[] {
  const invalid = quorum.filter((server) => !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(server));
  const found = quorum.length === 0 ? 'no servers' : invalid.length > 0 ? `the server '${invalid[0]}'` : undefined;
  return [
    ...found === undefined ? [] : [problem('invalid-zookeeper-quorum', `highAvailability has ${found} in 'quorum'`, "Write each server as host:port, for example 'zookeeper-0.zookeeper:2181'", 'highAvailability.quorum')],
    ...rootPath === undefined || /^(\/[^/\s]+)+$/.test(rootPath) ? [] : [problem('invalid-zookeeper-path', `highAvailability.rootPath is '${rootPath}'`, "Write the path of a node, for example '/flink'", 'highAvailability.rootPath')],
    ...maxRetryAttempts >= 0 ? [] : [problem('invalid-zookeeper-attempts', `highAvailability.maxRetryAttempts is ${maxRetryAttempts}`, 'Write a whole number, 0 or more', 'highAvailability.maxRetryAttempts')],
  ];
}
