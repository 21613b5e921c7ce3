import { App, Chart } from 'cdk8s';
import { complaintsAbout, deployment, feature, refuses, session } from './refused';
import { JobManagerDiscovery, KubernetesObject, MetricsReporter, PortCaller, VolumeClaim } from '../../src';

const features = (...all: any[]) => session({ features: all });
const claims = (claim: VolumeClaim, owner?: string) => feature({ taskManager: { volumeClaims: [claim] }, ...(owner ? { owner } : {}) });
const identity = (role: string) => feature({ jobManager: { serviceAccountAnnotations: { 'example.com/role': role } } });
const POLICY: KubernetesObject = { id: 'policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', name: 'orders', content: { spec: { podSelector: {} } } };
const object = (changed: Partial<KubernetesObject>) => feature({ objects: [{ objectsFor: () => ({ objects: [{ ...POLICY, ...changed }] }) }] });

refuses({
  'a feature that is none': { make: features({}), id: 'invalid-prop-type', what: 'features[0] is an object, and must be an IFlinkFeature', remedy: 'an object that has a method bind()' },
  'a feature that is not there': { make: features(undefined), id: 'invalid-prop-type', what: 'features[0] is undefined, and must be an IFlinkFeature', remedy: 'Leave it out' },
  'storage as text': { make: session({ storage: 's3://acme/orders' }), id: 'invalid-prop-type', what: "storage is 's3://acme/orders' (a string), and must be a FlinkStorage", remedy: 'FlinkStorage.s3(' },
  'a feature that is not there, later': { make: (chart) => session()(chart).addFeature(undefined as any), id: 'missing-prop', what: 'addFeature(): feature is undefined', remedy: 'an object that has a method bind()' },
  'a finding whose id cannot be acknowledged': {
    make: features(feature({ warnings: [{ id: 'Bad Id', message: 'it is so', remedy: 'Mind it' }] })), id: 'invalid-finding-id', what: "Mine has a finding with the id 'Bad Id', which is not in kebab-case", remedy: "for example 'no-high-availability'",
  },
  'two features that want different things': {
    make: features(feature({ configuration: { 'web.timeout': 1 } }), feature({ owner: 'Other', configuration: { 'web.timeout': 2 } })), id: 'conflicting-options', what: "'web.timeout' is set twice: '1' by Mine and '2' by Other", remedy: 'Remove one of the two',
  },
  'two that elect the leader': {
    make: features(feature({ discovery: JobManagerDiscovery.LEADER_ELECTION }), feature({ owner: 'Other', discovery: JobManagerDiscovery.LEADER_ELECTION })), id: 'several-leader-elections', what: 'Mine and Other all elect the leader', remedy: 'Keep one of them',
  },
  'one file of two features': {
    make: features(feature({ configFiles: { 'a.properties': '1' } }), feature({ owner: 'Other', configFiles: { 'a.properties': '2' } })), id: 'conflicting-files', what: "the file 'a.properties' is written twice, differently: by Mine and by Other", remedy: 'Remove one of the two',
  },
  'a file in a folder': { make: features(feature({ configFiles: { 'sub/a.properties': '' } })), id: 'invalid-file-name', what: "Mine writes a file 'sub/a.properties', which a ConfigMap cannot contain", remedy: 'Use letters, digits, dot' },
  'a file that is the configuration itself': { make: features(feature({ configFiles: { 'config.yaml': 'rest.port: 1' } })), id: 'reserved-file', what: "Mine writes a file 'config.yaml', which is Flink's configuration itself", remedy: "Use 'configuration' of the feature" },
  'a port of a number that does not exist': { make: features(feature({ jobManager: { ports: [{ name: 'debug', port: 70000, callers: [PortCaller.MONITORING] }] } })), id: 'invalid-port', what: "Mine has port 70000 with the name 'debug', which a container cannot have", remedy: 'Use a number from 1 to 65535' },
  'a port of a name that is too long': { make: features(feature({ jobManager: { ports: [{ name: 'a-debugger-for-us', port: 5005, callers: [PortCaller.MONITORING] }] } })), id: 'invalid-port', what: "Mine has port 5005 with the name 'a-debugger-for-us'", remedy: 'a name of at most 15 lower-case letters' },
  'one argument of two features': {
    make: features(feature({ jobManager: { dynamicProperties: { 'web.tmpdir': '/a' } } }), feature({ owner: 'Other', jobManager: { dynamicProperties: { 'web.tmpdir': '/b' } } })),
    id: 'conflicting-options',
    what: "'web.tmpdir' is set twice, as an argument: by Mine and by Other",
    remedy: 'Remove one of the two',
  },
  'two values of one label': {
    make: features(feature({ labels: { team: 'a' } }), feature({ owner: 'Other', labels: { team: 'b' } })), id: 'conflicting-metadata', what: "label 'team' is set twice: 'a' by Mine and 'b' by Other", remedy: 'Remove one of the two',
  },
  'a label of a feature that the user sets otherwise': {
    make: session({ labels: { team: 'b' }, features: [feature({ labels: { team: 'a' } })] }), id: 'conflicting-metadata', what: "label 'team' is set twice: 'a' by Mine and 'b' by labels", remedy: 'Remove one of the two',
  },
  'two values of one label, for the cluster and for its pods': {
    make: session({ labels: { team: 'a' }, pod: { labels: { team: 'b' } } }), id: 'conflicting-metadata', what: "label 'team' is set twice: 'a' by labels and 'b' by pod, for pods", remedy: 'Remove one of the two',
  },
  'two values of one annotation': {
    make: features(feature({ annotations: { cost: 'low' } }), feature({ owner: 'Other', annotations: { cost: 'high' } })), id: 'conflicting-metadata', what: "annotation 'cost' is set twice: 'low' by Mine and 'high' by Other", remedy: 'Remove one of the two',
  },
  'two values of one annotation of a ServiceAccount': {
    make: features(identity('a'), { bind: () => ({ ...identity('b').bind({} as any), owner: 'Other' }) }), id: 'conflicting-metadata', what: "annotation of the jobManager's ServiceAccount 'example.com/role' is set twice: 'a' by Mine and 'b' by Other", remedy: 'Remove one of the two',
  },
  'an object that is one of the cluster itself': {
    make: features(object({ apiVersion: 'v1', kind: 'ConfigMap', name: 'orders-config' })), id: 'conflicting-objects', what: "two objects are ConfigMap 'orders-config': of the cluster itself and of Mine", remedy: 'Use another name',
  },
  'an object of the operator that is the resource itself': {
    make: deployment({ features: [object({ apiVersion: 'flink.apache.org/v1beta1', kind: 'FlinkDeployment', name: 'orders' })] }), id: 'conflicting-objects', what: "two objects are FlinkDeployment.flink.apache.org 'orders': of the cluster itself and of Mine", remedy: 'Use another name',
  },
  'one object of two ids': {
    make: features(object({}), feature({ owner: 'Other', objects: [{ objectsFor: () => ({ objects: [{ ...POLICY, id: 'again', apiVersion: 'networking.k8s.io/v1beta1' }] }) }] })), id: 'conflicting-objects', what: "two objects are NetworkPolicy.networking.k8s.io 'orders': of Mine and of Other", remedy: 'Use another name',
  },
  'an object whose content has metadata': { make: features(object({ content: { metadata: { finalizers: ['a'] } } })), id: 'reserved-object-field', what: "Mine has an object 'policy' whose content has 'metadata', which the library writes", remedy: 'use name, labels and annotations' },
  'an object whose content has a kind': { make: features(object({ content: { kind: 'Ingress' } })), id: 'reserved-object-field', what: "Mine has an object 'policy' whose content has 'kind'", remedy: 'use kind of the object' },
  'an object whose content has an API version': { make: features(object({ content: { apiVersion: 'v2' } })), id: 'reserved-object-field', what: "Mine has an object 'policy' whose content has 'apiVersion'", remedy: 'use apiVersion of the object' },
  'an object without an id': { make: features(object({ id: '' })), id: 'invalid-object-id', what: "Mine has an object with the id '', which the construct of an object cannot have", remedy: "for example 'policy'" },
  'an object whose id is a path': { make: features(object({ id: 'a/b' })), id: 'invalid-object-id', what: "Mine has an object with the id 'a/b'", remedy: 'Use letters, digits and hyphens' },
  'an object without an API version': { make: features(object({ apiVersion: '' })), id: 'invalid-object-type', what: "Mine has an object with the apiVersion '', which Kubernetes cannot have", remedy: "for example 'networking.k8s.io/v1'" },
  'an object without a kind': { make: features(object({ kind: '' })), id: 'invalid-object-type', what: "Mine has an object of the kind '', which Kubernetes cannot have", remedy: "for example 'NetworkPolicy'" },
  'an object with another value of a label of the cluster': {
    make: session({ labels: { team: 'a' }, features: [object({ labels: { team: 'b' } })] }), id: 'conflicting-metadata', what: "label 'team' is set twice: 'a' by labels and 'b' by Mine, for NetworkPolicy.networking.k8s.io 'orders'", remedy: 'Remove one of the two',
  },
  'two claims of one volume': {
    make: features(claims({ name: 'd', mountPath: '/one', spec: {} }), claims({ name: 'd', mountPath: '/two', spec: {} }, 'Other')), id: 'conflicting-volume-claims', what: "volume 'd' of a volume claim is defined twice, differently: by Mine and by Other", remedy: 'Rename or remove one of the two',
  },
  'two claims at one path': {
    make: features(claims({ name: 'd', mountPath: '/d', spec: {} }), claims({ name: 'e', mountPath: '/d', spec: {} }, 'Other')), id: 'conflicting-volume-claims', what: "mount '/d' of a volume claim is defined twice, differently: by Mine and by Other", remedy: 'Rename or remove one of the two',
  },
  'a claim of a volume that the pods have': {
    make: session({ pod: { volumes: [{ name: 'd', emptyDir: {} }] }, features: [claims({ name: 'd', mountPath: '/d', spec: {} })] }), id: 'conflicting-volume-claims', what: "volume 'd' of a volume claim is defined twice, differently: by pod and by Mine", remedy: 'Rename or remove one of the two',
  },
  'a claim where the pods mount something else': { make: features(claims({ name: 'd', mountPath: '/tmp', spec: {} })), id: 'conflicting-volume-claims', what: "mount '/tmp' of a volume claim is defined twice, differently: by the library and by Mine", remedy: 'Rename or remove one of the two' },
  'a volume that the JobManager should keep': { make: features(feature({ jobManager: { volumeClaims: [{ name: 'data', mountPath: '/data', spec: {} }] } })), id: 'job-manager-volume-claim', what: "the JobManager is asked to claim the volume 'data', and it is not a StatefulSet", remedy: 'Give it to the TaskManagers' },
});

test('the same claim twice is one', () => {
  const claim = { name: 'd', mountPath: '/d', spec: { accessModes: ['ReadWriteOnce'] } };
  const chart = new Chart(new App(), 'chart');
  features(claims(claim), claims({ ...claim }, 'Other'))(chart);
  expect((chart.toJson() as any[]).find(({ kind }) => kind === 'StatefulSet').spec.volumeClaimTemplates).toHaveLength(1);
});

test('the same feature twice is one', () => {
  expect(complaintsAbout(session({ metrics: [MetricsReporter.prometheus()], features: [MetricsReporter.prometheus()] }))).toEqual([]);
});
