import { readdirSync } from 'fs';
import { join } from 'path';
import { App, Chart } from 'cdk8s';
import { FlinkVersion } from '../../src';

/** A recipe of `examples/`: a chart that may be made for any Flink line. */
export interface Example {
  readonly name: string;
  /** The objects it synthesizes to, for the line it is written for or for another. */
  synthesize(version?: FlinkVersion): any[];
}

const FOLDER = join(__dirname, '..', '..', 'examples');

/** Every recipe there is. A file without a chart is one that others import. */
export const EXAMPLES: Example[] = readdirSync(FOLDER).filter((file) => file.endsWith('.ts')).sort().flatMap((file) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const charts = Object.values(require(join(FOLDER, file))).filter((e): e is new (scope: App, version?: FlinkVersion) => Chart => (
    typeof e === 'function' && Object.prototype.isPrototypeOf.call(Chart, e)));
  return charts.map((ExampleChart) => ({
    name: file.replace(/\.ts$/, ''),
    synthesize: (version?: FlinkVersion) => new ExampleChart(new App(), version).toJson(),
  }));
});
