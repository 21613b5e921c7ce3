import { feature, line, planned, plannedForOperator } from './planned';
import { RestProtocol } from '../../src';
import { never } from '../../src/plan/capabilities';
import { PlanOptions } from '../../src/plan/plan-options';
import { DEPLOYMENTS } from '../../src/standalone/capabilities';
import { problemsOf } from '../harness/findings';

const ENABLED = 'security.ssl.rest.enabled';
const AUTHENTICATION = 'security.ssl.rest.authentication-enabled';

test.each<[string, Partial<PlanOptions>, RestProtocol]>([
  ['nothing', {}, RestProtocol.HTTP],
  ['the option', { configuration: { [ENABLED]: true } }, RestProtocol.HTTPS],
  ['both options', { configuration: { [ENABLED]: true, [AUTHENTICATION]: true } }, RestProtocol.MUTUAL_HTTPS],
  ['the second option alone', { configuration: { [AUTHENTICATION]: true } }, RestProtocol.HTTP],
  ['an option that is off', { configuration: { [ENABLED]: false } }, RestProtocol.HTTP],
  ['the older option', { configuration: { 'security.ssl.enabled': true } }, RestProtocol.HTTPS],
  ['the older option, and the newer one off', { configuration: { 'security.ssl.enabled': true, [ENABLED]: false } }, RestProtocol.HTTP],
  ['an option of the JobManager', { jobManager: { configuration: { [ENABLED]: true } } }, RestProtocol.HTTPS],
  ['a default of a feature', { features: [feature({ defaults: { [ENABLED]: true } })] }, RestProtocol.HTTPS],
  ['an argument of a feature', { features: [feature({ jobManager: { dynamicProperties: { [ENABLED]: 'true' } } })] }, RestProtocol.HTTPS],
])('the REST protocol follows the effective options: %s', (_, options, protocol) => {
  expect([planned(options).rest.protocol, plannedForOperator(options).rest.protocol]).toEqual([protocol, protocol]);
});

test('probes and URL follow it', () => {
  const { jobManager } = planned({ version: line('2.3'), configuration: { [ENABLED]: true } });
  expect(jobManager.probes.readinessProbe).toMatchObject({ httpGet: { path: '/config', port: 'rest', scheme: 'HTTPS' } });
  const mutual = planned({ configuration: { [ENABLED]: true, [AUTHENTICATION]: true } }).jobManager;
  expect(mutual.probes.readinessProbe).toMatchObject({ tcpSocket: { port: 'rest' } });
});

const conflicts = (options: Partial<PlanOptions>) => problemsOf(planned(options)).filter((text) => text.endsWith('(conflicting-rest-protocols)')).map((text) => text.split('. ')[0]);

test.each<[string, RestProtocol, object, string]>([
  ['HTTPS, and no option', RestProtocol.HTTPS, {}, `the REST protocol is HTTPS by Mine, and HTTP for Flink: '${ENABLED}' is not set`],
  ['HTTPS, and an option that is off', RestProtocol.HTTPS, { [ENABLED]: false }, `the REST protocol is HTTPS by Mine, and HTTP for Flink: '${ENABLED}' is 'false' by configuration`],
  ['HTTP, and an option that is on', RestProtocol.HTTP, { [ENABLED]: true }, `the REST protocol is HTTP by Mine, and HTTPS for Flink: '${ENABLED}' is 'true' by configuration`],
  ['HTTPS, and mutual options', RestProtocol.HTTPS, { [ENABLED]: true, [AUTHENTICATION]: true }, `the REST protocol is HTTPS by Mine, and MUTUAL_HTTPS for Flink: '${AUTHENTICATION}' is 'true' by configuration`],
  ['mutual HTTPS, and one option', RestProtocol.MUTUAL_HTTPS, { [ENABLED]: true }, `the REST protocol is MUTUAL_HTTPS by Mine, and HTTPS for Flink: '${AUTHENTICATION}' is not set`],
])('a feature that declares %s is a problem that names both', (_, restProtocol, configuration, expected) => {
  expect(conflicts({ configuration, features: [feature({ restProtocol })] })).toEqual([expected]);
});

test('a feature that sets what it declares is none', () => {
  expect(conflicts({ features: [feature({ restProtocol: RestProtocol.HTTPS, configuration: { [ENABLED]: true } })] })).toEqual([]);
});

test('a system without other protocols refuses the option, too', () => {
  const capabilities = { ...DEPLOYMENTS, feature: { ...DEPLOYMENTS.feature, restProtocol: never('Leave it out') } };
  const options = { configuration: { [ENABLED]: true } };
  expect(problemsOf(planned(options, { capabilities }))).toContain('rest through HTTPS is not supported by standalone Kubernetes. Leave it out. (unsupported-by-system)');
});
