import { Testing, App, Chart } from 'cdk8s';
import {
  apache, FeatureConfig, Finding, FindingSeverity, FlinkApplication, FlinkFindings, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, IFlinkFeature, JobArtifact, JobOptions,
} from '../../src';

/** Makes something wrong in a chart. */
export type Wrong = (chart: Chart) => unknown;

/** A wrong input, and the finding it deserves: its id, where (by default the cluster `chart/Orders`), what, and how to mend it. */
export interface WrongInput {
  readonly make: Wrong;
  readonly id: string;
  readonly what: string;
  readonly remedy: string;
  readonly where?: string;
}

/** The job of rows in which the job does not matter. */
export const JOB: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
export const S3 = FlinkStorage.s3('s3://acme/orders');

// The options of a row may be what no compiler would let through.
const version = FlinkVersion.V1_20;
// The official image has no jar of ours.
const image = 'registry.acme.io/orders:1';
export const session = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkSessionCluster(chart, id, { version, ...options });
export const application = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkApplication(chart, id, { version, image, job: JOB, ...options });
export const jobCluster = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkJobCluster(chart, id, { version, image, job: JOB, ...options });
export const deployment = (options: any = {}, id = 'Orders') => (chart: Chart) => new apache.FlinkDeployment(chart, id, { version, ...(options.job ? { image } : {}), ...options });
export const sessionJob = (job: any, cluster: any = {}, id = 'Count') => (chart: Chart) => session({ image, ...cluster })(chart).addJob(id, job);
export const configured = (configuration: any, options: any = {}) => session({ ...options, configuration });

/** A feature of a user's. */
export const feature = (config: Partial<FeatureConfig>): IFlinkFeature => ({ bind: () => ({ owner: 'Mine', ...config }) });

/** What comes of something wrong. */
export interface Outcome {
  /** What fails synthesis, each complaint with its place in front and its id at its end. None when it passes. */
  readonly complaints: string[];
  /** The errors among the findings of the app. Undefined when a factory or a method has thrown at once. */
  readonly errors?: Finding[];
}

export function outcomeOf(make: Wrong): Outcome {
  const chart = new Chart(new App(), 'chart');
  try {
    make(chart);
  } catch (error) {
    return { complaints: linesOf(error as Error) };
  }
  const errors = FlinkFindings.of(chart).all.filter(({ severity }) => severity === FindingSeverity.ERROR);
  try {
    Testing.synth(chart);
  } catch (error) {
    return { complaints: linesOf(error as Error), errors };
  }
  return { complaints: [], errors };
}

function linesOf({ message }: Error): string[] {
  return message.replace(/^Validation failed with the following errors:\n/, '').split('\n').map((line) => line.trim());
}

/** Every complaint about something wrong. */
export function complaintsAbout(make: Wrong): string[] {
  return outcomeOf(make).complaints;
}

/** One test for each row: one finding and one complaint say where, what and how to mend it, in that order. */
export function refuses(rows: { readonly [name: string]: WrongInput }): void {
  test.each(Object.entries(rows))('refuses %s', (_, { make, id, what, remedy, where = 'chart/Orders' }) => {
    const { complaints, errors } = outcomeOf(make);
    expect(complaints).toContainEqual(expect.stringContaining(what));
    const [complaint, ...again] = complaints.filter((line) => line.includes(what));
    expect(again).toEqual([]);
    expect(complaint.startsWith(`[${where}] `)).toBe(true);
    expect(complaint.slice(complaint.indexOf(what) + what.length)).toContain(remedy);
    expect(complaint.endsWith(` (${id})`)).toBe(true);
    // What throws at once reaches no construct, and is the only complaint.
    if (errors === undefined) expect(complaints).toEqual([complaint]);
    else expect(errors.filter(({ message }) => message.includes(what))).toEqual([expect.objectContaining({ id, path: where, remedy: expect.stringContaining(remedy) })]);
  });
}
