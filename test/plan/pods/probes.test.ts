import { JobManagerDiscovery, PodOptions, RestProtocol } from '../../../src';
import { jobManagerProbes, probesByCommand, taskManagerProbes } from '../../../src/plan/pods/probes';

const { SERVICE, LEADER_ELECTION } = JobManagerDiscovery;
const { HTTP, HTTPS, MUTUAL_HTTPS } = RestProtocol;
const config = { httpGet: { path: '/config', port: 'rest' } };
const listens = (port: string) => ({ tcpSocket: { port } });
const ofJobManager = (pod: PodOptions = {}, discovery = SERVICE, protocol = HTTP) => jobManagerProbes(pod, discovery, protocol);

test('a JobManager has started and is ready when REST answers, and alive when RPC listens', () => {
  const { startupProbe, readinessProbe, livenessProbe } = ofJobManager();
  expect(startupProbe).toMatchObject({ ...config, periodSeconds: 5, failureThreshold: 60 });
  expect(readinessProbe).toMatchObject(config);
  expect(livenessProbe).toMatchObject(listens('rpc'));
});

test('a JobManager among several has started when REST listens: while nobody leads, it answers 503', () => {
  const { startupProbe, readinessProbe } = ofJobManager({}, LEADER_ELECTION);
  expect(startupProbe).toMatchObject(listens('rest'));
  expect(startupProbe).not.toHaveProperty('httpGet');
  expect(readinessProbe).toMatchObject(config);
});

test.each<[JobManagerDiscovery, RestProtocol, object, object]>([
  [SERVICE, HTTP, config, config],
  [SERVICE, HTTPS, { httpGet: { ...config.httpGet, scheme: 'HTTPS' } }, { httpGet: { ...config.httpGet, scheme: 'HTTPS' } }],
  [LEADER_ELECTION, HTTPS, listens('rest'), { httpGet: { ...config.httpGet, scheme: 'HTTPS' } }],
  [SERVICE, MUTUAL_HTTPS, listens('rest'), listens('rest')],
  [LEADER_ELECTION, MUTUAL_HTTPS, listens('rest'), listens('rest')],
])('%s, %s: a probe, which has no certificate, asks as the protocol lets it', (discovery, protocol, startup, readiness) => {
  const { startupProbe, readinessProbe, livenessProbe } = ofJobManager({}, discovery, protocol);
  expect([startupProbe, readinessProbe, livenessProbe].map(({ httpGet, tcpSocket }: any) => (httpGet ? { httpGet } : { tcpSocket }))).toEqual([startup, readiness, listens('rpc')]);
});

test('a TaskManager is all of it when RPC listens', () => {
  for (const probe of Object.values(taskManagerProbes({}))) expect(probe).toMatchObject(listens('rpc'));
});

test('a pod that is either role has a command for each', () => {
  const { startupProbe, readinessProbe, livenessProbe } = probesByCommand({}, ['rest'], ['rpc']);
  expect([startupProbe, readinessProbe, livenessProbe].map((probe) => probe!.exec!.command)).toEqual([['rest'], ['rest'], ['rpc']]);
});

test.each([
  ['a JobManager', ofJobManager],
  ['a TaskManager', taskManagerProbes],
  ['a pod that is either', (pod: PodOptions) => probesByCommand(pod, ['rest'], ['rpc'])],
] as const)('the probes of %s can be replaced one by one', (_, probes) => {
  const mine = { exec: { command: ['true'] } };
  const standard = probes({});
  expect(probes({ livenessProbe: mine })).toEqual({ ...standard, livenessProbe: mine });
  expect(probes({ startupProbe: mine, readinessProbe: mine })).toEqual({ ...standard, startupProbe: mine, readinessProbe: mine });
});
