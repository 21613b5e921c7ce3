import { PortCaller, RestProtocol } from '../../../src';
import { Capabilities, never } from '../../../src/plan/capabilities';
import { structType } from '../../../src/props/struct-data';
import { DEPLOYMENTS } from '../../../src/standalone/capabilities';
import { problemsOf } from '../../harness/findings';
import { feature, planned } from '../planned';

/** Fields without a decision of their own, each with what takes its place. */
const ELSEWHERE: { readonly [field: string]: string } = {
  owner: 'a name',
  optional: 'about the others',
  configuration: 'options',
  defaults: 'options',
  ifSupported: 'options',
  problems: 'findings',
  warnings: 'findings',
  features: 'features',
  discovery: 'addressing',
  pod: 'a table',
  jobManager: 'a table',
  taskManager: 'a table',
};
const secrets = { 's3.secret-key': { name: 'a', key: 'b' } };
/** Something for each field on which systems decide. */
const OF_FEATURE: { readonly [field in Exclude<keyof Capabilities['feature'], 'plugins'>]: unknown } = {
  configFiles: { 'a.xml': '' }, secretConfiguration: secrets, objects: [{ objectsFor: () => ({}) }], labels: { a: 'b' }, annotations: { a: 'b' }, restProtocol: RestProtocol.HTTPS, client: { secretConfiguration: secrets },
};
const OF_ROLE: { readonly [field in keyof Capabilities['role']]: unknown } = {
  ports: [{ name: 'debug', port: 5005, callers: [PortCaller.MONITORING] }],
  permissions: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  serviceAccountAnnotations: { a: 'b' },
  dynamicProperties: { 'web.tmpdir': '/a' },
  volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }],
};
const fields = (struct: string) => [...structType(struct).props.values()].map(({ name }) => name);

test('systems decide on every field of a feature that is neither an option nor a finding', () => {
  expect([...new Set(fields('FeatureConfig'))].sort()).toEqual([...Object.keys(DEPLOYMENTS.feature), ...Object.keys(ELSEWHERE)].sort());
  expect([...new Set(fields('RoleConfig'))].sort()).toEqual([...Object.keys(DEPLOYMENTS.role), 'pod'].sort());
});

test.each([
  ...Object.entries(OF_FEATURE).map(([field, content]) => ['feature', field, { [field]: content }] as const),
  ...Object.entries(OF_ROLE).map(([field, content]) => ['role', field, { taskManager: { [field]: content } }] as const),
])('what a system never has in its table %s is refused of every feature: %s', (table, field, config) => {
  const capabilities = { ...DEPLOYMENTS, [table]: { ...DEPLOYMENTS[table], [field]: never('Do without') } };
  const refused = /^Mine requires .* standalone Kubernetes does not support\. Do without\. \(unsupported-by-system\)$/;
  expect(problemsOf(planned({ features: [feature(config)] }, { capabilities }))).toContainEqual(expect.stringMatching(refused));
});
