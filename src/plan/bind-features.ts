import { Size } from 'cdk8s';
import { PlanOptions } from './plan-options';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../features/feature';
import { IFeatureObjects } from '../features/feature-objects';
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
import { argumentError, isFindingId, messageOf, PlanFinding, problem } from '../private/findings';
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

/** Features of features: far more levels than anybody needs, and few enough to end. */
const MAX_DEPTH = 20;

/**
 * A feature, and those that are bound together with it.
 *
 * @param above the features that it is a feature of.
 */
function bind(feature: IFlinkFeature, context: FeatureContext, ofUser: boolean, above: readonly IFlinkFeature[] = []): FeatureConfig[] {
  const config = ofUser ? bindOfUser(feature, context) : feature.bind(context);
  const { owner, features = [] } = config;
  const path = [...above, feature];
  const ends = features.length > 0 && path.length > MAX_DEPTH;
  if (!ends && !features.some((further) => path.includes(further))) {
    return [config, ...features.flatMap((further) => bind(further, context, ofUser, path))];
  }
  const what = ends ? `features of ${owner} are nested more than ${MAX_DEPTH} levels deep` : `${owner} is among its own features`;
  return [withFindings(config, [problem('recursive-feature', what, "Return in 'features' of bind() only what the feature consists of", owner)])];
}

/** A feature that a user has made or written. What a feature of the library returns needs no check, but its arguments did. */
function bindOfUser(feature: IFlinkFeature & Partial<BuiltInFeature>, context: FeatureContext): FeatureConfig {
  const className = classNames(feature)[0] ?? 'a feature';
  const returned = resultOf(() => feature.bind(context), context.path, `bind() of ${className}`);
  if (feature._findings) return withFindings(returned, feature._findings);
  const owner = typeof returned?.owner === 'string' ? returned.owner : className;
  const { cleaned, findings } = checkProps<FeatureConfig>('FeatureConfig', returned, { where: `bind() of ${owner}` });
  const objects = cleaned.objects?.map((provider): IFeatureObjects => ({
    objectsFor: (cluster) => resultOf(() => provider.objectsFor(cluster), context.path, `objectsFor() of ${owner}`),
  }));
  const { problems = [], warnings = [] } = cleaned;
  const ids = [...problems, ...warnings].flatMap((each) => idProblems(owner, each));
  return withFindings({ owner, ...cleaned, ...(objects ? { objects } : {}) }, [...findings, ...ids]);
}

/** What a method of a user's returns. An error of it names the cluster, and has the original one, with its stack, as its cause. */
function resultOf<T>(method: () => T, path: string, what: string): T {
  try {
    return method();
  } catch (error) {
    const wrapped = argumentError(path, 'feature-failed', `${what} has thrown an error: ${messageOf(error)}`, 'Mend the method, or let it return what is wrong as problems');
    throw Object.assign(wrapped, { cause: error });
  }
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
