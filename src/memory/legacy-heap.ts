import { MemoryConfigurationError } from './memory-configuration-error';
import { SizeOption } from './memory-options';
import { Settings } from './settings';

/**
 * The settings with a heap size from before Flink 1.10 put in the place of the option that the start scripts take it for. That option
 * wins when it is set itself. (Native Kubernetes and YARN take the same keys for the size of the process.)
 * @internal
 */
export function legacyHeap(settings: Settings, keys: { readonly heap: SizeOption; readonly heapMebibytes: string }, meant: SizeOption): Settings {
  if (settings.has(meant)) return settings;
  if (settings.has(keys.heap)) return settings.with(meant, settings.size(keys.heap));
  const mebibytes = settings.integer(keys.heapMebibytes, 32);
  if (mebibytes === undefined) return settings;
  if (mebibytes >= 0n) return settings.with(meant, mebibytes * 1024n * 1024n);
  throw new MemoryConfigurationError('E-HEAP-MB', keys.heapMebibytes, `'${keys.heapMebibytes}' is ${mebibytes}, which is negative`, `Set '${meant.key}' instead`);
}
