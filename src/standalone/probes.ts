import { k8s } from 'cdk8s-plus-27';
import { JobManagerDiscovery } from '../features/feature';
import { ClusterPlan, RolePlan } from '../plan/plan';
import { defined } from '../plan/pod-template';
import { Plain } from '../private/plain';

/** The three probes of a container. */
export interface Probes {
  readonly startupProbe: Plain<k8s.Probe>;
  readonly readinessProbe: Plain<k8s.Probe>;
  readonly livenessProbe: Plain<k8s.Probe>;
}

/** Five minutes to start: on a busy node a JVM takes its time. */
const STARTING = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 };
const READY = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
/** Never REST: it stalls in a long garbage collection, and a restart would cost the job. */
const ALIVE = { periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 };

/** A JobManager is ready when it answers. `/config` needs no TaskManager and no RPC, so standbys are ready, too. */
export function jobManagerProbes({ jobManager, discovery }: ClusterPlan): Probes {
  const config = { httpGet: { path: '/config', port: 'rest' } };
  // While nobody leads, REST answers 503; that is no failure to start.
  const listens = { tcpSocket: { port: 'rest' } };
  return {
    startupProbe: { ...(discovery === JobManagerDiscovery.LEADER_ELECTION ? listens : config), ...STARTING },
    readinessProbe: { ...config, ...READY },
    livenessProbe: { tcpSocket: { port: 'rpc' }, ...ALIVE },
    ...replaced(jobManager),
  };
}

/** A TaskManager has no HTTP of its own. */
export function taskManagerProbes({ taskManager }: ClusterPlan): Probes {
  const listens = { tcpSocket: { port: 'rpc' } };
  return {
    startupProbe: { ...listens, ...STARTING },
    readinessProbe: { ...listens, ...READY },
    livenessProbe: { ...listens, ...ALIVE },
    ...replaced(taskManager),
  };
}

/** For pods that are either: a probe names one port, so a shell chooses it by the pod's index. */
export function indexedProbes({ jobManager, ports }: ClusterPlan): Probes {
  const listens = (ofJobManager: number) => ({
    exec: {
      command: ['bash', '-c', `exec 3<>"/dev/tcp/127.0.0.1/$([ "$JOB_COMPLETION_INDEX" = 0 ] && echo ${ofJobManager} || echo ${ports.taskManagerRpc})"`],
    },
  });
  return {
    startupProbe: { ...listens(ports.rest), ...STARTING },
    readinessProbe: { ...listens(ports.rest), ...READY },
    livenessProbe: { ...listens(ports.rpc), ...ALIVE },
    ...replaced(jobManager),
  };
}

function replaced({ pod }: RolePlan): Partial<Probes> {
  const { startupProbe, readinessProbe, livenessProbe } = pod;
  return defined({ startupProbe, readinessProbe, livenessProbe }) as Partial<Probes>;
}
