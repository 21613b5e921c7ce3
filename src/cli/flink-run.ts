import { JobOptions } from '../job';

/** The cluster that a job is submitted to. */
export interface FlinkRunTarget {
  readonly jobId: string;
  readonly restAddress: string;
  readonly restPort: number;
  /** Further options, by the names of the Flink version. */
  readonly properties: { readonly [option: string]: string };
}

/**
 * The command line that submits a job to a cluster by its REST API and does not wait for its end.
 *
 * Options are given by their long names and before the jar: what follows the jar is passed to the program.
 */
export function flinkRun(job: JobOptions, target: FlinkRunTarget): string[] {
  const properties: { [option: string]: string } = {
    '$internal.pipeline.job-id': target.jobId,
    'rest.address': target.restAddress,
    'rest.port': String(target.restPort),
    ...target.properties,
  };
  return [
    'flink', 'run', '--detached', '--target', 'remote',
    ...Object.entries(properties).map(([option, text]) => `-D${option}=${text}`),
    ...(job.parallelism ? ['--parallelism', String(job.parallelism)] : []),
    ...(job.restoreFrom ? ['--fromSavepoint', job.restoreFrom] : []),
    ...(job.allowNonRestoredState ? ['--allowNonRestoredState'] : []),
    ...(job.mainClass ? ['--class', job.mainClass] : []),
    job.artifact.imagePath!,
    ...(job.args ?? []),
  ];
}
