import { FlinkVersion, HighAvailability } from '../../../src';
import { configured, S3, session } from '../../bad-input/refused';
import { Area } from '../example';

export const CONFIGURATION: Area = {
  title: 'Configuration',
  examples: {
    'conflicting-options': configured({ 'taskmanager.numberOfTaskSlots': 8 }, { taskManager: { slots: 4 } }),
    'deprecated-option': configured({ 'state.checkpoints.dir': 's3://acme/orders' }),
    'high-availability-by-option-only': configured({ 'high-availability.type': 'kubernetes' }),
    'invalid-jvm-option': session({ jvmOptions: { jobManager: ['XX:+UseG1GC'] } }),
    'invalid-option-value': configured({ 'taskmanager.memory.process.size': '4Gi' }),
    'jvm-option-runs-command': session({ jvmOptions: { all: ['-Da=$(id)'] } }),
    'jvm-option-sets-memory': session({ jvmOptions: { taskManager: ['-Xmx1g'] } }),
    'loopback-address': (chart) => session()(chart).configuration.replace('jobmanager.rpc.address', 'localhost'),
    'forced-option-contradicts-manifest': (chart) => session({ storage: S3, highAvailability: HighAvailability.kubernetes() })(chart).configuration.replace('rest.port', 9999),
    'option-not-writable': configured({ 'env.java.opts.client': '-Da=#1' }, { version: FlinkVersion.V1_18 }),
    'option-of-other-role': session({ taskManager: { configuration: { 'jobmanager.memory.process.size': '2g' } } }),
    'option-of-other-version': configured({ 'jobmanager.heap.size': '1g' }, { version: FlinkVersion.V2_0 }),
    'option-of-start-script': session({ taskManager: { configuration: { 'env.java.opts.taskmanager': '-Da=b' } } }),
    'option-without-key': configured({ '': 'x' }),
    'option-without-value': (chart) => session()(chart).configuration.set('rest.port', undefined),
    'prefix-conflict': (chart) => configured({ 'acme.flag': 1, 'acme.flag.more': 1 })(chart).configuration.allowUnknown('acme.'),
    'shared-task-manager-host': configured({ 'taskmanager.host': 'worker' }),
    'unit-missing': configured({ 'web.timeout': 600 }),
    'unknown-file-system-option': configured({ 's3.endpoit': 'http://minio.storage:9000' }),
    'unknown-option': configured({ 'taskmanager.numberOfTaskSlot': 4 }),
  },
};
