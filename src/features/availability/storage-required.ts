import { PlanFinding, problem } from '../../private/findings';
import { FeatureContext } from '../feature';

/** High availability keeps in durable storage what it needs to recover a job; the service itself has only pointers to it. */
export function storageRequired({ storage, configuration }: FeatureContext): PlanFinding[] {
  if (storage?.highAvailability || configuration['high-availability.storageDir'] !== undefined) return [];
  if (storage) {
    return [problem('high-availability-without-storage', 'highAvailability requires durable storage, and storage has none for it',
      "Set 'highAvailability' or 'others' of FlinkStorage.byPurpose(), for example others: FlinkStorage.s3('s3://bucket/prefix')", 'storage.highAvailability')];
  }
  return [problem('high-availability-without-storage', 'highAvailability requires durable storage',
    "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')", 'highAvailability')];
}
