import { k8s } from 'cdk8s-plus-27';
import { JobManagerDiscovery } from '../../features/feature';
import { RestProtocol } from '../../features/feature-objects';
import { PodOptions } from '../../pod';
import { Probes } from '../plan';

/** Five minutes to start: a JVM on a busy node is slow. */
const STARTING = { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 };
const READY = { periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 };
/** Never REST: it does not answer during a long garbage collection, and a restart would interrupt the job. */
const ALIVE = { periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 5 };

/** A JobManager is ready when its REST API answers. `/config` needs neither TaskManagers nor a leader, so standbys are ready, too. */
export function jobManagerProbes(pod: PodOptions, discovery: JobManagerDiscovery, protocol: RestProtocol): Probes {
  const listens = { tcpSocket: { port: port('rest') } };
  const answers = restAnswers(protocol) ?? listens;
  return {
    // While no JobManager leads, the REST API answers 503; that is no failure to start.
    startupProbe: { ...(discovery === JobManagerDiscovery.LEADER_ELECTION ? listens : answers), ...STARTING },
    readinessProbe: { ...answers, ...READY },
    livenessProbe: { tcpSocket: { port: port('rpc') }, ...ALIVE },
    ...probesOf(pod),
  };
}

/** TaskManagers have no HTTP endpoint. */
export function taskManagerProbes(pod: PodOptions): Probes {
  const listens = { tcpSocket: { port: port('rpc') } };
  return {
    startupProbe: { ...listens, ...STARTING },
    readinessProbe: { ...listens, ...READY },
    livenessProbe: { ...listens, ...ALIVE },
    ...probesOf(pod),
  };
}

/** For a pod that is either role: one command for each probe, in place of a port. */
export function probesByCommand(pod: PodOptions, rest: string[], rpc: string[]): Probes {
  return {
    startupProbe: { exec: { command: rest }, ...STARTING },
    readinessProbe: { exec: { command: rest }, ...READY },
    livenessProbe: { exec: { command: rpc }, ...ALIVE },
    ...probesOf(pod),
  };
}

/** A probe has no client certificate, so of a server that asks for one it can only see that it listens. */
function restAnswers(protocol: RestProtocol): k8s.Probe | undefined {
  if (protocol === RestProtocol.MUTUAL_HTTPS) return undefined;
  return { httpGet: { path: '/config', port: port('rest'), ...(protocol === RestProtocol.HTTPS ? { scheme: 'HTTPS' } : {}) } };
}

/** The probes that are set for a pod. */
export function probesOf({ startupProbe, readinessProbe, livenessProbe }: PodOptions): Probes {
  const probes = { startupProbe, readinessProbe, livenessProbe };
  return Object.fromEntries(Object.entries(probes).filter(([, probe]) => probe !== undefined));
}

/** A port by its name where a Kubernetes struct wants one. Its class would have to be loaded, and becomes plain text in the end. */
function port(name: string): k8s.IntOrString {
  return name as unknown as k8s.IntOrString;
}
