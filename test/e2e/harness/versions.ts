import { FlinkVersion } from '../../../src';

/** A Flink line under test, and its image with the job in it. */
export interface Line {
  readonly line: string;
  readonly version: FlinkVersion;
  readonly image: string;
}

/** The lines for which `FLINK_IMAGE_1_20` and its like name an image. `npm run e2e` refuses to run with none. */
export const LINES: Line[] = FlinkVersion.all().flatMap((version) => {
  const image = process.env[`FLINK_IMAGE_${version.minorVersion.replace('.', '_')}`];
  return image ? [{ line: version.minorVersion, version, image }] : [];
});

/** The name of a scenario's namespace. */
export function named(scenario: string, { line }: Line): string {
  return `e2e-${scenario}-${line.replace('.', '-')}`;
}
