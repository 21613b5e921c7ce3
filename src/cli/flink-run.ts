import { JobOptions } from '../job';

/** What `flink run` is told besides the job. */
export interface FlinkRunTarget {
  readonly jobId: string;
  readonly restAddress: string;
  readonly restPort: number;
  /** Further options, in the spelling of the line. */
  readonly properties: { readonly [option: string]: string };
}

/**
 * The command line that submits a job to a cluster by its REST API and does not wait for its end.
 *
 * Options come by their long names and before the jar: what follows the jar is the program's.
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
