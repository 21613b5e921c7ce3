import { PlanFinding, problem } from '../../private/findings';
import { FeatureContext } from '../feature';

/** High availability keeps in durable storage what it needs to recover a job; the service itself has only pointers to it. */
export function storageRequired({ storage, configuration }: FeatureContext): PlanFinding[] {
  if (storage?.highAvailability || configuration['high-availability.storageDir'] !== undefined) return [];
  return [problem('high-availability-without-storage', 'highAvailability requires durable storage',
    "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')", 'highAvailability')];
}
