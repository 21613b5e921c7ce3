import { complaintsAbout, feature, refuses, session } from './refused';
import { JobManagerDiscovery, MetricsReporter, PortCaller } from '../../src';

const features = (...all: any[]) => session({ features: all });

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
  'a volume that the JobManager should keep': { make: features(feature({ jobManager: { volumeClaims: [{ name: 'data', mountPath: '/data', spec: {} }] } })), id: 'job-manager-volume-claim', what: "the JobManager is asked to claim the volume 'data', and it is not a StatefulSet", remedy: 'Give it to the TaskManagers' },
});

test('the same feature twice is one', () => {
  expect(complaintsAbout(session({ metrics: [MetricsReporter.prometheus()], features: [MetricsReporter.prometheus()] }))).toEqual([]);
});
