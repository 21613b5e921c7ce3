import { Size } from 'cdk8s';
import { PlanOptions } from './plan-options';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../features/feature';
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
import { problem } from '../private/findings';

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
  return [...own.filter((feature) => feature !== undefined), ...given].flatMap((feature) => bind(feature, context));
}

/** A feature, and those that are bound together with it. */
function bind(feature: IFlinkFeature, context: FeatureContext): FeatureConfig[] {
  if (typeof feature?.bind !== 'function') return [notAFeature(feature)];
  const config = feature.bind(context);
  const bound = { ...config, owner: config.owner ?? feature.constructor.name };
  return [bound, ...(config.features ?? []).flatMap((further) => bind(further, context))];
}

function notAFeature(given: unknown): FeatureConfig {
  return {
    owner: 'features',
    problems: [problem('not-a-feature', `${JSON.stringify(given)} is given where a feature is expected`,
      "Give what the prop asks for, for example storage: FlinkStorage.s3('…'); a feature of your own implements IFlinkFeature", 'features')],
  };
}
