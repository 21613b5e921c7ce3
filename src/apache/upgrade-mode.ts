/** How a job keeps its state when its resource changes. */
export enum UpgradeMode {
  /** It does not: the job starts with empty state. */
  STATELESS = 'stateless',
  /** By a savepoint that is taken before the change. */
  SAVEPOINT = 'savepoint',
  /** By the latest checkpoint, without waiting for a savepoint. */
  LAST_STATE = 'last-state',
}
