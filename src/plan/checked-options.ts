import { PlanOptions } from './plan-options';
import { FlinkVersion } from '../flink-version';
import { JobArtifact, JobOptions } from '../job';
import { PlanFinding } from '../private/findings';
import { checkProps } from '../props/check-props';
import { PropContext } from '../props/prop-report';
import { structType } from '../props/struct-data';

/** What is no prop of any construct, because it is set elsewhere. */
const HINTS = { namespace: 'Set the namespace of the chart instead' };

/** The props of a construct by the name of their struct, and what to do instead of props that only other constructs have. */
export interface PropsStruct extends Pick<PropContext, 'hints'> {
  readonly name: string;
}

/** The props of a construct that can be used, and what is wrong with the others. */
export interface CheckedOptions<T> {
  readonly options: T;
  /** Whether the version and the job are the user's. Otherwise they are placeholders, and what follows from them is not worth reporting. */
  readonly complete: boolean;
  readonly findings: PlanFinding[];
}

/** The props of a cluster, such that a plan can be made of them. */
export function checkedOptions<T extends PlanOptions>({ name, hints }: PropsStruct, given: unknown): CheckedOptions<T> {
  const { cleaned, findings } = checkProps<T>(name, given, { hints: { ...HINTS, ...hints } });
  const requiresJob = structType(name).required.some((prop) => prop.name === 'job');
  const withoutJob = !cleaned.job && (requiresJob || findings.some(({ id, subject = '' }) => id !== 'unknown-prop' && /^job($|\.)/.test(subject)));
  const options = { ...cleaned, version: cleaned.version ?? placeholderVersion(), ...(withoutJob ? { job: placeholderJob() } : {}) };
  return { options: options as unknown as T, complete: cleaned.version !== undefined && !withoutJob, findings };
}

/** A job for a session cluster, such that a submission can be made of it. */
export function checkedJob(given: unknown): CheckedOptions<JobOptions> {
  const { cleaned, findings } = checkProps<JobOptions>('JobOptions', given, { path: 'job' });
  return { options: { ...placeholderJob(), ...cleaned }, complete: cleaned.artifact !== undefined, findings };
}

function placeholderVersion(): FlinkVersion {
  return FlinkVersion.all().reverse()[0];
}

function placeholderJob(): JobOptions {
  return { artifact: JobArtifact.fromImage('/opt/flink/usrlib/job.jar') };
}
