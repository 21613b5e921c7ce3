import { FlinkVersion } from '../../src/flink-version';

/** A version by its name, as its newest patch. */
export function versionOf(name: string): FlinkVersion {
  const version = FlinkVersion.all().find(({ minorVersion }) => minorVersion === name);
  if (!version) throw new Error(`'${name}' is no Flink minor version; there are ${FlinkVersion.all().map(({ minorVersion }) => minorVersion).join(', ')}`);
  return version;
}
