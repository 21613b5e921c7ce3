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

/** What a feature answered, and who it is. */
export interface Bound extends FeatureConfig {
  readonly owner: string;
}

/** The library's own features and the user's, in a fixed order. */
export function bindFeatures(options: PlanOptions, context: FeatureContext, systems: IFlinkFeature[]): Bound[] {
  const features: (IFlinkFeature | undefined)[] = [
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
    ...(options.metrics ?? []),
    ...systems,
    ...(options.features ?? []),
    ...(options.addedFeatures ?? []),
  ];
  return features.filter((feature) => feature !== undefined).map((feature) => ({ owner: feature.constructor.name, ...feature.bind(context) }));
}
