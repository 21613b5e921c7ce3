import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart, Size } from 'cdk8s';
import { stringify } from 'yaml';
import { handWritten, Texts } from './hand-written';
import { inTurns, table } from './time';
// As users have it: compiled.
import { FlinkSessionCluster, FlinkVersion } from '../../lib';

function ours(app: App, name: string): void {
  const chart = new Chart(app, name, { namespace: 'streaming' });
  new FlinkSessionCluster(chart, 'Shared', {
    name,
    version: FlinkVersion.V1_20,
    taskManager: { replicas: 3, slots: 2, memory: Size.gibibytes(4) },
  });
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `cluster-${i}`);
}

/** How long we take for many clusters, beside writing the same objects as YAML and beside cdk8s-plus by hand. */
export function synthesis(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const objects = (() => {
    const app = new App({ outdir: folder });
    ours(app, 'one');
    return (app.charts[0] as Chart).toJson();
  })();
  const texts: Texts = objects.find(({ kind }) => kind === 'ConfigMap').data;
  const rows = [[1, 60], [100, 7], [500, 3]].map(([count, rounds]) => {
    const written = (build: (app: App, name: string) => void) => () => {
      const app = new App({ outdir: folder });
      for (const name of names(count)) build(app, name);
      app.synth();
    };
    const plain = () => {
      for (const name of names(count)) writeFileSync(join(folder, `${name}.yaml`), objects.map((object) => stringify(object)).join('---\n'));
    };
    const [us, yaml, hand] = inTurns(rounds, [written(ours), plain, written((app, name) => handWritten(app, name, texts))]);
    return [String(count), us.toFixed(1), (us / yaml).toFixed(2), (us / hand).toFixed(2)];
  });
  rmSync(folder, { recursive: true });
  return table(['clusters', 'our synth, ms', '× `yaml.stringify` and write', '× cdk8s-plus by hand'], rows);
}
