import { complaintsAbout, refuses, session } from './refused';
import { FeatureConfig, JobManagerDiscovery, MetricsReporter } from '../../src';

const feature = (config: FeatureConfig) => ({ bind: () => ({ owner: 'Mine', ...config }) });
const features = (...all: any[]) => session({ features: all });
const CANNOT = 'stands where a feature of the cluster should, and cannot be bound';

refuses({
  'a feature that is none': { make: features({}), what: `{} ${CANNOT}`, remedy: 'a feature of your own implements IFlinkFeature' },
  'a feature that is not there': { make: features(undefined), what: `undefined ${CANNOT}`, remedy: 'implements IFlinkFeature' },
  'storage as text': { make: session({ storage: 's3://acme/orders' }), what: `"s3://acme/orders" ${CANNOT}`, remedy: "for example storage: FlinkStorage.s3('…')" },
  'a feature that is not there, later': { make: (chart) => session()(chart).addFeature(undefined as any), what: `undefined ${CANNOT}`, remedy: 'implements IFlinkFeature' },
  'two features that want different things': {
    make: features(feature({ configuration: { 'web.timeout': 1 } }), feature({ owner: 'Other', configuration: { 'web.timeout': 2 } })), what: "'web.timeout' is set twice: '1' by Mine and '2' by Other", remedy: 'Drop one of the two',
  },
  'two that elect the leader': {
    make: features(feature({ discovery: JobManagerDiscovery.LEADER_ELECTION }), feature({ owner: 'Other', discovery: JobManagerDiscovery.LEADER_ELECTION })), what: 'Mine and Other all elect the leader', remedy: 'Keep one of them',
  },
  'one file of two features': {
    make: features(feature({ configFiles: { 'a.properties': '1' } }), feature({ owner: 'Other', configFiles: { 'a.properties': '2' } })), what: "the file 'a.properties' is written twice, differently: by Mine and by Other", remedy: 'Drop one of the two',
  },
  'a file in a folder': { make: features(feature({ configFiles: { 'sub/a.properties': '' } })), what: "Mine writes a file 'sub/a.properties', which a ConfigMap cannot hold", remedy: 'Use letters, digits, dot' },
  'a file that is the configuration itself': { make: features(feature({ configFiles: { 'config.yaml': 'rest.port: 1' } })), what: "Mine writes a file 'config.yaml', which is Flink's configuration itself", remedy: "Use 'configuration' of the feature" },
  'a port of a number that does not exist': { make: features(feature({ jobManager: { ports: [{ name: 'debug', containerPort: 70000 }] } })), what: "Mine opens port 70000 as 'debug', which no container can have", remedy: 'Take a number from 1 to 65535' },
  'a port of a name that is too long': { make: features(feature({ jobManager: { ports: [{ name: 'a-debugger-for-us', containerPort: 5005 }] } })), what: "Mine opens port 5005 as 'a-debugger-for-us'", remedy: 'a name of at most 15 small letters' },
  'one argument of two features': {
    make: features(feature({ jobManager: { dynamicProperties: { 'web.tmpdir': '/a' } } }), feature({ owner: 'Other', jobManager: { dynamicProperties: { 'web.tmpdir': '/b' } } })),
    what: "'web.tmpdir' is set twice, as an argument: by Mine and by Other",
    remedy: 'Drop one of the two',
  },
  'a volume that the JobManager should keep': { make: features(feature({ jobManager: { volumeClaims: [{ name: 'data', mountPath: '/data', spec: {} }] } })), what: "the JobManager is asked to keep the volume 'data', and its pods keep none", remedy: 'Give it to the TaskManagers' },
});

test('the same feature twice is one', () => {
  expect(complaintsAbout(session({ metrics: [MetricsReporter.prometheus()], features: [MetricsReporter.prometheus()] }))).toEqual([]);
});
