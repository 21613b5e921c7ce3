/*
 * Checks that every rename between the lines can be lowered: a key in its newest name, on every older line.
 *
 *   npx tsx test/conformance/catalog/renames.ts
 *
 * The expectations are written down here by hand, from Flink's documentation and release notes; the answers come from
 * catalog/history.json, which is made from the classes alone. Beyond the table every answer of the history is checked
 * for consistency: what it lowers to must be known on that line, and what it lowers must not be.
 */
import { readFileSync } from 'fs';
import { join } from 'path';
import { Catalog } from '../../../tools/catalog/catalog';
import { History, historyOf } from '../../../tools/catalog/history';
import { LINES, linesIn, ROOT } from '../../../tools/catalog/lines';
import { catalogFile } from '../../../tools/catalog/write';

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

const NAMES = LINES.map(({ line }) => line);
const CATALOGS = new Map<string, Catalog>(NAMES.map((line) => [line, JSON.parse(readFileSync(catalogFile(line), 'utf8'))]));
const HISTORY: History = JSON.parse(readFileSync(join(ROOT, 'catalog', 'history.json'), 'utf8'));

/** The name under which a line knows a key, or undefined. This is all that a reader of the history has to do. */
function lowered(key: string, line: string): string | undefined {
  if (CATALOGS.get(line)!.options[key]) return key;
  const found = Object.entries(HISTORY.keys[key]?.lower ?? {}).find(([range]) => linesIn(range).includes(line));
  return found?.[1];
}

/** The single renames that a rename of all keys below a prefix stands for. */
function each([old, key, since]: [string, string, string]): [string, string, string][] {
  if (!old.endsWith('.')) return [[old, key, since]];
  const before = CATALOGS.get(NAMES[NAMES.indexOf(since) - 1])!;
  return Object.keys(CATALOGS.get(since)!.options).filter((name) => name.startsWith(key))
    .map((name): [string, string, string] => [`${old}${name.slice(key.length)}`, name, since])
    .filter(([name]) => before.options[name]);
}

/** What is wrong with one rename, and on which lines it was looked at. */
function check([old, key, since]: [string, string, string]): { text: string; problems: string[] } {
  const problems: string[] = [];
  const lines: Record<string, string[]> = { [old]: [], [key]: [], unknown: [] };
  for (const line of NAMES) {
    const oldIsKnown = CATALOGS.get(line)!.options[old] !== undefined;
    const expected = NAMES.indexOf(line) >= NAMES.indexOf(since) ? key : oldIsKnown ? old : undefined;
    const found = lowered(key, line);
    if (found !== expected) problems.push(`on ${line} '${key}' should be '${expected}', is '${found}'`);
    lines[found ?? 'unknown'].push(line);
  }
  if (!lines[old].length) problems.push(`'${old}' is known on no line`);
  if (!HISTORY.keys[old]?.successors?.includes(key)) problems.push(`'${old}' is not told to be succeeded by '${key}'`);
  const span = (names: string[]) => (names.length ? `${names[0]}–${names[names.length - 1]}` : '–');
  return { text: `${old} (${span(lines[old])}) <- ${key} (${span(lines[key])}); unknown: ${span(lines.unknown)}`, problems };
}

/** What the whole history says that the catalogs contradict. */
function contradictions(): string[] {
  return Object.entries(HISTORY.keys).flatMap(([key, story]) => {
    const on = (ranges: string[] = []) => ranges.flatMap(linesIn);
    const known = NAMES.filter((line) => CATALOGS.get(line)!.options[key]);
    const wrong = on(story.lines).join() === known.join() ? [] : [`${key}: known on ${known}, told ${story.lines}`];
    for (const [range, name] of Object.entries(story.lower ?? {})) {
      for (const line of linesIn(range)) {
        const { options } = CATALOGS.get(line)!;
        if (options[key] || !options[name]) wrong.push(`${key}: on ${line} told to be ${name}`);
      }
    }
    for (const name of story.successors ?? []) if (!HISTORY.keys[name]) wrong.push(`${key}: succeeded by ${name}, which no line knows`);
    return wrong;
  });
}

const results = RENAMES.flatMap(each).map(check);
for (const { text, problems } of results) console.log([`${problems.length ? 'WRONG' : 'ok   '} ${text}`, ...problems].join('\n      '));
const wrong = contradictions();
if (JSON.stringify(historyOf([...CATALOGS.values()])) !== JSON.stringify(HISTORY)) wrong.push('history.json is not made from these catalogs: generate it again');
wrong.forEach((text) => console.log(`WRONG ${text}`));
const lowerings = Object.values(HISTORY.keys).filter((story) => story.lower).length;
const failed = results.filter(({ problems }) => problems.length).length;
console.log(`${results.length} renames of the table, ${failed} wrong; ${lowerings} keys of the history are lowered somewhere, ${wrong.length} contradictions`);
if (failed || wrong.length) process.exitCode = 1;
