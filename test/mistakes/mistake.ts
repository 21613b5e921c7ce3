import { App, Chart } from 'cdk8s';
import * as library from '../../src';

/** The library as a program in plain JavaScript sees it: nothing is checked before it runs. */
export const js: any = library;

/** A program that is wrong, the id of the finding or of the error that says so, and words of its remedy. */
export type Mistake = readonly [program: (chart: Chart) => unknown, id: string, remedy: string];

/** Mistakes by what people do. */
export interface Mistakes {
  readonly [what: string]: Mistake;
}

/** What a program is told: the findings of its clusters, or the error that it ends with. */
export interface Told {
  readonly findings: library.Finding[];
  readonly thrown?: Error;
  /** Why it cannot be synthesized. */
  readonly synthesis?: Error;
}

export const VERSION = library.FlinkVersion.V1_20;
export const JOB = { artifact: library.JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
export const IMAGE = 'registry.acme.io/orders:1';
export const STORAGE = library.FlinkStorage.s3('s3://acme/orders');

export const session = (options: object = {}) => (chart: Chart) => new js.FlinkSessionCluster(chart, 'Orders', { version: VERSION, ...options });
export const application = (options: object = {}) => (chart: Chart) => new js.FlinkApplication(chart, 'Orders', { version: VERSION, image: IMAGE, job: JOB, ...options });
export const jobCluster = (options: object = {}) => (chart: Chart) => new js.FlinkJobCluster(chart, 'Orders', { version: VERSION, image: IMAGE, job: JOB, ...options });
export const deployment = (options: object = {}) => (chart: Chart) => new js.apache.FlinkDeployment(chart, 'Orders', { version: VERSION, image: IMAGE, job: JOB, ...options });

/** What is done with a session cluster after it was made. */
export const later = (call: (cluster: any) => unknown, options: object = {}) => (chart: Chart) => call(session(options)(chart));

/** Runs a program to its YAML. Nothing is printed. */
export function tell(program: (chart: Chart) => unknown): Told {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'streaming' });
  const print = process.stderr.write;
  process.stderr.write = () => true;
  try {
    program(chart);
    const { all } = library.FlinkFindings.of(app);
    return { findings: all, synthesis: errorOf(() => app.synthYaml()) };
  } catch (error) {
    return { findings: [], thrown: error as Error };
  } finally {
    process.stderr.write = print;
  }
}

function errorOf(work: () => unknown): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
