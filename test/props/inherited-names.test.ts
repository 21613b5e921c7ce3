import { App, Chart, Testing } from 'cdk8s';
import { FeatureConfig, FlinkFindings, FlinkPlugin, IFlinkFeature } from '../../src';
import { deployment, session, Wrong } from '../bad-input/refused';

/** Every object has properties of these names, whatever its entries are. */
const NAMES = ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'valueOf'];

/** A map with one entry, whatever its name. */
const entry = (name: string, content: unknown): any => Object.fromEntries([[name, content]]);
const feature = (config: Partial<FeatureConfig>): { features: IFlinkFeature[] } => ({ features: [{ bind: () => ({ owner: 'Mine', ...config }) }] });
const object = (content: object) => feature({ objects: [{ objectsFor: () => ({ objects: [{ id: 'Mine', apiVersion: 'v1', kind: 'ConfigMap', name: 'mine', content: content as any }] }) }] });

/** Where users choose names. */
const PLACES: { readonly [place: string]: (name: string) => object } = {
  'a label': (name) => ({ labels: entry(name, 'x') }),
  'an annotation': (name) => ({ annotations: entry(name, 'x') }),
  'an option': (name) => ({ configuration: entry(name, 'x') }),
  'a part of an option': (name) => ({ configuration: entry(`${name}.x`, 'x') }),
  'an option of a file system': (name) => ({ configuration: entry(`s3.${name}`, 'x') }),
  'an option of an operator': (name) => ({ configuration: entry(`kubernetes.operator.${name}`, 'x') }),
  'an entry of an option': (name) => ({ configuration: { 'pipeline.global-job-parameters': entry(name, 'x') } }),
  'the value of an option': (name) => ({ configuration: { 'pipeline.name': name } }),
  'the duration of an option': (name) => ({ configuration: { 'web.timeout': name } }),
  'the constant of an option': (name) => ({ configuration: { 'scheduler-mode': name } }),
  'an option of a role': (name) => ({ taskManager: { configuration: entry(name, 'x') } }),
  'an option from a Secret': (name) => ({ secretConfiguration: entry(name, { name: 'a', key: 'b' }) }),
  'a prop': (name) => entry(name, 'x'),
  'a prop of a role': (name) => ({ taskManager: entry(name, 'x') }),
  'a logger': (name) => ({ logging: { loggers: entry(name, 'DEBUG') } }),
  'a label of a pod': (name) => ({ pod: { labels: entry(name, 'x') } }),
  'a label of a node': (name) => ({ pod: { nodeSelector: entry(name, 'x') } }),
  'a variable': (name) => ({ pod: { env: [{ name, value: 'x' }] } }),
  'a volume': (name) => ({ pod: { volumes: [{ name, emptyDir: {} }] } }),
  'a container': (name) => ({ pod: { sidecars: [{ name, image: 'other:1' }] } }),
  'a resource': (name) => ({ pod: { resources: { limits: entry(name, '1') } } }),
  'a default of a feature': (name) => feature({ defaults: entry(name, 'x') }),
  'an argument of a feature': (name) => feature({ taskManager: { dynamicProperties: entry(name, 'x') } }),
  'a file of a feature': (name) => feature({ configFiles: entry(name, 'x') }),
  'a label of a feature': (name) => feature({ labels: entry(name, 'x') }),
  'an annotation of a ServiceAccount': (name) => feature({ taskManager: { serviceAccountAnnotations: entry(name, 'x') } }),
  'an entry of an object': (name) => object({ data: entry(name, 'x') }),
};

/** What is synthesized and found. An error that no finding explains is not caught. */
function outcome(make: Wrong): string {
  const chart = new Chart(new App(), 'chart');
  make(chart);
  const findings = FlinkFindings.of(chart).all;
  return JSON.stringify([findings, findings.some(({ severity }) => severity === 'ERROR') ? [] : Testing.synth(chart)]);
}

describe.each(Object.entries({ session, deployment }))('with %s, an inherited name is one as any other:', (_, make) => {
  const without = outcome(make());
  test.each(Object.entries(PLACES))('%s shows in what is synthesized, or is refused', (__, options) => {
    const outcomes = NAMES.map((name) => [name, outcome(make(options(name)))]);
    expect(outcomes.filter(([, text]) => text === without || /native code|undefined/.test(text))).toEqual([]);
  });
});

test.each(NAMES)('a plugin of the image cannot be called %s by accident', (name) => {
  let plugin: FlinkPlugin | undefined;
  try {
    plugin = FlinkPlugin.builtIn(name);
  } catch (error) {
    expect((error as Error).message).toMatch(/\(invalid-plugin-name\)$/);
  }
  expect(plugin?.schemes ?? []).toEqual([]);
});
