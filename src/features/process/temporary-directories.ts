import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/**
 * The directory of temporary files: the volume at `/tmp`. RocksDB and the working directories of processes lie below it by default.
 * @internal
 */
export class TemporaryDirectories implements IFlinkFeature {
  public bind({ platform }: FeatureContext): FeatureConfig {
    return { owner: 'temporary files', defaults: platform.hasKubernetes ? { 'io.tmp.dirs': '/tmp' } : {} };
  }
}
