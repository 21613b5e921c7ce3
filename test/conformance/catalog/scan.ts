import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { mavenJar } from '../../../tools/flink/distribution';
import { run } from '../../../tools/flink/run';

/** What the bytecode of a version's classes says. */
export interface Scanned {
  readonly declared: { readonly key: string; readonly class: string }[];
  /** How many options of a class have a key that is put together while the class is set up. */
  readonly computed: Map<string, number>;
  /** The other classes whose options a class has fields for, too. */
  readonly copied: Map<string, Set<string>>;
  readonly built: { readonly class: string; readonly method: string }[];
  readonly read: { readonly key: string; readonly class: string }[];
  /** All texts in the wanted classes. */
  readonly constants: Map<string, string[]>;
}

/** Reads the bytecode of all jars. */
export async function scan(jars: string[], wanted: Iterable<string>): Promise<Scanned> {
  const asm = await Promise.all(['asm', 'asm-tree', 'asm-analysis'].map((part) => mavenJar(`org.ow2.asm:${part}:9.7.1`)));
  const folder = mkdtempSync(join(tmpdir(), 'catalog-scan-'));
  try {
    const names = join(folder, 'wanted');
    writeFileSync(names, [...wanted].join('\n'));
    const printed = await run('java', ['-cp', asm.join(':'), join(__dirname, 'Scan.java'), names, ...jars]);
    // A class that is packed into several jars says the same several times.
    const facts = printed.trim().split('\n').map((line) => line.split('\t'));
    const of = (kind: string) => facts.filter(([first]) => first === kind);
    const count = new Map<string, number>();
    for (const [, name] of of('computed')) count.set(name, (count.get(name) ?? 0) + 1);
    const constants = new Map<string, string[]>();
    for (const [, text, name] of of('constant')) constants.set(name, [...constants.get(name) ?? [], text]);
    const copied = new Map<string, Set<string>>();
    for (const [, name, from] of of('copied')) {
      if (from !== name) copied.set(name, (copied.get(name) ?? new Set()).add(from));
    }
    return {
      copied,
      declared: of('declared').map(([, key, name]) => ({ key, class: name })),
      computed: count,
      built: of('built').map(([, name, method]) => ({ class: name, method })),
      read: of('read').map(([, key, name]) => ({ key, class: name })),
      constants,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
