import { FlinkVersion } from '../../flink-version';
import { catalogData, OptionData, TemplateData } from '../catalog/catalog-data';
import { newestKeyOf } from '../catalog/resolve-option-key';

const MILLISECOND = 1_000_000n;
const SECOND = 1000n * MILLISECOND;
const MEBIBYTE = 1024n ** 2n;

/** The nanoseconds per unit of whole numbers that are durations in every version. Their descriptions in Flink name the unit. */
export const TIME_UNITS: { readonly [key: string]: bigint } = {
  'akka.retry-gate-closed-for': MILLISECOND,
  'blob.client.connect.timeout': MILLISECOND,
  'blob.client.socket.timeout': MILLISECOND,
  'blob.service.cleanup.interval': SECOND,
  'execution.async-state.active-buffer-timeout': MILLISECOND,
  'execution.async-state.buffer-timeout': MILLISECOND,
  'fs.<scheme>.limit.stream-timeout': MILLISECOND,
  'fs.<scheme>.limit.timeout': MILLISECOND,
  'gs.http.connect-timeout': MILLISECOND,
  'gs.http.read-timeout': MILLISECOND,
  'jobstore.expiration-time': SECOND,
  'mesos.failover-timeout': SECOND,
  'metrics.reporter.<name>.export-completion-timeout-millis': MILLISECOND,
  'pekko.retry-gate-closed-for': MILLISECOND,
  'python.fn-execution.bundle.time': MILLISECOND,
  's3.assume-role.session-duration': SECOND,
  'security.ssl.internal.close-notify-flush-timeout': MILLISECOND,
  'security.ssl.internal.handshake-timeout': MILLISECOND,
  'security.ssl.internal.session-timeout': MILLISECOND,
  'slotmanager.request-timeout': MILLISECOND,
  'source.reader.close.timeout': MILLISECOND,
  'taskmanager.network.netty.client.connectTimeoutSec': SECOND,
  'taskmanager.network.netty.client.tcp.keepIdleSec': SECOND,
  'taskmanager.network.netty.client.tcp.keepIntervalSec': SECOND,
  'taskmanager.network.request-backoff.initial': MILLISECOND,
  'taskmanager.network.request-backoff.max': MILLISECOND,
  'yarn.application-attempt-failures-validity-interval': MILLISECOND,
  'yarn.heartbeat.interval': SECOND,
};

/** The bytes per unit of whole numbers that are amounts of memory. */
export const MEMORY_UNITS: { readonly [key: string]: bigint } = {
  'blob.offload.minsize': 1n,
  'completed-application-store.cache-size': 1n,
  'execution.checkpointing.write-buffer-size': 1n,
  'jobmanager.heap.mb': MEBIBYTE,
  'jobstore.cache-size': 1n,
  'mesos.resourcemanager.tasks.disk': MEBIBYTE,
  'oss.upload.min.part.size': 1n,
  'rest.client.max-content-length': 1n,
  'rest.server.max-content-length': 1n,
  's3.read.buffer.size': 1n,
  's3.upload.min.part.size': 1n,
  'state.storage.fs.write-buffer-size': 1n,
  'table.optimizer.join.broadcast-threshold': 1n,
  'taskmanager.heap.mb': MEBIBYTE,
  'taskmanager.network.hybrid-shuffle.spill-index-region-group-size': 1n,
  'taskmanager.network.hybrid-shuffle.spill-index-segment-size': 1n,
  'taskmanager.network.netty.sendReceiveBufferSize': 1n,
  'zookeeper.heap.mb': MEBIBYTE,
};

/** Text options that Flink or its operator parses as a duration or as an amount of memory, although they are declared as strings. */
const TYPES_IN_TEXT: { readonly [key: string]: string } = {
  'akka.framesize': 'memory',
  'akka.watch.heartbeat.interval': 'duration',
  'akka.watch.heartbeat.pause': 'duration',
  'events.reporter.<name>.exporter.timeout': 'duration',
  'high-availability.job.delay': 'duration',
  'kubernetes.operator.periodic.checkpoint.interval': 'duration',
  'kubernetes.operator.periodic.savepoint.interval': 'duration',
  'metrics.reporter.<name>.exporter.timeout': 'duration',
  'pekko.framesize': 'memory',
  'traces.reporter.<name>.exporter.timeout': 'duration',
};

/** The nanoseconds per unit of a whole number that is a duration. Whole numbers that later became durations are milliseconds. */
export function nanosPerUnit(key: string, option: OptionData): bigint | undefined {
  const isNumber = option.type === 'integer' || option.type === 'long';
  return isNumber ? TIME_UNITS[templateOrKey(key, option)] ?? (newestType(key, option) === 'duration' ? MILLISECOND : undefined) : undefined;
}

/** The bytes per unit of a whole number that is an amount of memory. */
export function bytesPerUnit(key: string, option: OptionData): bigint | undefined {
  return option.type === 'integer' || option.type === 'long' ? MEMORY_UNITS[templateOrKey(key, option)] : undefined;
}

/** The type as which Flink parses a text option, where it is known: often the type that newer versions declare. */
export function parsedTypeOf(key: string, option: OptionData): string | undefined {
  return option.type === 'string' ? TYPES_IN_TEXT[templateOrKey(key, option)] ?? newestType(key, option) : undefined;
}

/** The type of an option in the newest version that has it. */
function newestType(key: string, option: OptionData): string | undefined {
  const name = newestKeyOf(key);
  for (const version of FlinkVersion.all().reverse()) {
    const { options, templates } = catalogData(version);
    const later = options[name] ?? templates.find((template) => template.key === templateOrKey(key, option));
    if (later) return later.type;
  }
  return undefined;
}

/** The template of an option that has one, otherwise its key. */
function templateOrKey(key: string, option: OptionData): string {
  return (option as Partial<TemplateData>).key ?? key;
}
