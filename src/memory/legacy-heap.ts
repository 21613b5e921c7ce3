import { MemoryConfigurationError } from './memory-configuration-error';
import { SizeOption } from './memory-options';
import { Settings } from './settings';

/**
 * Replaces a heap size from before Flink 1.10 by the option that the start scripts use it for, unless that option is set itself. (Native
 * Kubernetes and YARN use the same keys for the size of the process.)
 * @internal
 */
export function legacyHeap(
  settings: Settings, keys: { readonly heap: SizeOption; readonly heapMebibytes: string }, replacement: SizeOption,
): Settings {
  if (settings.has(replacement)) return settings;
  if (settings.has(keys.heap)) return settings.with(replacement, settings.size(keys.heap));
  const mebibytes = settings.integer(keys.heapMebibytes, 32);
  if (mebibytes === undefined) return settings;
  if (mebibytes >= 0n) return settings.with(replacement, mebibytes * 1024n * 1024n);
  throw new MemoryConfigurationError('E-HEAP-MB', keys.heapMebibytes, `'${keys.heapMebibytes}' must not be negative; it is ${mebibytes}`, `Set '${replacement.key}' instead`);
}
