import { RestProtocol } from '../../../src';
import { checkClientTls } from '../../../src/plan/checks/rest-tls';
import { PlanOptions } from '../../../src/plan/plan-options';
import { complaintsAbout, JOB, sessionJob } from '../../bad-input/refused';
import { problemsOf } from '../../harness/findings';
import { feature, planned, plannedForOperator } from '../planned';

const option = (name: string) => `security.ssl.rest.${name}`;
const secrets = (...names: string[]) => Object.fromEntries(names.map((name) => [option(name), { name: 'tls', key: 'password' }]));
const pod = { volumes: [{ name: 'tls', secret: { secretName: 'tls' } }], mounts: [{ name: 'tls', mountPath: '/tls' }] };
const stores = { [option('keystore')]: '/tls/keystore.p12', [option('truststore')]: '/tls/truststore.p12' };

/** TLS by raw options alone. */
const COMPLETE: Partial<PlanOptions> = {
  configuration: { [option('enabled')]: true, [option('authentication-enabled')]: true, ...stores },
  secretConfiguration: secrets('keystore-password', 'key-password', 'truststore-password'),
  pod,
};
const OF_SERVER = /\(rest-tls-incomplete\)$/;
const ofClient = (options: Partial<PlanOptions>) => checkClientTls(planned(options)).map(({ message }) => message);

test('raw options, stores that all pods mount and passwords from Secrets are complete, for submissions, too', () => {
  expect([problemsOf(planned(COMPLETE)), ofClient(COMPLETE)]).toEqual([[], []]);
  expect(complaintsAbout(sessionJob(JOB, COMPLETE))).toEqual([]);
});

test('a JobManager without a keystore is refused, since it does not start', () => {
  const enabled = { configuration: { [option('enabled')]: true } };
  const missing = "the REST API speaks HTTPS and has no 'security.ssl.rest.keystore', 'security.ssl.rest.keystore-password', 'security.ssl.rest.key-password': the JobManager does not start without it.";
  expect(problemsOf(planned(enabled)).filter((text) => OF_SERVER.test(text))).toEqual([expect.stringContaining(missing)]);
});

test('a mutual one without a truststore is refused as well', () => {
  const { [option('truststore')]: _, ...configuration } = COMPLETE.configuration as any;
  expect(problemsOf(planned({ ...COMPLETE, configuration }))).toContainEqual(expect.stringContaining("speaks MUTUAL_HTTPS and has no 'security.ssl.rest.truststore'"));
});

test('options for all TLS count', () => {
  const configuration = { [option('enabled')]: true, 'security.ssl.keystore': '/tls/keystore.p12' };
  const plan = planned({ pod, configuration, secretConfiguration: secrets('keystore-password', 'key-password') });
  expect(problemsOf(plan).filter((text) => OF_SERVER.test(text))).toEqual([]);
});

test('a system that configures Flink itself may bring the stores', () => {
  expect(problemsOf(plannedForOperator({ configuration: { [option('enabled')]: true } }))).toEqual([]);
});

test('a submission without a truststore is refused, since it would fail', () => {
  const secretConfiguration = secrets('keystore-password', 'key-password');
  const [complaint, ...more] = complaintsAbout(sessionJob(JOB, { configuration: { [option('enabled')]: true, [option('keystore')]: '/tls/k' }, pod, secretConfiguration }));
  const expected = /jobs are submitted through HTTPS, and the client has no .*truststore', .*truststore-password': each submission would fail\..*\(rest-client-tls-incomplete\)$/;
  expect([complaint, more]).toEqual([expect.stringMatching(expected), []]);
});

test('a store that only the JobManager mounts is refused, and one in the image is fine', () => {
  const tls = (mounts: object) => ofClient({
    configuration: { [option('enabled')]: true, ...stores },
    secretConfiguration: secrets('keystore-password', 'key-password', 'truststore-password'),
    features: [feature({ restProtocol: RestProtocol.HTTPS, ...mounts })],
  });
  expect(tls({ pod })).toEqual(["jobs are submitted through HTTPS, and the client does not mount '/tls/truststore.p12': each submission would fail."]);
  expect(tls({ pod, client: { pod } })).toEqual([]);
  expect(tls({})).toEqual([]);
});
