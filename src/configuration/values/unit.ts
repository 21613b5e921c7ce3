import { FlinkVersion } from '../../flink-version';
import { catalogData, OptionData, TemplateData } from '../catalog/catalog-data';
import { newestName } from '../catalog/resolve-option-key';

const MILLISECOND = 1_000_000n;
const SECOND = 1000n * MILLISECOND;
const MEBIBYTE = 1024n ** 2n;

/** Whole numbers that count time on every line that knows them, by their nanoseconds. Flink says so in the options' descriptions. */
export const TIMES: { readonly [key: string]: bigint } = {
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

/** Whole numbers that count memory, by their bytes. */
export const AMOUNTS: { readonly [key: string]: bigint } = {
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

/** Texts that a class of Flink or of its operator reads as a duration, or as an amount of memory, though the option says nothing of it. */
const TEXTS: { readonly [key: string]: string } = {
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

/** The nanoseconds of one, for a whole number that counts time. Those that have become durations since counted milliseconds. */
export function nanosOfOne(key: string, option: OptionData): bigint | undefined {
  const counted = option.type === 'integer' || option.type === 'long';
  return counted ? TIMES[nameOf(key, option)] ?? (laterType(key, option) === 'duration' ? MILLISECOND : undefined) : undefined;
}

/** The bytes of one, for a whole number that counts memory. */
export function bytesOfOne(key: string, option: OptionData): bigint | undefined {
  return option.type === 'integer' || option.type === 'long' ? AMOUNTS[nameOf(key, option)] : undefined;
}

/** What the text of a text option is read as, where that is known: the type that it has come to have since. */
export function typeInText(key: string, option: OptionData): string | undefined {
  return option.type === 'string' ? TEXTS[nameOf(key, option)] ?? laterType(key, option) : undefined;
}

/** The type that the newest line which knows it gives an option. */
function laterType(key: string, option: OptionData): string | undefined {
  const name = newestName(key);
  for (const version of FlinkVersion.all().reverse()) {
    const { options, templates } = catalogData(version);
    const later = options[name] ?? templates.find((template) => template.key === nameOf(key, option));
    if (later) return later.type;
  }
  return undefined;
}

/** The option's name, with the placeholder where users put a name of their own. */
function nameOf(key: string, option: OptionData): string {
  return (option as Partial<TemplateData>).key ?? key;
}
