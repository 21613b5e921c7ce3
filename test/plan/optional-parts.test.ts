import { App, Chart } from 'cdk8s';
import { feature, planned, plannedForJobCluster } from './planned';
import { apache, FeatureConfig, FlinkPlugin, FlinkVersion, PortCaller } from '../../src';
import { bothRoles, Capabilities, Capability, never, onlyNamed } from '../../src/plan/capabilities';
import { withoutUnsupported } from '../../src/plan/optional-parts';
import { DEPLOYMENTS } from '../../src/standalone/capabilities';
import { deployment, feature as userFeature } from '../bad-input/refused';
import { problemsOf } from '../harness/findings';

const NEVER = never('Do without');
const SAME = bothRoles('Give both the same');
const port = (number: number) => [{ name: 'debug', port: number, callers: [PortCaller.MONITORING] }];

type Table = { readonly [part in keyof Capabilities]?: { readonly [field: string]: Capability } };
const reduced = (config: Partial<FeatureConfig>, table: Table) => withoutUnsupported({ owner: 'Mine', optional: true, ...config }, capabilities(table));

function capabilities(table: Table): Capabilities {
  return Object.fromEntries(Object.entries(DEPLOYMENTS).map(([part, fields]) => [part, { ...fields, ...table[part as keyof Capabilities] }])) as unknown as Capabilities;
}

test.each<[string, Partial<FeatureConfig>, Table, Partial<FeatureConfig>]>([
  ['a field', { labels: { a: 'b' }, annotations: { c: 'd' } }, { feature: { labels: NEVER } }, { annotations: { c: 'd' } }],
  ['files of other names', { configFiles: { 'a.xml': '', 'b.xml': '' } }, { feature: { configFiles: onlyNamed(['a.xml'], 'Mount it') } }, { configFiles: { 'a.xml': '' } }],
  ['a field of pods', { pod: { env: [{ name: 'A', value: 'b' }], labels: { a: 'b' } } }, { pod: { env: NEVER } }, { pod: { labels: { a: 'b' } } }],
  ['a field of the pods of a role', { taskManager: { pod: { env: [{ name: 'A', value: 'b' }] }, ports: port(1) } }, { pod: { env: NEVER } }, { taskManager: { pod: {}, ports: port(1) } }],
  ['a field of a role', { taskManager: { ports: port(5005) } }, { role: { ports: NEVER } }, { taskManager: {} }],
  ['what only one role has', { jobManager: { serviceAccountAnnotations: { a: 'b' } }, taskManager: {} }, { role: { serviceAccountAnnotations: SAME } }, { jobManager: {}, taskManager: {} }],
  ['ports that differ', { jobManager: { ports: port(1) }, taskManager: { ports: port(2) } }, { role: { ports: SAME } }, { jobManager: {}, taskManager: {} }],
])('an optional feature goes without %s that the system cannot express', (_, config, table, expected) => {
  expect(JSON.parse(JSON.stringify(reduced(config, table)))).toEqual({ owner: 'Mine', optional: true, ...expected });
  expect(problemsOf(planned({ features: [feature({ ...config, optional: true })] }, { capabilities: capabilities(table) }))).toEqual([]);
});

test.each<[string, Partial<FeatureConfig>, Table]>([
  ['what the system can express', { labels: { a: 'b' }, jobManager: { ports: port(1) } }, { feature: { annotations: NEVER } }],
  ['what both roles have alike', { jobManager: { ports: port(1) }, taskManager: { ports: port(1) } }, { role: { ports: SAME } }],
  ['a port of one role', { jobManager: { ports: port(1) } }, { role: { ports: SAME } }],
  ['what a pod says of itself', { jobManager: { pod: { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] } } }, { pod: { env: SAME } }],
  ['options', { configuration: { 'web.timeout': 1 } }, { feature: { configFiles: NEVER } }],
])('an optional feature keeps %s', (_, config, table) => {
  expect(JSON.parse(JSON.stringify(reduced(config, table)))).toEqual({ owner: 'Mine', optional: true, ...config });
});

test('an optional feature keeps the plugins that the image has', () => {
  const [own, copied] = [FlinkPlugin.inImage('mine', ['mine']), FlinkPlugin.builtIn('flink-gs-fs-hadoop')];
  expect(reduced({ plugins: [own, copied] }, { feature: { plugins: NEVER } }).plugins).toEqual([own]);
});

test('a feature that is not optional keeps everything', () => {
  const config = { owner: 'Mine', labels: { a: 'b' } };
  expect(withoutUnsupported(config, capabilities({ feature: { labels: NEVER } }))).toBe(config);
});

test('optional annotations of one role leave no trace in an indexed Job', () => {
  const plan = plannedForJobCluster({ features: [feature({ optional: true, jobManager: { serviceAccountAnnotations: { a: 'b' } } })] });
  expect([problemsOf(plan), plan.jobManager.serviceAccountAnnotations]).toEqual([[], {}]);
});

test('an optional file that a FlinkDeployment cannot have is not written into it', () => {
  const chart = new Chart(new App(), 'chart');
  const cluster = deployment({ version: FlinkVersion.V1_20, features: [userFeature({ optional: true, configFiles: { 'a.xml': '' } })] })(chart) as apache.FlinkDeployment;
  expect(cluster.findings.filter(({ id }) => id === 'unsupported-by-system')).toEqual([]);
  expect(Object.keys(cluster.resource.toJson().spec.logConfiguration)).not.toContain('a.xml');
});
