import { catalogData } from '../../../src/configuration/catalog/catalog-data';
import { MEMORY_UNITS, bytesPerUnit, nanosPerUnit, TIME_UNITS } from '../../../src/configuration/values/unit';
import { versionOf } from '../../../tools/flink/version';
import { Flink } from '../../../tools/values/oracle';

/** What one version says of its whole numbers. */
export interface UnitsCheck {
  /** Whole numbers whose descriptions name the unit that we take. */
  readonly said: string[];
  /** Those whose descriptions name none. */
  readonly silent: string[];
  readonly contradicted: string[];
  /** Whole numbers whose descriptions name a unit, and for which we take none. */
  readonly missed: string[];
}

const MILLISECONDS = /milli-?seconds|\bin ms\b|\(ms\)|-ms\b|\bms\b/i;
const SECONDS = /\bseconds\b|Sec\b/;
const BYTES = /\bbytes\b/i;
const MEBIBYTES = /mega-?bytes|\bMB\b|\.mb\b/;

/** Whole numbers that speak of milliseconds, seconds or bytes and are none. */
const OTHERS = [
  '__table.query-start.local-time__', 'mesos.resourcemanager.tasks.network.bandwidth', 'table.generated-code.max-length', 'taskmanager.network.sort-shuffle.min-buffers',
];

/** Whether whole numbers count what we take them to count: by what Flink's own classes say of them in words. */
export async function checkUnits(flink: Flink, minorVersion: string): Promise<UnitsCheck> {
  const version = versionOf(minorVersion);
  const { options } = catalogData(version);
  const counts = Object.keys(options).filter((key) => ['integer', 'long'].includes(options[key].type));
  const descriptions = await flink.says(counts);
  const check = { said: [] as string[], silent: [] as string[], contradicted: [] as string[], missed: [] as string[] };
  counts.forEach((key, i) => {
    const words = `${key} ${descriptions[i]}`;
    const named = MILLISECONDS.test(words) ? 'milliseconds' : SECONDS.test(words) ? 'seconds' : MEBIBYTES.test(words) ? 'mebibytes' : BYTES.test(words) ? 'bytes' : undefined;
    const ours = unitOf(nanosPerUnit(key, options[key]), bytesPerUnit(key, options[key]));
    if (named === ours) check.said.push(...(ours ? [key] : []));
    else if (!ours) check.missed.push(...(OTHERS.includes(key) ? [] : [key]));
    else if (!named) check.silent.push(key);
    else check.contradicted.push(`${key}: ${ours} against '${words}'`);
  });
  return check;
}

function unitOf(nanos: bigint | undefined, bytes: bigint | undefined): string | undefined {
  if (nanos) return nanos === TIME_UNITS['blob.service.cleanup.interval'] ? 'seconds' : 'milliseconds';
  if (bytes) return bytes === MEMORY_UNITS['blob.offload.minsize'] ? 'bytes' : 'mebibytes';
  return undefined;
}
