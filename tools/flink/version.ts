import { FlinkVersion } from '../../src/flink-version';

/** A line by its name, as its newest patch. */
export function lineOf(name: string): FlinkVersion {
  const version = FlinkVersion.all().find(({ minorVersion }) => minorVersion === name);
  if (!version) throw new Error(`'${name}' is no Flink line; there are ${FlinkVersion.all().map(({ minorVersion }) => minorVersion).join(', ')}`);
  return version;
}
