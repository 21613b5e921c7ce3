import { App, Chart, Duration, Size } from 'cdk8s';
import { application, complaintsAbout, configured, feature, JOB, refuses, S3, session } from './refused';
import { FlinkVersion, HighAvailability } from '../../src';

const replaced = (option: string, content: any, options: any = {}) => (chart: Chart) => session(options)(chart).configuration.replace(option, content);
const ha = { storage: S3, highAvailability: HighAvailability.kubernetes() };

refuses({
  'a typo': {
    make: configured({ 'taskmanager.numberOfTaskSlot': 1 }), id: 'unknown-option', what: "Flink 1.20 has no option 'taskmanager.numberOfTaskSlot', and would silently ignore it", remedy: "Did you mean 'taskmanager.numberOfTaskSlots'?",
  },
  'two parts of a name glued together': { make: configured({ 'metrics.reporter.promport': 9249 }), id: 'unknown-option', what: "has no option 'metrics.reporter.promport'", remedy: "Did you mean 'metrics.reporter.prom.port'" },
  'capitals': { make: configured({ 'Rest.Port': 8081 }), id: 'unknown-option', what: "has no option 'Rest.Port'", remedy: "Did you mean 'rest.port'?" },
  'a blank behind the name': { make: configured({ 'rest.port ': 8081 }), id: 'unknown-option', what: "has no option 'rest.port '", remedy: "Did you mean 'rest.port'?" },
  'an option of nobody': { make: configured({ 'acme.flag': true }), id: 'unknown-option', what: "has no option 'acme.flag'", remedy: "Allow it with configuration.allowUnknown('acme.flag') if your own code reads it" },
  'no name': { make: configured({ '': 1 }), id: 'option-without-key', what: 'configuration has an option with an empty key', remedy: 'Write the key of the option, or leave the option out' },
  'options by levels': { make: configured({ web: { timeout: 5 } }), id: 'unknown-option', what: "Flink 1.20 has no option 'web', whose value (by configuration) is a map", remedy: "Write each option with its whole key, for example 'web.timeout'" },
  'undefined': { make: configured({ 'web.timeout': undefined }), id: 'option-without-value', what: "'web.timeout' (by configuration) is set to undefined", remedy: 'Give it a value, or leave it out' },
  'undefined of one role': {
    make: session({ taskManager: { configuration: { 'taskmanager.data.port': undefined } } }), id: 'option-without-value', what: "'taskmanager.data.port' (by taskManager.configuration) is set to undefined", remedy: 'Give it a value, or leave it out',
  },
  'two values one after the other': {
    make: (chart) => {
      const { configuration } = session()(chart);
      configuration.set('web.timeout', '5 min');
      configuration.set('web.timeout', '6 min');
    },
    id: 'conflicting-options',
    what: "'web.timeout' is set twice: '5 min' by configuration.set() and '6 min' by configuration.set()",
    remedy: 'or call configuration.replace()',
  },
  'a typo in what a feature sets where it is supported': {
    make: session({ features: [feature({ ifSupported: { 'web.tmeout': '5 min' } })] }), id: 'unknown-option', what: "Flink 1.20 has no option 'web.tmeout'", remedy: "Did you mean 'web.timeout'?",
  },
  'a typo in an option from a Secret': {
    make: session({ secretConfiguration: { 'security.ssl.rest.key-pasword': { name: 'a', key: 'b' } } }), id: 'unknown-option', what: "has no option 'security.ssl.rest.key-pasword'", remedy: "Did you mean 'security.ssl.rest.key-password'",
  },
  'an option that went': {
    make: configured({ 'jobmanager.heap.size': '1g' }, { version: FlinkVersion.V2_0 }), id: 'option-of-other-version', what: "Flink 2.0 has no option 'jobmanager.heap.size': it is an option of Flink 1.13 to 1.20", remedy: "Write 'jobmanager.memory.heap.size' and 'jobmanager.memory.process.size'",
  },
  'an option that is yet to come': {
    make: configured({ 'slotmanager.min-total-resource.cpu': 1 }, { version: FlinkVersion.V1_13 }), id: 'option-of-other-version', what: 'it is an option of Flink 1.19 and newer', remedy: 'Leave it out, or change the version',
  },
  'a reporter by its class': {
    make: configured({ 'metrics.reporter.prom.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter' }, { version: FlinkVersion.V2_0 }),
    id: 'option-of-other-version',
    what: "'metrics.reporter.prom.class' is an option of Flink 1.x, and Flink 2.0 would start no reporter",
    remedy: "Write 'metrics.reporter.prom.factory.class'",
  },
  'a value that is none': { make: configured({ 'rest.idleness-timeout': null }), id: 'invalid-option-value', what: 'must be a duration; null cannot be a value', remedy: 'Give text, a number' },
  'a function': { make: configured({ 'rest.idleness-timeout': Date.now }), id: 'invalid-option-value', what: 'must be a duration; function now() { [native code] } cannot be a value', remedy: 'Give text, a number' },
  'a wrong unit': { make: configured({ 'execution.checkpointing.interval': '1 fortnight' }), id: 'invalid-option-value', what: "'1 fortnight' has the unit 'fortnight'", remedy: "for example '10 s'" },
  'yes for true': { make: configured({ 'web.submit.enable': 'yes' }), id: 'invalid-option-value', what: "'web.submit.enable' (by configuration) must be true or false; 'yes' is neither", remedy: "Write 'true'" },
  'a word that the enumeration does not have': {
    make: configured({ 'execution.checkpointing.externalized-checkpoint-retention': 'KEEP' }), id: 'invalid-option-value', what: "; 'KEEP' is not one of them", remedy: "Write 'DELETE_ON_CANCELLATION', 'RETAIN_ON_CANCELLATION' or",
  },
  'a fraction for a whole number': { make: configured({ 'rest.server.numThreads': '2.5' }), id: 'invalid-option-value', what: "must be a whole number; '2.5' is not", remedy: 'Write a whole number' },
  'a number beyond 32 bits': { make: configured({ 'rest.server.numThreads': 5_000_000_000 }), id: 'invalid-option-value', what: "'5000000000' does not fit into 32 bits", remedy: 'Write a whole number from -2147483648 to 2147483647' },
  'a size for a duration': { make: configured({ 'web.timeout': Size.gibibytes(1) }), id: 'invalid-option-value', what: 'must be a duration; the value is a Size', remedy: "Give a Duration, or text such as '10 s'" },
  'a fraction of a millisecond': { make: configured({ 'rest.idleness-timeout': Duration.millis(0.5) }), id: 'invalid-option-value', what: "'rest.idleness-timeout' (by configuration) must be a duration;", remedy: 'Give ' },
  'what another prop says': { make: configured({ 'rest.port': 9999 }), id: 'conflicting-options', what: "'rest.port' is set twice: '8081' by ports and '9999' by configuration", remedy: 'Remove one of the two, or call configuration.replace()' },
  'the JobManager\'s address': { make: configured({ 'jobmanager.rpc.address': 'x' }), id: 'conflicting-options', what: "'jobmanager.rpc.address' is set twice: 'orders-jobmanager' by the JobManager's Service and 'x' by configuration", remedy: 'Remove one of the two' },
  'an address of elected JobManagers': { make: configured({ 'jobmanager.rpc.address': 'x' }, ha), id: 'conflicting-options', what: "'jobmanager.rpc.address' is set twice: by configuration, and as an argument by leader election", remedy: 'Remove one of the two' },
  'one option by two of its names': {
    make: configured({ 'state.checkpoints.dir': 's3://a/b', 'execution.checkpointing.dir': 's3://a/c' }), id: 'conflicting-options', what: "'execution.checkpointing.dir' is set twice: 's3://a/b' by configuration and 's3://a/c' by configuration", remedy: 'Remove one of the two',
  },
  'one option of S3 by two of its spellings': {
    make: configured({ 's3.path.style.access': true, 's3.path-style-access': false }), id: 'conflicting-options', what: "'s3.path.style.access' is 'true' by configuration and 's3.path-style-access' is 'false' by configuration", remedy: 'Remove one of the two',
  },
  'another cluster id': { make: configured({ 'kubernetes.cluster-id': 'x' }, ha), id: 'conflicting-options', what: "'kubernetes.cluster-id' is set twice: 'orders' by highAvailability and 'x' by configuration", remedy: 'Remove one of the two' },
  'a cluster id by force, which the permissions do not know': { make: replaced('kubernetes.cluster-id', 'x', ha), id: 'forced-option-contradicts-manifest', what: "'kubernetes.cluster-id' is 'x', and the permissions are granted for 'orders'", remedy: "Set the cluster's 'name' instead" },
  'a port by force, which the Service does not know': { make: replaced('rest.port', 9999), id: 'forced-option-contradicts-manifest', what: "'rest.port' is 9999, and Services and probes use ports.rest, which is 8081", remedy: 'Set ports.rest instead' },
  'a range of ports to bind to': { make: configured({ 'rest.bind-port': '9000-9010' }), id: 'forced-option-contradicts-manifest', what: "'rest.bind-port' is 9000-9010, and Services and probes use ports.rest", remedy: 'Set ports.rest instead' },
  'an address that each pod takes for itself': { make: replaced('jobmanager.rpc.address', 'localhost'), id: 'loopback-address', what: "'jobmanager.rpc.address' is 'localhost', which other pods cannot reach", remedy: 'Leave it out' },
  'one host for all TaskManagers': {
    make: configured({ 'taskmanager.host': 'worker' }), id: 'shared-task-manager-host', what: "'taskmanager.host' is 'worker' for every pod of TaskManagers", remedy: "Leave it out: each then uses its pod's address",
  },
  'a host for one TaskManager whose pods come and go': { make: application({ configuration: { 'taskmanager.host': 'worker' } }), id: 'shared-task-manager-host', what: "'taskmanager.host' is 'worker' for every pod of TaskManagers", remedy: "Leave it out: each then uses its pod's address" },
  'high availability by ZooKeeper by an option alone': {
    make: configured({ 'high-availability.type': 'zookeeper' }), id: 'high-availability-by-option-only', what: "'high-availability.type' is 'zookeeper' in the configuration alone", remedy: "Set 'highAvailability', for example HighAvailability.zooKeeper({ quorum: ",
  },
  'two savepoints to restore': {
    make: application({ job: { ...JOB, restoreFrom: 's3://a/1' }, configuration: { 'execution.state-recovery.path': 's3://b/2' } }), id: 'conflicting-options', what: "'execution.state-recovery.path' is 's3://b/2' by configuration, and job.restoreFrom is 's3://a/1'", remedy: "Leave 'execution.state-recovery.path' out",
  },
  'an option of the other role': {
    make: session({ taskManager: { configuration: { 'jobmanager.memory.process.size': '2g' } } }), id: 'option-of-other-role', what: "taskManager.configuration sets 'jobmanager.memory.process.size', which only the JobManager read", remedy: 'Move it to jobManager.configuration',
  },
  'a name that is the beginning of another': {
    make: (chart) => configured({ 'acme.flag': 1, 'acme.flag.more': 1 })(chart).configuration.allowUnknown('acme.'),
    id: 'prefix-conflict',
    what: "'acme.flag' (by configuration) is a prefix of 'acme.flag.more' (by configuration)",
    remedy: 'or leave one out',
  },
  'nothing by force': { make: replaced('rest.port', null), id: 'option-without-value', what: "'rest.port' is set to null", remedy: 'Give it a value, or remove the call' },
  'what the old file cannot hold': {
    make: configured({ 'env.java.opts.client': '-Da=#1' }, { version: FlinkVersion.V1_18 }), id: 'option-not-writable', what: "'env.java.opts.client' contains '#', which flink-conf.yaml of Flink 1.18 cannot represent", remedy: 'Choose another value',
  },
  'a command in a JVM option': { make: session({ jvmOptions: { all: ['-Da=$(id)'] } }), id: 'jvm-option-runs-command', what: "jvmOptions.all has '-Da=$(id)', and Flink's start script would run a command in it", remedy: 'Write the option without ` and $( )' },
  'a JVM option without a hyphen': { make: session({ jvmOptions: { jobManager: ['XX:+UseG1GC'] } }), id: 'invalid-jvm-option', what: "jvmOptions.jobManager has 'XX:+UseG1GC', which is not a JVM option", remedy: "for example '-XX:+UseG1GC'" },
});

test('a port that nothing but Flink knows may be forced', () => {
  expect(complaintsAbout(replaced('taskmanager.data.port', 16121))).toEqual([]);
});

test('what is set by force ends a conflict', () => {
  expect(complaintsAbout((chart) => {
    const { configuration } = configured({ 'web.timeout': '4 min' })(chart);
    configuration.set('web.timeout', '5 min');
    configuration.replace('web.timeout', '6 min');
  })).toEqual([]);
});

test('one value may be set twice, by several parts of a program', () => {
  expect(complaintsAbout((chart) => {
    const { configuration } = session()(chart);
    configuration.set('web.timeout', '5 min');
    configuration.set('web.timeout', Duration.minutes(5));
  })).toEqual([]);
});

test('an unusual option of a file system from a Secret is a warning, as in the configuration, and may be allowed', () => {
  const ids = (allowed: string[]) => {
    const cluster = session({ secretConfiguration: { 's3.secret-kee': { name: 'a', key: 'b' } } })(new Chart(new App(), 'chart'));
    cluster.configuration.allowUnknown(...allowed);
    return cluster.findings.map(({ id }) => id);
  };
  expect(ids([])).toEqual(['unknown-file-system-option']);
  expect(ids(['s3.secret-kee'])).toEqual([]);
});

test('what a feature sets where it is supported may be an option of another version or of an operator', () => {
  expect(complaintsAbout(session({ features: [feature({ ifSupported: { 'jobmanager.heap.size': '1g', 'kubernetes.operator.reconcile.interval': '30 s' } })], version: FlinkVersion.V2_0 }))).toEqual([]);
});
