import { Testing, App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, FlinkVersion, JobArtifact, JobOptions } from '../../src';

/** Makes something wrong in a chart. */
export type Wrong = (chart: Chart) => unknown;

/** A wrong input, and the message it deserves: where (by default the cluster `chart/Orders`), what, and how to mend it. */
export interface WrongInput {
  readonly make: Wrong;
  readonly what: string;
  readonly remedy: string;
  readonly where?: string;
}

/** The job of rows in which the job does not matter. */
export const JOB: JobOptions = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar') };
export const S3 = FlinkStorage.s3('s3://acme/orders');

// The options of a row may be what no compiler would let through.
const version = FlinkVersion.V1_20;
export const session = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkSessionCluster(chart, id, { version, ...options });
export const application = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkApplication(chart, id, { version, job: JOB, ...options });
export const jobCluster = (options: any = {}, id = 'Orders') => (chart: Chart) => new FlinkJobCluster(chart, id, { version, job: JOB, ...options });
export const deployment = (options: any = {}, id = 'Orders') => (chart: Chart) => new apache.FlinkDeployment(chart, id, { version, ...options });
export const sessionJob = (job: any, cluster: any = {}, id = 'Count') => (chart: Chart) => session(cluster)(chart).addJob(id, job);
export const configured = (configuration: any, options: any = {}) => session({ ...options, configuration });

/** Every complaint about something wrong, each with its place in front. None when it passes. */
export function complaintsAbout(make: Wrong): string[] {
  try {
    const chart = new Chart(new App(), 'chart');
    make(chart);
    Testing.synth(chart);
  } catch (error) {
    return (error as Error).message.replace(/^Validation failed with the following errors:\n/, '').split('\n').map((line) => line.trim());
  }
  return [];
}

/** One test for each row: one complaint says where, what and how to mend it, in that order. */
export function refuses(rows: { readonly [name: string]: WrongInput }): void {
  test.each(Object.entries(rows))('refuses %s', (_, { make, what, remedy, where = 'chart/Orders' }) => {
    const complaints = complaintsAbout(make);
    expect(complaints).toContainEqual(expect.stringContaining(what));
    const [complaint, ...again] = complaints.filter((line) => line.includes(what));
    expect(again).toEqual([]);
    expect(complaint.startsWith(`[${where}] `)).toBe(true);
    expect(complaint.slice(complaint.indexOf(what) + what.length)).toContain(remedy);
  });
}
