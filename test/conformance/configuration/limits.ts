import { catalogData, OptionData } from '../../../src/configuration/catalog/catalog-data';
import { InvalidValue } from '../../../src/configuration/values/invalid-value';
import { parseValue } from '../../../src/configuration/values/parse-value';
import { versionOf } from '../../../tools/flink/version';
import { isComparable } from '../../../tools/values/comparable';
import { Flink } from '../../../tools/values/oracle';

/** What one version's processes make of values that have the right type, and what we do. */
export interface LimitsCheck {
  readonly options: number;
  readonly bothAccept: number;
  readonly bothRefuse: number;
  /** We pass what a process does not start with. */
  readonly wronglyPassed: string[];
  /** We refuse what every process starts with. */
  readonly wronglyRefused: string[];
}

/** Values at and beyond the edges of what an option may be. All that we refuse for another reason than its type must be among them. */
const PROBES: { readonly [type: string]: readonly string[] } = {
  integer: ['-2147483648', '-3', '-2', '-1', '0', '1', '2', '9', '10', '1000', '65535', '65536', '2147483647'],
  long: ['-9223372036854775808', '-3', '-2', '-1', '0', '1', '2', '9', '10', '1000', '65535', '65536', '9223372036854775807'],
  float: ['-1.0', '-0.001', '-0.0', '0.0', '0.001', '0.5', '0.999', '1.0', '1.001', '2.0', '1e30', 'NaN', 'Infinity'],
  double: ['-1.0', '-0.001', '-0.0', '0.0', '4.9e-324', '0.5', '0.9999999', '1.0', '1.0000001', '2.0', '1e300', 'NaN', 'Infinity'],
  duration: ['0 ms', '1 ns', '999999 ns', '1 ms', '9999 micros', '10 ms', '11 ms', '1 s', '10 min', '2 h', '30 d', '9223372036854775807 ms'],
  memory: ['0b', '1b', '1023b', '4095b', '4096b', '1m', '1g', '2g', '3g'],
  string: [
    'a', 'a b', '10', '10 s', '5 m', '1.5 s', '10 sek', 'soon', '8081', '0', '65535', '65536', '-1', '+5', ' 8081 ', '\t1', '0x10', '1.0', '٣', '\u00a01',
    '1-2', '2-1', '1-1', '1 - 2', '1-', '-', '1--2', '1-+2', '1-2-3', '0-65535', '1-65536', '1,2', '1, 2', '1 ,2', ',', ',,', '1,', '1,,', ',1', '1,,2', '1-2,3', '1;2',
    '64mb', '64MB', '64m', '64 M', '10485760b', '10B', '10 bytes', '10byte', '1k', '1K', '1kb', '1kB', '1KB', '1KiB', '1Ki', '1ki', '1kilobyte', '1Kilobyte', '1g', '1GB', '1gb', '1Gi', '1x',
    'FIXED', 'None', 'none', 'fixed', 'default', 'DEFAULT', 'Flash_SSD_Optimized', 'FLASH_SSD_OPTIMIZED', 'PARENT-FIRST', 'parent-first', 'parentfirst', 'lz4', 'LZ4', 'zstd', 'snappy',
  ],
};

/** Gives every option of a version values of its own type, one at a time. */
export async function checkLimits(flink: Flink, minorVersion: string): Promise<LimitsCheck> {
  const version = versionOf(minorVersion);
  const { options } = catalogData(version);
  const asked = Object.entries(options).flatMap(([key, option]) => texts(key, option).filter((text) => isComparable(key, option, text)).map((text) => ({ key, option, text })));
  const refusals = await flink.starts(asked.map(({ key, text }) => [key, text]));
  const check = { bothAccept: 0, bothRefuse: 0, wronglyPassed: [] as string[], wronglyRefused: [] as string[] };
  asked.forEach(({ key, option, text }, i) => {
    const ours = parseValue(version, key, option, text);
    const refusal = refusals[i];
    if (ours instanceof InvalidValue && refusal === undefined) check.wronglyRefused.push(`${key} = ${JSON.stringify(text)}: ${ours.reason}. ${ours.remedy}`);
    else if (!(ours instanceof InvalidValue) && refusal !== undefined) check.wronglyPassed.push(`${key} = ${JSON.stringify(text)}: ${refusal}`);
    else check[refusal === undefined ? 'bothAccept' : 'bothRefuse'] += 1;
  });
  return { options: new Set(asked.map(({ key }) => key)).size, ...check };
}

/** What the readers of whole files judge, short names of classes among it, is left to them. */
function texts(key: string, option: OptionData): readonly string[] {
  return option.type === 'string' && ('shortcuts' in option || key.startsWith('restart-strategy')) ? [] : PROBES[option.type] ?? [];
}
