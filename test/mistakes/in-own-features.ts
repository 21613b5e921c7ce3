import { js, Mistakes, session } from './mistake';

/** A feature that returns what it is given. */
const feature = (returned: unknown) => session({ features: [{ bind: () => returned }] });
const own = (config: object) => feature({ owner: 'cost-centre', ...config });
const objects = (returned: unknown) => own({ objects: [{ objectsFor: () => returned }] });

/** Features that a user writes. */
export const IN_OWN_FEATURES: Mistakes = {
  'a feature without a list': [session({ features: { bind: () => ({ owner: 'a' }) } }), 'invalid-prop-type', 'Put it into a list'],
  'a function for a feature': [session({ features: [() => ({ owner: 'a' })] }), 'invalid-prop-type', 'a method bind()'],
  'a class for a feature': [session({ features: [class CostCentre {}] }), 'invalid-prop-type', 'new CostCentre()'],
  'a feature that binds by another name': [session({ features: [{ apply: () => ({ owner: 'a' }) }] }), 'invalid-prop-type', 'a method bind()'],
  'a feature that is not there': [session({ features: [undefined] }), 'invalid-prop-type', 'Leave it out'],
  'bind() without a return': [feature(undefined), 'invalid-prop-type', "{ owner: '…' }"],
  'bind() that returns null': [feature(null), 'invalid-prop-type', "{ owner: '…' }"],
  'an asynchronous bind()': [session({ features: [{ bind: async () => ({ owner: 'a' }) }] }), 'invalid-prop-type', "{ owner: '…' }"],
  'a feature without its owner': [feature({ configuration: { 'web.timeout': '10 s' } }), 'missing-prop', 'Set it'],
  'an owner that is a symbol': [feature({ owner: Symbol('a') }), 'invalid-prop-type', 'Write a string'],
  'a misspelt part': [own({ configurations: {} }), 'unknown-prop', "'configuration'"],
  'environment beside the pod': [own({ env: [{ name: 'A', value: 'b' }] }), 'unknown-prop', "'pod.env'"],
  'a misspelt part of the pod': [own({ pod: { envs: [] } }), 'unknown-prop', "'env'"],
  'options as a list': [own({ configuration: ['a: b'] }), 'invalid-prop-type', 'a map'],
  'files that are no text': [own({ configFiles: { 'a.json': { a: 1 } } }), 'invalid-prop-type', 'Write a string'],
  'a port without its callers': [own({ jobManager: { ports: [{ name: 'extra', port: 9300 }] } }), 'missing-prop', 'PortCaller.JOB_MANAGER'],
  'callers that there are not': [own({ jobManager: { ports: [{ name: 'extra', port: 9300, callers: [js.PortCaller.PROMETHEUS] }] } }), 'invalid-enum-value', 'PortCaller.MONITORING'],
  'ports as numbers': [own({ taskManager: { ports: [9300] } }), 'invalid-prop-type', '{ callers: [PortCaller.JOB_MANAGER]'],
  'permissions without verbs': [own({ jobManager: { permissions: [{ apiGroups: [''], resources: ['pods'] }] } }), 'missing-prop', "['…']"],
  'a protocol in lower case': [own({ restProtocol: 'https' }), 'invalid-enum-value', 'RestProtocol.HTTPS'],
  'a protocol that there is not': [own({ restProtocol: js.RestProtocol.TLS }), 'undefined-prop', 'RestProtocol.MUTUAL_HTTPS'],
  'discovery that there is not': [own({ discovery: 'ZOOKEEPER' }), 'invalid-enum-value', 'JobManagerDiscovery.LEADER_ELECTION'],
  'an argument that is a number': [own({ taskManager: { dynamicProperties: { 'web.timeout': 5 } } }), 'invalid-prop-type', 'in quotes'],
  'a secret as text': [own({ secretConfiguration: { 's3.secret-key': 'storage/secret' } }), 'invalid-prop-type', 'an object with the props of k8s.SecretKeySelector'],
  'a plugin by its name': [own({ plugins: ['flink-s3-fs-hadoop'] }), 'invalid-prop-type', 'FlinkPlugin.builtIn('],
  'a problem as text': [own({ problems: ['it is wrong'] }), 'invalid-prop-type', "{ id: '…', message: '…', remedy: '…' }"],
  'a warning without a remedy': [own({ warnings: [{ id: 'a-warning', message: 'it is wrong' }] }), 'missing-prop', 'Set it'],
  'a further feature that is none': [own({ features: [{}] }), 'invalid-prop-type', 'a method bind()'],
  'objects as data': [own({ objects: [{ apiVersion: 'v1', kind: 'ConfigMap' }] }), 'invalid-prop-type', 'a method objectsFor()'],
  'objectsFor() without a return': [objects(undefined), 'invalid-prop-type', '{ objects:'],
  'objectsFor() that returns a list': [objects([{ id: 'A' }]), 'invalid-prop-type', '{ objects:'],
  'an object as a manifest': [objects({ objects: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: {} }] }), 'unknown-prop', 'or use one of: apiVersion'],
  'an object without its content': [objects({ objects: [{ id: 'A', apiVersion: 'v1', kind: 'ConfigMap', name: 'a' }] }), 'missing-prop', 'Set it'],
  'an object with a label that is true': [objects({ objects: [{ id: 'A', apiVersion: 'v1', kind: 'ConfigMap', name: 'a', labels: { scrape: true }, content: {} }] }), 'invalid-prop-type', 'in quotes'],
  'a storage of one\'s own without its places': [session({ storage: { bind: () => ({ owner: 'storage' }) } }), 'invalid-prop-type', 'FlinkStorage.s3('],
  'a storage of one\'s own with a misspelt part': [
    session({ storage: new (class extends js.FlinkStorage { public readonly locations = {}; public bind() { return { owner: 'storage', plugin: [] }; } })() }), 'unknown-prop', "'plugins'",
  ],
  'high availability of one\'s own that returns nothing': [session({ highAvailability: new (class extends js.HighAvailability { public bind() { return undefined; } })() }), 'invalid-prop-type', "{ owner: '…' }"],
};
