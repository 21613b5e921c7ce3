import { Chart, Duration, Size } from 'cdk8s';
import { complaintsAbout, configured, refuses, S3, session } from './refused';
import { FlinkVersion, HighAvailability } from '../../src';

const replaced = (option: string, content: any, options: any = {}) => (chart: Chart) => session(options)(chart).configuration.replace(option, content);
const ha = { storage: S3, highAvailability: HighAvailability.kubernetes() };

refuses({
  'a typo': {
    make: configured({ 'taskmanager.numberOfTaskSlot': 1 }), id: 'unknown-option', what: "Flink 1.20 does not know 'taskmanager.numberOfTaskSlot', and would ignore it in silence", remedy: "Did you mean 'taskmanager.numberOfTaskSlots'?",
  },
  'two parts of a name glued together': { make: configured({ 'metrics.reporter.promport': 9249 }), id: 'unknown-option', what: "does not know 'metrics.reporter.promport'", remedy: "Did you mean 'metrics.reporter.prom.port'" },
  'capitals': { make: configured({ 'Rest.Port': 8081 }), id: 'unknown-option', what: "does not know 'Rest.Port'", remedy: "Did you mean 'rest.port'?" },
  'a blank behind the name': { make: configured({ 'rest.port ': 8081 }), id: 'unknown-option', what: "does not know 'rest.port '", remedy: "Did you mean 'rest.port'?" },
  'an option of nobody': { make: configured({ 'acme.flag': true }), id: 'unknown-option', what: "does not know 'acme.flag'", remedy: "Let it through with configuration.allowUnknown('acme.flag') if something of yours reads it" },
  'no name': { make: configured({ '': 1 }), id: 'unknown-option', what: "Flink 1.20 does not know ''", remedy: 'Let it through with' },
  'an option that went': {
    make: configured({ 'jobmanager.heap.size': '1g' }, { version: FlinkVersion.V2_0 }), id: 'option-of-other-version', what: "Flink 2.0 does not know 'jobmanager.heap.size': it is an option of Flink 1.13 to 1.20", remedy: "Write 'jobmanager.memory.heap.size' and 'jobmanager.memory.process.size'",
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
  'a value that is none': { make: configured({ 'rest.idleness-timeout': null }), id: 'invalid-option-value', what: 'wants a duration, and null is none', remedy: 'Give text, a number' },
  'a function': { make: configured({ 'rest.idleness-timeout': Date.now }), id: 'invalid-option-value', what: 'wants a duration, and function now() { [native code] } is none', remedy: 'Give text, a number' },
  'a wrong unit': { make: configured({ 'execution.checkpointing.interval': '1 fortnight' }), id: 'invalid-option-value', what: "'1 fortnight' has the unit 'fortnight'", remedy: "for example '10 s'" },
  'yes for true': { make: configured({ 'web.submit.enable': 'yes' }), id: 'invalid-option-value', what: "'web.submit.enable' (by configuration) wants true or false, and 'yes' is neither", remedy: "Write 'true'" },
  'a word that the enumeration does not have': {
    make: configured({ 'execution.checkpointing.externalized-checkpoint-retention': 'KEEP' }), id: 'invalid-option-value', what: "and 'KEEP' is none of them", remedy: "Write 'DELETE_ON_CANCELLATION', 'RETAIN_ON_CANCELLATION' or",
  },
  'a fraction for a whole number': { make: configured({ 'rest.server.numThreads': '2.5' }), id: 'invalid-option-value', what: "wants a whole number, and '2.5' is none", remedy: 'Write a whole number' },
  'a number beyond 32 bits': { make: configured({ 'rest.server.numThreads': 5_000_000_000 }), id: 'invalid-option-value', what: "'5000000000' is beyond the 32 bits", remedy: 'Write a whole number from -2147483648 to 2147483647' },
  'a size for a duration': { make: configured({ 'web.timeout': Size.gibibytes(1) }), id: 'invalid-option-value', what: 'wants a duration, and a Size is none', remedy: "Give a Duration, or text such as '10 s'" },
  'a fraction of a millisecond': { make: configured({ 'rest.idleness-timeout': Duration.millis(0.5) }), id: 'invalid-option-value', what: "'rest.idleness-timeout' (by configuration) wants a duration, and", remedy: 'Give ' },
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
    make: configured({ 'taskmanager.host': 'worker' }, { taskManager: { replicas: 2 } }), id: 'shared-task-manager-host', what: "'taskmanager.host' is 'worker' for all 2 TaskManagers", remedy: "Leave it out: each then uses its pod's address",
  },
  'an option of the other role': {
    make: session({ taskManager: { configuration: { 'jobmanager.memory.process.size': '2g' } } }), id: 'option-of-other-role', what: "taskManager.configuration sets 'jobmanager.memory.process.size', which only the JobManager read", remedy: 'Move it to jobManager.configuration',
  },
  'a name that is the beginning of another': {
    make: (chart) => configured({ 'acme.flag': 1, 'acme.flag.more': 1 })(chart).configuration.allowUnknown('acme.'),
    id: 'prefix-conflict',
    what: "'acme.flag' (by configuration) is the beginning of 'acme.flag.more' (by configuration)",
    remedy: 'or leave one out',
  },
  'nothing by force': { make: replaced('rest.port', null), id: 'option-without-value', what: "'rest.port' is set to null", remedy: 'Give it a value, or leave the call out' },
  'what the old file cannot hold': {
    make: configured({ 'env.java.opts.client': '-Da=#1' }, { version: FlinkVersion.V1_18 }), id: 'option-not-writable', what: "'env.java.opts.client' contains '#', which flink-conf.yaml of Flink 1.18 cannot hold", remedy: 'Choose another value',
  },
  'a command in a JVM option': { make: session({ jvmOptions: { all: ['-Da=$(id)'] } }), id: 'jvm-option-runs-command', what: "jvmOptions.all has '-Da=$(id)', and Flink's start script would run a command in it", remedy: 'Write the option without ` and $( )' },
  'a JVM option without a hyphen': { make: session({ jvmOptions: { jobManager: ['XX:+UseG1GC'] } }), id: 'invalid-jvm-option', what: "jvmOptions.jobManager has 'XX:+UseG1GC', which is not a JVM option", remedy: "for example '-XX:+UseG1GC'" },
});

test('a port that nothing but Flink knows may be forced', () => {
  expect(complaintsAbout(replaced('taskmanager.data.port', 16121))).toEqual([]);
});
