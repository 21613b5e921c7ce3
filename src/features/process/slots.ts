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
    if (slots !== undefined && !isPositive(slots)) {
      problems.push(problem('invalid-slots', `taskManager.slots is ${slots}`, 'Give a TaskManager at least 1 slot; one for each CPU is a good start', 'taskManager.slots'));
    }
    if (parallelism !== undefined && !isPositive(parallelism)) {
      problems.push(problem('invalid-parallelism', `job.parallelism is ${parallelism}`, 'Write a whole number, 1 or more', 'job.parallelism'));
    }
    return {
      // What is refused already is not said again by the option.
      owner: 'taskManager.slots and job.parallelism',
      configuration: {
        ...(slots === undefined || !isPositive(slots) ? {} : { 'taskmanager.numberOfTaskSlots': slots }),
        ...(parallelism === undefined || !isPositive(parallelism) ? {} : { 'parallelism.default': parallelism }),
      },
      defaults: { 'taskmanager.numberOfTaskSlots': 1, ...(this.oneJob ? { 'parallelism.default': 1 } : {}) },
      problems,
    };
  }
}

function isPositive(count: number): boolean {
  return Number.isInteger(count) && count >= 1;
}
