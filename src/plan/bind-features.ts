import { Size } from 'cdk8s';
import { PlanOptions } from './plan-options';
import { Checkpoints } from '../features/checkpoints';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../features/feature';
import { Jvm } from '../features/jvm';
import { Logging } from '../features/logging';
import { Networking } from '../features/networking';
import { ProcessMemory } from '../features/process-memory';
import { RestService } from '../features/rest-service';
import { SecretConfiguration } from '../features/secrets';
import { Slots } from '../features/slots';
import { complaint } from '../private/remedy';

/** What a feature answered, and who it is. */
export interface Bound extends FeatureConfig {
  readonly owner: string;
}

/** The library's own features and the user's, in a fixed order. */
export function bindFeatures(options: PlanOptions, context: FeatureContext, systems: IFlinkFeature[]): Bound[] {
  const own: (IFlinkFeature | undefined)[] = [
    new Networking(),
    options.rest ?? RestService.clusterIp(),
    ProcessMemory.ofJobManager(options.jobManager ?? {}, options.job ? Size.gibibytes(2) : Size.mebibytes(1600)),
    ProcessMemory.ofTaskManager(options.taskManager ?? {}, options.job ? Size.gibibytes(2) : Size.mebibytes(1728)),
    new Slots(options.taskManager?.slots, options.job?.parallelism, options.job !== undefined),
    new Jvm(options.jvmOptions),
    new Logging(options.logging),
    options.storage,
    new Checkpoints(options.checkpoints),
    options.highAvailability,
    options.localRecovery,
    options.secretConfiguration && new SecretConfiguration(options.secretConfiguration),
  ];
  const given = [...(options.metrics ?? []), ...systems, ...(options.features ?? []), ...(options.addedFeatures ?? [])];
  return [...own.filter((feature) => feature !== undefined), ...given].map((feature) => (typeof feature?.bind === 'function' ? bind(feature, context) : notAFeature(feature)));
}

function bind(feature: IFlinkFeature, context: FeatureContext): Bound {
  const config = feature.bind(context);
  return { ...config, owner: config.owner ?? feature.constructor.name };
}

function notAFeature(it: unknown): Bound {
  return {
    owner: 'features',
    problems: [complaint(`${JSON.stringify(it)} stands where a feature of the cluster should, and cannot be bound`,
      "Give what the prop asks for, for example storage: FlinkStorage.s3('…'); a feature of your own implements IFlinkFeature")],
  };
}
