import { catalogData } from '../../../src/configuration/catalog/catalog-data';
import { resolveOptionKey } from '../../../src/configuration/catalog/resolve-option-key';
import { configFileText } from '../../../src/configuration/config-file';
import { versionOf } from '../../../tools/flink/version';
import { askedFor } from '../../../tools/values/asked';
import { Flink } from '../../../tools/values/oracle';
import { assigned, resolved } from '../../configuration/resolved';

/** Which maps a version reads when their entries are set one by one. */
export interface EntriesCheck {
  readonly asked: number;
  readonly read: number;
  readonly differences: string[];
}

/** Sets an entry of every map by itself, and both together. We know the name where the version reads it, and refuse what it loses. */
export async function checkEntries(flink: Flink, minorVersion: string): Promise<EntriesCheck> {
  const version = versionOf(minorVersion);
  const maps = Object.entries(catalogData(version).options).filter(([, { type }]) => type === 'map');
  const file = (options: { [key: string]: string }, key: string) => ({ name: version._facts.configFile, text: configFileText(version, options), asked: askedFor(version, key, { type: 'map' }) });
  const alone = await flink.reads(maps.map(([key]) => file({ [`${key}.own-name`]: 'x' }, key)));
  const both = await flink.reads(maps.map(([key]) => file({ [key]: 'a:b', [`${key}.own-name`]: 'x' }, key)));
  const differences: string[] = [];
  let read = 0;
  maps.forEach(([key], i) => {
    const entry = `${key}.own-name`;
    const isRead = alone[i].readings[0]?.text === '{"own-name":"x"}';
    if (isRead) read += 1;
    if (isRead !== resolveOptionKey(version, entry).known) differences.push(`${entry}: ${isRead ? 'read' : 'not read'}`);
    const assignments = [assigned(key, 'a:b'), assigned(entry, 'x')];
    const keepsBoth = both[i].lost === undefined && both[i].readings[0]?.text === '{"a":"b","own-name":"x"}';
    if (isRead && keepsBoth === resolved(version, assignments).problems.length > 0) differences.push(`${key} and ${entry}: ${keepsBoth ? 'both are read' : 'not both are read'}`);
  });
  return { asked: maps.length, read, differences };
}
