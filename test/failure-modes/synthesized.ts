import { App, Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import { FindingSeverity, IFlinkCluster } from '../../src';

/** The objects that something makes in a chart. */
export function objects(make: (chart: Chart) => unknown): any[] {
  const chart = new Chart(new App(), 'chart');
  make(chart);
  return Testing.synth(chart);
}

/** The warnings of a cluster, by their ids. */
export function warnings(make: (chart: Chart) => IFlinkCluster): string[] {
  return make(new Chart(new App(), 'chart')).findings.filter(({ severity }) => severity === FindingSeverity.WARNING).map(({ id }) => id);
}

/** The one object of a kind, and of a name that ends like this. */
export function the(kind: string, all: any[], ending = ''): any {
  const found = all.filter((object) => object.kind === kind && object.metadata.name.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} objects are a ${kind} …${ending}`);
  return found[0];
}

/** The pod templates of all workloads. */
export function pods(all: any[]): any[] {
  return all.filter(({ spec }) => spec?.template).map(({ spec }) => spec.template);
}

/** The pod template of a role that has a workload of its own. */
export function pod(all: any[], role: 'jobmanager' | 'taskmanager'): any {
  return pods(all).find(({ metadata }) => metadata.labels['app.kubernetes.io/component'] === role);
}

/** Flink's container. */
export function flink({ spec }: any): any {
  return spec.containers.find(({ name }: any) => name === 'flink-main-container');
}

/** The options in the configuration file, as Flink reads them. */
export function configuration(all: any[], file?: string): { [option: string]: string } {
  const { data } = the('ConfigMap', all);
  const name = file ?? Object.keys(data).find((key) => key.endsWith('.yaml'))!;
  if (!name.endsWith('flink-conf.yaml')) return parse(data[name]);
  return Object.fromEntries(data[name].trim().split('\n').map((line: string) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]));
}

/** Whether a selector finds a pod. */
export function selects(selector: { [label: string]: string }, { metadata }: any): boolean {
  return Object.entries(selector).every(([label, text]) => metadata.labels[label] === text);
}
