import { join } from 'path';
import { inFreshProcesses, inTurns, table } from './time';
import { FlinkVersion } from '../../lib';
import { ConfigurationBuilder } from '../../lib/configuration/resolve-configuration';
import { TaskManagerMemory } from '../../lib/memory';

const ROOT = join(__dirname, '..', '..');

/** Measures one expression in a process that has loaded what comes before it. */
function first(before: string, expression: string): number {
  return inFreshProcesses(15, `${before};const t=process.hrtime.bigint();${expression};console.log(Number(process.hrtime.bigint()-t)/1e6)`, ROOT);
}

/** What it costs to have the library, to load a version's options, to check with them, and to compute memory. */
export function loading(): string {
  const required = first("require('cdk8s')", "require('./lib')");
  const library = "require('cdk8s');const {FlinkVersion,FlinkOptionCatalog}=require('./lib')";
  const loaded = first(library, 'FlinkOptionCatalog.of(FlinkVersion.V1_20).keys');
  const parsed = first("const {readFileSync}=require('fs')", "JSON.parse(readFileSync('catalog/flink-1.20.json','utf8'))");
  const options = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`metrics.reporter.r${i}.interval`, `${i + 1} s`]));
  const assignments = Object.entries(options).map(([option, content]) => ({ option, content, owner: 'configuration', precedence: 'explicit' as const }));
  const memory = { 'taskmanager.memory.process.size': '4g', 'taskmanager.memory.managed.fraction': '0.5', 'taskmanager.memory.network.max': '256m' };
  const check = () => {
    const builder = new ConfigurationBuilder(FlinkVersion.V1_20, []);
    builder.add(assignments);
    builder.build();
  };
  const thousand = () => {
    for (let i = 0; i < 1000; i++) TaskManagerMemory.of(FlinkVersion.V1_20, memory);
  };
  const [checked, computed] = inTurns(15, [check, thousand]);
  return table(['what', 'figure', 'aim'], [
    ['`require(\'cdk8s-flink\')`, over `require(\'cdk8s\')`', `${required.toFixed(1)} ms`, '≤ 25 ms'],
    ['options of one version, loaded for the first time', `${loaded.toFixed(1)} ms`, '≤ 10 ms'],
    ['… beside reading and `JSON.parse` of its file', `× ${(loaded / parsed).toFixed(2)}`, ''],
    ['100 options checked', `${checked.toFixed(2)} ms`, '≤ 5 ms'],
    ['memory models per second, on one core', Math.round(1000 / computed * 1000).toString(), '≥ 50 000'],
  ]);
}
