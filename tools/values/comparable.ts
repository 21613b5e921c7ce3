import { OptionData } from '../../src/configuration/catalog/catalog-data';
import { likelyDuration } from '../../src/configuration/values/duration';
import { isParsedAtStart } from '../../src/configuration/values/string';

/**
 * Whether what Flink's processes make of a value when they start can be held against what we say of it. Left out are the options of the
 * memory model, which is compared as a whole; what depends on a second option; what has no limits beyond its type, or entries that mean
 * something of their own; texts that are paths, hosts, classes or free; and spans of time that no class can count in milliseconds, which
 * is 292 million years.
 */
export function isComparable(key: string, option: OptionData, text: string): boolean {
  if (/^(jobmanager|taskmanager)\.memory\./.test(key) || OF_TWO.includes(key)) return false;
  if (option.values !== undefined || 'shortcuts' in option) return option.type === 'string';
  const isTime = option.type === 'duration' || key.endsWith('timeout');
  if (isTime && (likelyDuration(text) ?? 0n) / 1_000_000n >= 2n ** 63n) return false;
  if (option.type !== 'string') return ['integer', 'long', 'float', 'double', 'duration', 'memory'].includes(option.type);
  return isParsedAtStart(key) && (!/\.framesize$/.test(key) || /^\s*\d+\s*[a-zA-Z]*\s*$/.test(text));
}

/** Each of these is measured against another one. */
const OF_TWO = [
  'jobmanager.adaptive-scheduler.scaling-interval.max', 'slotmanager.min-total-resource.cpu',
  ...['rocksdb', 'forst'].flatMap((backend) => ['high-prio-pool-ratio', 'write-buffer-ratio'].map((ratio) => `state.backend.${backend}.memory.${ratio}`)),
];
