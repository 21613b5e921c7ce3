import { readFileSync } from 'fs';
import { join } from 'path';
import { FlinkVersion } from '../../../src';
import { allHistory, catalogData, includesVersion } from '../../../src/configuration/catalog/catalog-data';
import { newestKeyOf, resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { findingText } from '../../../src/private/findings';
import { historyOf } from '../../../tools/catalog/history';

// The expectations are written down by hand, from Flink's documentation and release notes; what answers is made from Flink's classes alone.

/** `[old, new, the first line that declares the new name]`; a name that ends in a dot stands for all keys below it. */
const RENAMES: [string, string, string][] = [
  ['high-availability', 'high-availability.type', '1.17'],
  ['state.backend', 'state.backend.type', '1.17'],
  ['restart-strategy', 'restart-strategy.type', '1.17'],
  ['env.java.opts', 'env.java.opts.all', '1.17'],
  ['kubernetes.container.image', 'kubernetes.container.image.ref', '1.17'],
  ['kubernetes.jobmanager.cpu', 'kubernetes.jobmanager.cpu.amount', '1.17'],
  ['kubernetes.taskmanager.cpu', 'kubernetes.taskmanager.cpu.amount', '1.17'],
  ['kubernetes.pod-template-file', 'kubernetes.pod-template-file.default', '1.17'],
  ['execution.checkpointing.unaligned', 'execution.checkpointing.unaligned.enabled', '1.17'],
  ['metrics.scope.jm.job', 'metrics.scope.jm-job', '1.17'],
  ['metrics.scope.tm.job', 'metrics.scope.tm-job', '1.17'],
  ['execution.buffer-timeout', 'execution.buffer-timeout.interval', '1.16'],
  ['pipeline.operator-chaining', 'pipeline.operator-chaining.enabled', '1.18'],
  ['jobmanager.adaptive-batch-scheduler.min-parallelism', 'execution.batch.adaptive.auto-parallelism.min-parallelism', '1.17'],
  ['jobmanager.adaptive-batch-scheduler.max-parallelism', 'execution.batch.adaptive.auto-parallelism.max-parallelism', '1.17'],
  ['jobmanager.adaptive-batch-scheduler.avg-data-volume-per-task', 'execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task', '1.17'],
  ['jobmanager.adaptive-batch-scheduler.default-source-parallelism', 'execution.batch.adaptive.auto-parallelism.default-source-parallelism', '1.17'],
  ['jobmanager.adaptive-batch-scheduler.speculative.', 'execution.batch.speculative.', '1.17'],
  ['security.kerberos.fetch.delegation-token', 'security.delegation.tokens.enabled', '1.17'],
  ['security.kerberos.tokens.renewal.', 'security.delegation.tokens.renewal.', '1.17'],
  ['yarn.security.kerberos.additionalFileSystems', 'security.kerberos.access.hadoopFileSystems', '1.16'],
  ['yarn.per-job-cluster.include-user-jar', 'yarn.classpath.include-user-jar', '1.15'],
  ['execution.allow-client-job-configurations', 'execution.program-config.enabled', '1.16'],
  ['execution.checkpointing.alignment-timeout', 'execution.checkpointing.aligned-checkpoint-timeout', '1.14'],
  ['akka.', 'pekko.', '1.18'],
  ['state.checkpoints.dir', 'execution.checkpointing.dir', '1.20'],
  ['state.savepoints.dir', 'execution.checkpointing.savepoint-dir', '1.20'],
  ['state.checkpoint-storage', 'execution.checkpointing.storage', '1.20'],
  ['state.checkpoints.num-retained', 'execution.checkpointing.num-retained', '1.20'],
  ['state.checkpoints.create-subdir', 'execution.checkpointing.create-subdir', '1.20'],
  ['state.checkpoint.cleaner.parallel-mode', 'execution.checkpointing.cleaner.parallel-mode', '1.20'],
  ['state.backend.incremental', 'execution.checkpointing.incremental', '1.20'],
  ['state.backend.local-recovery', 'execution.state-recovery.from-local', '1.20'],
  ['state.backend.local-recovery', 'execution.checkpointing.local-backup.enabled', '1.20'],
  ['taskmanager.state.local.root-dirs', 'execution.checkpointing.local-backup.dirs', '1.20'],
  ['state.storage.fs.memory-threshold', 'execution.checkpointing.data-inline-threshold', '1.20'],
  ['state.storage.fs.write-buffer-size', 'execution.checkpointing.write-buffer-size', '1.20'],
  ['execution.checkpointing.checkpoints-after-tasks-finish.enabled', 'execution.checkpointing.checkpoints-after-tasks-finish', '1.20'],
  ['execution.savepoint.path', 'execution.state-recovery.path', '1.20'],
  ['execution.savepoint.ignore-unclaimed-state', 'execution.state-recovery.ignore-unclaimed-state', '1.20'],
  ['execution.savepoint-restore-mode', 'execution.state-recovery.claim-mode', '1.20'],
  ['dstl.dfs.', 'state.changelog.dstl.dfs.', '1.20'],
  ['state.backend.changelog.', 'state.changelog.', '1.20'],
  ['state.backend.latency-track.', 'state.latency-track.', '1.20'],
  ['jobmanager.adaptive-scheduler.scaling-interval.min', 'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling', '2.0'],
  ['jobmanager.adaptive-scheduler.resource-wait-timeout', 'jobmanager.adaptive-scheduler.submission.resource-wait-timeout', '2.0'],
  ['jobmanager.adaptive-scheduler.resource-stabilization-timeout', 'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout', '2.0'],
  ['high-availability.zookeeper.path.jobgraphs', 'high-availability.zookeeper.path.execution-plans', '2.0'],
];

/** `[name, the last line that knows it, what to write instead]`. */
const REMOVALS: [string, string, string[]][] = [
  ['cluster.evenly-spread-out-slots', '1.20', ['taskmanager.load-balance.mode']],
  ['jobmanager.heap.size', '1.20', ['jobmanager.memory.heap.size', 'jobmanager.memory.process.size']],
  ['jobmanager.heap.mb', '1.20', ['jobmanager.memory.heap.size', 'jobmanager.memory.process.size']],
  ['taskmanager.heap.size', '1.20', ['taskmanager.memory.flink.size', 'taskmanager.memory.process.size']],
  ['taskmanager.heap.mb', '1.20', ['taskmanager.memory.flink.size', 'taskmanager.memory.process.size']],
  ['taskmanager.network.numberOfBuffers', '1.20', ['taskmanager.memory.network.max', 'taskmanager.memory.network.min']],
  ['taskmanager.network.memory.buffers-per-channel', '1.20', []],
  ['taskmanager.network.netty.transport', '1.20', []],
  ['taskmanager.network.blocking-shuffle.type', '1.20', []],
  ['taskmanager.network.max-num-tcp-connections', '1.20', []],
  ['state.backend.async', '1.20', []],
  ['pipeline.default-kryo-serializers', '1.20', ['pipeline.serialization-config']],
  ['pipeline.registered-kryo-types', '1.20', ['pipeline.serialization-config']],
  ['pipeline.registered-pojo-types', '1.20', ['pipeline.serialization-config']],
  ['pipeline.auto-type-registration', '1.20', []],
  ['taskmanager.exit-on-fatal-akka-error', '1.20', []],
  ['taskmanager.registration.initial-backoff', '1.20', ['cluster.registration.initial-timeout']],
  ['web.ssl.enabled', '1.20', ['security.ssl.rest.enabled']],
  ['web.backpressure.refresh-interval', '1.20', []],
  ['mesos.master', '1.13', []],
  ['high-availability.use-old-ha-services', '1.15', []],
];

const VERSIONS = FlinkVersion.all();
const before = (line: string) => VERSIONS[VERSIONS.findIndex((version) => version.minorVersion === line) - 1];

/** The single renames that a rename of all keys below a prefix stands for. */
const SINGLE = RENAMES.flatMap(([old, key, since]) => {
  if (!old.endsWith('.')) return [[old, key, since] as const];
  const first = VERSIONS.find(({ minorVersion }) => minorVersion === since)!;
  return Object.keys(catalogData(first).options).filter((name) => name.startsWith(key))
    .map((name) => [`${old}${name.slice(key.length)}`, name, since] as const)
    .filter(([name]) => catalogData(before(since)).options[name]);
});

test.each(RENAMES.filter(([old]) => old.endsWith('.')))('%s has several options that become %s', (old) => {
  expect(SINGLE.filter(([name]) => name.startsWith(old)).length).toBeGreaterThan(1);
});

describe.each(SINGLE)('%s became %s in Flink %s', (old, key, since) => {
  const [older, newer] = [VERSIONS.filter(({ minorVersion }) => !includesVersion(`${since}-`, minorVersion)), VERSIONS.filter(({ minorVersion }) => includesVersion(`${since}-`, minorVersion))];

  test('earlier versions get the old name, where they know one', () => {
    expect(catalogData(before(since)).options[old]).toBeDefined();
    for (const version of older) {
      const knows = catalogData(version).options[old] !== undefined;
      const { key: written, known, newestKey, problem, warning } = resolveOptionKey(version, key);
      expect({ line: version.minorVersion, written, known, newestKey }).toEqual({ line: version.minorVersion, written: knows ? old : key, known: knows, newestKey: key });
      expect({ line: version.minorVersion, problem: problem?.message, warning }).toEqual(knows ? { line: version.minorVersion } : { line: version.minorVersion, problem: expect.stringContaining(`Flink ${version.minorVersion} has no option '${key}'`) });
    }
  });

  test('later versions get the new name', () => {
    for (const version of newer) expect({ line: version.minorVersion, ...resolveOptionKey(version, key) }).toMatchObject({ line: version.minorVersion, key, known: true });
  });

  test('on later versions the old name is taken with a warning, or refused, and the message says the new one', () => {
    for (const version of newer) {
      const { known, problem, warning } = resolveOptionKey(version, old);
      expect([version.minorVersion, known, findingText((known ? warning : problem)!)]).toEqual([version.minorVersion, known, expect.stringContaining(`'${newestKeyOf(key)}'`)]);
    }
  });
});

describe.each(REMOVALS)('%s went after Flink %s', (key, last, successors) => {
  test.each(VERSIONS.map((version) => [version.minorVersion, version] as const))('and Flink %s says so where it is gone', (line, version) => {
    const { known, problem } = resolveOptionKey(version, key);
    if (!includesVersion(`${last}-`, line) || line === last) {
      if (line === last) expect(known).toBe(true);
      return;
    }
    expect(known).toBe(false);
    expect(problem!.message).toMatch(new RegExp(`^Flink ${line} has no option '${key}': it is an option of Flink [^:]*\\b${last}( alone)?\\.`));
    expect(problem!.remedy).toContain(successors.length ? `Write '${successors.join("' and '")}'.` : 'Leave it out, or change the version.');
  });
});

test('the history is made from the catalogs of all versions', () => {
  const folder = join(__dirname, '..', '..', '..', 'catalog');
  const catalogs = VERSIONS.map(({ minorVersion }) => JSON.parse(readFileSync(join(folder, `flink-${minorVersion}.json`), 'utf8')));
  expect(JSON.parse(readFileSync(join(folder, 'history.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(historyOf(catalogs))));
});

test('every name of the history is known where it says, and lowered only to names that are', () => {
  const wrong = Object.entries(allHistory()).flatMap(([key, { versions, olderKeys = {}, successors = [] }]) => VERSIONS.flatMap((version) => {
    const { options } = catalogData(version);
    const lowered = Object.entries(olderKeys).find(([range]) => includesVersion(range, version.minorVersion))?.[1];
    return [
      ...versions.some((range) => includesVersion(range, version.minorVersion)) === (options[key] !== undefined) ? [] : [`${key} on ${version.minorVersion}`],
      ...lowered && (options[key] || !options[lowered]) ? [`${key} on ${version.minorVersion} is no ${lowered}`] : [],
      ...successors.filter((name) => !allHistory()[name]).map((name) => `${key} is succeeded by ${name}, which no line knows`),
    ];
  }));
  expect(wrong).toEqual([]);
});
