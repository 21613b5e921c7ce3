import { FlinkVersion } from '../../../src';

/** A Flink version under test, and its image with the job in it. */
export interface VersionUnderTest {
  readonly minorVersion: string;
  readonly version: FlinkVersion;
  readonly image: string;
}

/** The versions for which `FLINK_IMAGE_1_20` and its like name an image. `npm run e2e` refuses to run with none. */
export const VERSIONS_UNDER_TEST: VersionUnderTest[] = FlinkVersion.all().flatMap((version) => {
  const image = process.env[`FLINK_IMAGE_${version.minorVersion.replace('.', '_')}`];
  return image ? [{ minorVersion: version.minorVersion, version, image }] : [];
});

/** The name of a scenario's namespace. */
export function named(scenario: string, { minorVersion }: VersionUnderTest): string {
  return `e2e-${scenario}-${minorVersion.replace('.', '-')}`;
}
