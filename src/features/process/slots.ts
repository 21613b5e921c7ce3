import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, IFlinkFeature } from '../feature';

/**
 * Slots of a TaskManager, and the job's default parallelism.
 * @internal
 */
export class Slots implements IFlinkFeature {
  public constructor(private readonly slots?: number, private readonly parallelism?: number, private readonly oneJob = false) {}

  public bind(): FeatureConfig {
    const { slots, parallelism } = this;
    const problems: PlanFinding[] = [];
    if (slots !== undefined && !(Number.isInteger(slots) && slots >= 1)) {
      problems.push(problem('invalid-slots', `taskManager.slots is ${slots}`, 'Give a TaskManager at least 1 slot; one for each CPU is a good start', 'taskManager.slots'));
    }
    return {
      owner: 'taskManager.slots and job.parallelism',
      configuration: {
        ...(slots === undefined ? {} : { 'taskmanager.numberOfTaskSlots': slots }),
        ...(parallelism === undefined ? {} : { 'parallelism.default': parallelism }),
      },
      defaults: { 'taskmanager.numberOfTaskSlots': 1, ...(this.oneJob ? { 'parallelism.default': 1 } : {}) },
      problems,
    };
  }
}
