import { Size } from 'cdk8s';
import { PlanOptions } from './plan-options';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../features/feature';
import { FlinkPorts } from '../features/network/flink-ports';
import { RestService } from '../features/network/rest-service';
import { WebUi } from '../features/network/web-ui';
import { Logging } from '../features/observability/logging';
import { Jvm } from '../features/process/jvm';
import { ProcessMemory } from '../features/process/process-memory';
import { Slots } from '../features/process/slots';
import { TemporaryDirectories } from '../features/process/temporary-directories';
import { SecretConfiguration } from '../features/security/secret-configuration';
import { Checkpoints } from '../features/state/checkpoints';
import { FeatureFinding, FindingSeverity } from '../finding';
import { isFindingId, PlanFinding, problem } from '../private/findings';
import { checkProps } from '../props/check-props';
import { classNames } from '../props/instances';

/** The library's features and the user's, in a fixed order. */
export function bindFeatures(options: PlanOptions, context: FeatureContext, ofSystem: IFlinkFeature[]): FeatureConfig[] {
  const own: (IFlinkFeature | undefined)[] = [
    new FlinkPorts(),
    options.rest ?? RestService.clusterIp(),
    new WebUi(options.webUi),
    ProcessMemory.ofJobManager(options.jobManager ?? {}, options.job ? Size.gibibytes(2) : Size.mebibytes(1600)),
    ProcessMemory.ofTaskManager(options.taskManager ?? {}, options.job ? Size.gibibytes(2) : Size.mebibytes(1728)),
    new Slots(options.taskManager?.slots, options.job?.parallelism, options.job !== undefined),
    new Jvm(options.jvmOptions),
    new TemporaryDirectories(),
    new Logging(options.logging),
    options.storage,
    new Checkpoints(options.checkpoints),
    options.highAvailability,
    options.localRecovery,
    options.secretConfiguration && new SecretConfiguration(options.secretConfiguration),
  ];
  const given = [...(options.metrics ?? []), ...ofSystem, ...(options.features ?? []), ...(options.addedFeatures ?? [])];
  const { rest, storage, highAvailability, localRecovery } = options;
  const ofUser = new Set([rest, storage, highAvailability, localRecovery, ...given.filter((feature) => !ofSystem.includes(feature))]);
  return [...own.filter((feature) => feature !== undefined), ...given].flatMap((feature) => bind(feature, context, ofUser.has(feature)));
}

/** A feature, and those that are bound together with it. */
function bind(feature: IFlinkFeature, context: FeatureContext, ofUser: boolean): FeatureConfig[] {
  const config = ofUser ? bindOfUser(feature, context) : feature.bind(context);
  return [config, ...(config.features ?? []).flatMap((further) => bind(further, context, ofUser))];
}

/** A feature that a user has made or written. What a feature of the library returns needs no check, but its arguments did. */
function bindOfUser(feature: IFlinkFeature & Partial<BuiltInFeature>, context: FeatureContext): FeatureConfig {
  const returned = feature.bind(context);
  if (feature._findings) return withFindings(returned, feature._findings);
  const owner = typeof returned?.owner === 'string' ? returned.owner : classNames(feature)[0] ?? 'a feature';
  const { cleaned, findings } = checkProps<FeatureConfig>('FeatureConfig', returned, { where: `bind() of ${owner}` });
  const { problems = [], warnings = [] } = cleaned;
  return withFindings({ owner, ...cleaned }, [...findings, ...[...problems, ...warnings].flatMap((each) => idProblems(owner, each))]);
}

/** An id by which nothing could be acknowledged. */
function idProblems(owner: string, { id }: FeatureFinding): PlanFinding[] {
  return isFindingId(id) ? [] : [problem('invalid-finding-id', `${owner} has a finding with the id '${id}', which is not in kebab-case`,
    "Write lower-case words with hyphens between them, for example 'no-high-availability'", owner)];
}

/** What a feature requires, with what is wrong with its arguments or with what it has returned. */
function withFindings(config: FeatureConfig, findings: PlanFinding[]): FeatureConfig {
  if (!findings.length) return config;
  const of = (wanted: FindingSeverity) => findings.filter(({ severity }) => severity === wanted);
  return {
    ...config,
    problems: [...of(FindingSeverity.ERROR), ...config.problems ?? []],
    warnings: [...of(FindingSeverity.WARNING), ...config.warnings ?? []],
  };
}
