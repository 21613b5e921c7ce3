import { App, Chart } from 'cdk8s';
import { application, complaintsAbout, configured, deployment, feature, outcomeOf, refuses, session } from './refused';
import { FlinkSessionCluster, FlinkVersion, IFlinkFeature } from '../../src';

const RESERVED = 'is a property of every JavaScript object, and no entry of a map can have that name';
const features = (...all: any[]) => session({ features: all });
const props = (given: any) => (chart: Chart) => new FlinkSessionCluster(chart, 'Orders', given);
const version = FlinkVersion.of('1.19.1');

function cyclic(): any {
  const data: any = { a: 1 };
  data.self = [data];
  return data;
}

const nested = (levels: number) => Array.from({ length: levels }).reduce<object>((below) => ({ below }), {});

/** A feature that always has one more. */
const endless = (): IFlinkFeature => ({ bind: () => ({ owner: 'Mine', features: [endless()] }) });

const itself: IFlinkFeature = { bind: () => ({ owner: 'Mine', features: [itself] }) };
const throwing = (error: unknown) => ({ bind: () => { throw error; } });
const objects = (objectsFor: () => any) => features(feature({ objects: [{ objectsFor }] }));
const object = (content: any) => objects(() => ({ objects: [{ id: 'Mine', apiVersion: 'v1', kind: 'ConfigMap', name: 'mine', content }] }));

refuses({
  'an option by the name of what every object has': { make: configured({ toString: 'x' }), id: 'unknown-option', what: "Flink 1.20 has no option 'toString'", remedy: "configuration.allowUnknown('toString')" },
  'the same with an entry of it': { make: configured({ 'constructor.x': 'x' }), id: 'unknown-option', what: "Flink 1.20 has no option 'constructor.x'", remedy: "configuration.allowUnknown('constructor.x')" },
  'the same of an operator': { make: deployment({ configuration: { valueOf: 'x' } }), id: 'unknown-option', what: "Flink 1.20 has no option 'valueOf'", remedy: "configuration.allowUnknown('valueOf')" },
  'the same later': { make: (chart) => session()(chart).configuration.set('__proto__', 'x'), id: 'unknown-option', what: "Flink 1.20 has no option '__proto__'", remedy: 'configuration.allowUnknown(' },
  'the same by force': { make: (chart) => session()(chart).configuration.replace('constructor', 'x'), id: 'unknown-option', what: "Flink 1.20 has no option 'constructor'", remedy: 'configuration.allowUnknown(' },
  'the same of one role': { make: session({ taskManager: { configuration: { hasOwnProperty: 'x' } } }), id: 'unknown-option', what: "Flink 1.20 has no option 'hasOwnProperty'", remedy: 'configuration.allowUnknown(' },
  'the same from a Secret': { make: session({ secretConfiguration: { toString: { name: 'a', key: 'b' } } }), id: 'unknown-option', what: "Flink 1.20 has no option 'toString'", remedy: 'configuration.allowUnknown(' },
  'a constructor among options': { make: configured({ constructor: 'x' }), id: 'reserved-name', what: `configuration.constructor: 'constructor' ${RESERVED}`, remedy: 'Use another name' },
  'a constructor among labels': { make: session({ labels: { constructor: 'x' } }), id: 'reserved-name', what: `labels.constructor: 'constructor' ${RESERVED}`, remedy: 'Use another name' },
  'a prototype among labels': { make: session({ pod: { labels: JSON.parse('{"__proto__":"x"}') } }), id: 'reserved-name', what: `pod.labels.__proto__: '__proto__' ${RESERVED}`, remedy: 'Use another name' },
  'a constructor within an object of a feature': { make: object({ data: { constructor: 'x' } }), id: 'reserved-name', what: `objects[0].content.data: 'constructor' ${RESERVED}`, remedy: 'Use another name' },

  'a value that contains itself': { make: configured({ 'pipeline.global-job-parameters': cyclic() }), id: 'cyclic-data', what: "configuration['pipeline.global-job-parameters'] contains itself", remedy: 'Remove the reference' },
  'a value that contains itself, later': { make: (chart) => session()(chart).configuration.set('pipeline.name', cyclic()), id: 'cyclic-data', what: 'set(): content contains itself', remedy: 'Remove the reference' },
  'a configuration that contains itself': {
    make: (chart) => {
      const configuration: any = {};
      configuration.me = configuration;
      return configured(configuration)(chart);
    },
    id: 'cyclic-data',
    what: 'configuration.me contains itself',
    remedy: 'Remove the reference',
  },
  'an object that contains itself': { make: object({ spec: cyclic() }), id: 'cyclic-data', what: 'objectsFor() of Mine: objects[0].content.spec contains itself', remedy: 'Remove the reference' },
  'a value without end': { make: configured({ 'pipeline.name': nested(20_000) }), id: 'deeply-nested-data', what: "configuration['pipeline.name'] is nested more than 100 levels deep", remedy: 'Flatten it' },
  'an object without end': { make: object({ spec: nested(20_000) }), id: 'deeply-nested-data', what: 'objects[0].content.spec is nested more than 100 levels deep', remedy: 'Flatten it' },

  'a feature of itself': { make: features(itself), id: 'recursive-feature', what: 'Mine is among its own features', remedy: "Return in 'features' of bind() only what the feature consists of" },
  'a feature of itself, later': { make: (chart) => session()(chart).addFeature(itself), id: 'recursive-feature', what: 'Mine is among its own features', remedy: "Return in 'features' of bind()" },
  'features of features without end': { make: features(endless()), id: 'recursive-feature', what: 'features of Mine are nested more than 20 levels deep', remedy: "Return in 'features' of bind()" },
  'a feature that throws an error': { make: features(throwing(new TypeError('it is broken'))), id: 'feature-failed', what: 'bind() of Object has thrown an error: it is broken', remedy: 'let it return what is wrong as problems' },
  'a feature that throws text': { make: features(throwing('it is broken')), id: 'feature-failed', what: 'bind() of Object has thrown an error: it is broken', remedy: 'Mend the method' },
  'a feature that throws nothing': { make: features(throwing(null)), id: 'feature-failed', what: 'bind() of Object has thrown an error: object without a message', remedy: 'Mend the method' },
  'objects that throw an error': {
    make: objects(() => { throw new Error('it is broken'); }), id: 'feature-failed', what: 'objectsFor() of Mine has thrown an error: it is broken', remedy: 'let it return what is wrong as problems',
  },

  'a prop that cannot be read': { make: props({ version, get pod() { throw new Error('it is broken'); } }), id: 'unreadable-prop', what: 'pod cannot be read: it is broken', remedy: 'Give plain data' },
  'a version that cannot be read': { make: props({ get version() { throw new Error('it is broken'); } }), id: 'unreadable-prop', what: 'version cannot be read: it is broken', remedy: 'Give plain data' },
  'an option that cannot be read': { make: configured({ 'pipeline.name': { get a() { throw new Error('it is broken'); } } }), id: 'unreadable-prop', what: "configuration['pipeline.name'] cannot be read: it is broken", remedy: 'Give plain data' },
  'an entry that cannot be read': { make: session({ metrics: [new Proxy({}, { has: () => { throw new Error('it is broken'); } })] }), id: 'unreadable-prop', what: 'metrics[0] cannot be read: it is broken', remedy: 'Give plain data' },
  'props that cannot be listed': { make: props(new Proxy({ version }, { ownKeys: () => { throw new Error('it is broken'); } })), id: 'unreadable-prop', what: 'props cannot be read: it is broken', remedy: 'Give plain data' },
  'props that answer to every name': { make: props(new Proxy({}, { get: (_, name) => name })), id: 'missing-prop', what: 'version is missing', remedy: 'FlinkVersion.of(' },
  'a job that answers to every name': { make: application({ job: new Proxy({}, { get: (_, name) => name }) }), id: 'missing-prop', what: 'job.artifact is missing', remedy: 'Set it' },
  'a list of many holes': {
    make: session({ metrics: Object.assign([], { length: 1_000_000 }) }), id: 'many-invalid-entries', what: 'metrics has 10 wrong entries, and the 999990 behind them are not checked', remedy: 'Mend these first',
  },
});

test('of a list that is wrong throughout, ten entries are told and then how many are left', () => {
  expect(complaintsAbout(session({ metrics: Object.assign([], { length: 1_000_000 }) }))).toHaveLength(11);
});

test('ten wrong entries at the end of a list leave nothing unchecked', () => {
  expect(complaintsAbout(session({ pod: { env: [...Array.from({ length: 20 }, (_, i) => ({ name: `A${i}` })), ...Array.from({ length: 10 }, () => 5)] } }))).toHaveLength(10);
});

test('an error of a feature is the cause of what names the cluster, so that its stack is seen', () => {
  const error = new Error('it is broken');
  expect(() => features(throwing(error))(new Chart(new App(), 'chart'))).toThrow(expect.objectContaining({ cause: error }));
});

test('a prop that is not enumerable, or that is inherited, counts', () => {
  const given = Object.defineProperty({}, 'version', { value: version, enumerable: false });
  for (const each of [given, Object.create({ version })]) {
    const chart = new Chart(new App(), 'chart');
    expect(new FlinkSessionCluster(chart, 'Orders', each).findings).toEqual([]);
    expect(JSON.stringify(chart.toJson())).toContain('"image":"flink:1.19.1-');
  }
});

test('maps and lists may be in several places, and in maps without prototype', () => {
  const shared = Object.assign(Object.create(null), { a: ['b'] });
  expect(outcomeOf(object({ spec: { one: shared, other: [shared, shared] } }))).toEqual({ complaints: [], errors: [] });
});
