import { JobOptions } from '../job';
import { ClusterPlan } from './plan';
import { isReference, looksSecret } from './secret-names';
import { complaint } from '../private/remedy';

/** The one job of a cluster that runs one. */
export function checkJob({ job, configuration }: ClusterPlan): string[] {
  if (!job) return [];
  const batch = configuration.text('execution.runtime-mode') === 'BATCH' && !job.bounded;
  return [
    ...(batch ? [complaint("job.boundedness is UNBOUNDED and 'execution.runtime-mode' is BATCH, which Flink refuses for input that never ends", 'Drop one of the two')] : []),
    ...jobProblems(job),
  ];
}

/** What is wrong with a job wherever it runs. */
export function jobProblems(job: JobOptions & { readonly jobId: string }): string[] {
  const problems: string[] = [];
  if (job.parallelism !== undefined && !(Number.isInteger(job.parallelism) && job.parallelism >= 1)) {
    problems.push(complaint(`job.parallelism is ${job.parallelism}`, 'Write a whole number, 1 or more'));
  }
  if (!/^[0-9a-f]{32}$/i.test(job.jobId)) {
    problems.push(complaint(`job.jobId is '${job.jobId}', which is no Flink job id`, 'Write 32 hexadecimal digits, or leave it out'));
  }
  if (job.mainClass !== undefined && (!/^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(job.mainClass) || /\.(class|java|jar)$/.test(job.mainClass))) {
    problems.push(complaint(`job.mainClass is '${job.mainClass}', which is no Java class`, "Write its full name, for example 'io.acme.OrdersJob'"));
  }
  if (job.restoreFrom !== undefined && !/^[a-z][a-z0-9+.-]*:\/[^\s]*$/.test(job.restoreFrom)) {
    problems.push(complaint(`job.restoreFrom is '${job.restoreFrom}', which is no URI`, "Write the whole URI of the savepoint, for example 's3://bucket/savepoints/savepoint-9f2c1a'"));
  }
  if (job.allowNonRestoredState && job.restoreFrom === undefined) {
    problems.push(complaint('job.allowNonRestoredState is set without job.restoreFrom, and would do nothing', "Set 'restoreFrom', or leave it out"));
  }
  return [...problems, ...secretArguments(job.args ?? [])];
}

/** Secrets among the arguments, as `--password=x`, `--password x` and `password=x`. */
function secretArguments(args: string[]): string[] {
  return args.flatMap((arg, i) => {
    const [, name, joined] = /^-{0,2}([^\s=:]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const next = arg.startsWith('-') && joined === undefined ? args[i + 1] : undefined;
    const text = joined ?? (next?.startsWith('-') ? undefined : next);
    if (!name || !text || isReference(text) || !looksSecret(name)) return [];
    return [complaint(`job.args holds what looks like a secret ('${name}'), and arguments are visible in the pod and in Flink's UI`,
      'Put it into a Secret, give it to the pod as environment (pod.env with secretKeyRef) and let the job read it there')];
  });
}
