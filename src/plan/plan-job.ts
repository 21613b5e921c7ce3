import { JobPlan } from './plan';
import { Boundedness, JobOptions } from '../job';
import { digest } from '../private/digest';

/** A job with its defaults decided. */
export function jobPlan(cluster: string, job: JobOptions, configuration: { [option: string]: any }): JobPlan {
  const batch = String(configuration['execution.runtime-mode'] ?? '').toUpperCase() === 'BATCH';
  return {
    ...job,
    args: job.args ?? [],
    parallelism: job.parallelism ?? 1,
    // Flink writes it in lower case, in the names of ConfigMaps, too.
    jobId: job.jobId?.toLowerCase() ?? stableJobId(cluster),
    bounded: job.boundedness ? job.boundedness === Boundedness.BOUNDED : batch,
  };
}

/** The job with its effective parallelism: that of the option, whoever has set it. */
export function withParallelism(job: JobPlan, text: string | undefined): JobPlan {
  return text === undefined ? job : { ...job, parallelism: Number(text) };
}

/** An id that follows from names alone, so that it is the same on every start: a restarted JobManager continues its job instead of starting a second one. */
export function stableJobId(cluster: string, job = ''): string {
  return digest(['job', cluster, job], 32);
}
