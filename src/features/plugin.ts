import { argumentError } from '../private/findings';
import { checkArguments } from '../props/check-arguments';

/**
 * A Flink plugin: a directory of jars under `/opt/flink/plugins` that is loaded by a class loader of its own.
 */
export class FlinkPlugin {
  /**
   * A plugin whose jar is in `/opt/flink/opt` of the image, as in the official image.
   *
   * @param name the name of the jar without its version, for example `flink-s3-fs-hadoop`.
   */
  public static builtIn(name: string): FlinkPlugin {
    checkArguments('FlinkPlugin.builtIn', { name });
    if (!/^[a-z][a-z0-9-]*$/.test(name)) {
      throw argumentError('FlinkPlugin.builtIn', 'invalid-plugin-name', `'${name}' is not the name of a jar without its version`, "Write it as in /opt/flink/opt, for example 'flink-s3-fs-hadoop'; the version comes from the image");
    }
    const { schemes, versions } = Object.hasOwn(KNOWN, name) ? KNOWN[name] : { schemes: [] };
    return new FlinkPlugin(name, schemes, true, versions);
  }

  /**
   * A plugin that the image already has under `/opt/flink/plugins`. Use it to declare the URI schemes that the plugin supports.
   *
   * @param name the name of the plugin in messages.
   * @param schemes the URI schemes that it supports, for example `s3`.
   */
  public static inImage(name: string, schemes: string[]): FlinkPlugin {
    checkArguments('FlinkPlugin.inImage', { name, schemes });
    return new FlinkPlugin(name, schemes, false);
  }

  /**
   * The official image's plugin for a scheme.
   * @internal
   */
  public static _forScheme(scheme: string): FlinkPlugin | undefined {
    const name = Object.keys(KNOWN).find((n) => KNOWN[n].schemes.includes(scheme));
    return name ? FlinkPlugin.builtIn(name) : undefined;
  }

  private constructor(
    /** The name of the jar without its version. */
    public readonly name: string,
    /** The URI schemes that it supports. */
    public readonly schemes: string[],
    /** Whether it is copied from `/opt/flink/opt` before Flink starts. */
    public readonly fromOpt: boolean,
    /**
     * Flink versions whose official image has it; undefined when none is known to.
     * @internal
     */
    public readonly _versions?: string,
  ) {}
}

/** The schemes that the jars in /opt/flink/opt support, and the versions that have them. The first that supports a scheme is the default for it. */
const KNOWN: { [name: string]: { readonly schemes: string[]; readonly versions?: string } } = {
  'flink-s3-fs-presto': { schemes: ['s3', 's3p'], versions: '1.13-' },
  'flink-s3-fs-hadoop': { schemes: ['s3', 's3a'], versions: '1.13-' },
  'flink-gs-fs-hadoop': { schemes: ['gs'], versions: '1.15-' },
  'flink-azure-fs-hadoop': { schemes: ['abfs', 'abfss', 'wasb', 'wasbs'], versions: '1.13-' },
  'flink-oss-fs-hadoop': { schemes: ['oss'], versions: '1.13-' },
  'flink-s3-fs-native': { schemes: ['s3', 's3a'], versions: '2.3-' },
};
