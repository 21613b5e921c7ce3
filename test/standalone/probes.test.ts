import { FlinkStorage, HighAvailability } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { indexedProbes, jobManagerProbes, taskManagerProbes } from '../../src/standalone/probes';
import { planned } from '../plan/planned';

const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const config = { httpGet: { path: '/config', port: 'rest' } };

test('a JobManager has started and is ready when REST answers, and alive when RPC listens', () => {
  const { startupProbe, readinessProbe, livenessProbe } = jobManagerProbes(planned());
  expect(startupProbe).toMatchObject({ ...config, periodSeconds: 5, failureThreshold: 60 });
  expect(readinessProbe).toMatchObject(config);
  expect(livenessProbe).toMatchObject({ tcpSocket: { port: 'rpc' } });
});

test('a JobManager among several has started when REST listens: while nobody leads, it answers 503', () => {
  const { startupProbe, readinessProbe } = jobManagerProbes(planned(elected));
  expect(startupProbe).toMatchObject({ tcpSocket: { port: 'rest' } });
  expect(startupProbe).not.toHaveProperty('httpGet');
  expect(readinessProbe).toMatchObject(config);
});

test('a TaskManager is all of it when RPC listens', () => {
  for (const probe of Object.values(taskManagerProbes(planned()))) expect(probe).toMatchObject({ tcpSocket: { port: 'rpc' } });
});

test('a pod of an indexed Job asks the port of what it is', () => {
  const { startupProbe, livenessProbe } = indexedProbes(planned({ ports: { rest: 18081, rpc: 16123, taskManagerRpc: 16122 } }));
  expect(startupProbe.exec!.command!.join(' ')).toContain('[ "$JOB_COMPLETION_INDEX" = 0 ] && echo 18081 || echo 16122');
  expect(livenessProbe.exec!.command!.join(' ')).toContain('[ "$JOB_COMPLETION_INDEX" = 0 ] && echo 16123 || echo 16122');
});

test.each([
  ['a JobManager', jobManagerProbes],
  ['a TaskManager', taskManagerProbes],
  ['a pod of an indexed Job', indexedProbes],
] as const)('the probes of %s can be replaced one by one', (_, probes) => {
  const mine = { exec: { command: ['true'] } };
  const standard = probes(planned());
  expect(probes(planned({ pod: { livenessProbe: mine } }))).toEqual({ ...standard, livenessProbe: mine });
  expect(probes(planned({ pod: { startupProbe: mine, readinessProbe: mine } }))).toEqual({ ...standard, startupProbe: mine, readinessProbe: mine });
});
