import { StorageLocations } from '../feature';

/** The option that points to the directory of each purpose. */
export const DIRECTORY_OPTIONS: { readonly [purpose in keyof Required<StorageLocations>]: string } = {
  checkpoints: 'execution.checkpointing.dir',
  savepoints: 'execution.checkpointing.savepoint-dir',
  highAvailability: 'high-availability.storageDir',
  changelog: 'state.changelog.dstl.dfs.base-path',
  archives: 'jobmanager.archive.fs.dir',
};

/** The options for the directories of some purposes. */
export function directoryOptions(locations: StorageLocations, purposes: (keyof StorageLocations)[]): { [option: string]: string } {
  const located = purposes.filter((purpose) => locations[purpose] !== undefined);
  return Object.fromEntries(located.map((purpose) => [DIRECTORY_OPTIONS[purpose], locations[purpose]!]));
}

/** Options that point to no directory. */
export function withoutDirectories(options: { readonly [option: string]: any } = {}): { [option: string]: any } {
  const directories = Object.values(DIRECTORY_OPTIONS);
  return Object.fromEntries(Object.entries(options).filter(([option]) => !directories.includes(option)));
}
