import { wrong } from '../private/remedy';

/**
 * A plugin in the sense of Flink: a folder under `/opt/flink/plugins` with a class loader of its own.
 */
export class FlinkPlugin {
  /**
   * A plugin whose jar lies in `/opt/flink/opt` of the image, as the official image has it.
   *
   * @param name the jar's name without version, for example `flink-s3-fs-hadoop`.
   */
  public static builtIn(name: string): FlinkPlugin {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) {
      throw wrong('FlinkPlugin.builtIn', `'${name}' is no name of a jar without version`, "Write it as /opt/flink/opt has it, for example 'flink-s3-fs-hadoop'; the version comes from the image");
    }
    const { schemes, lines } = KNOWN[name] ?? { schemes: [] };
    return new FlinkPlugin(name, schemes, true, lines);
  }

  /**
   * A plugin that your image already has under `/opt/flink/plugins`. When you want it: to say that a scheme works.
   *
   * @param name what messages call it.
   * @param schemes the URI schemes it serves, for example `s3`.
   */
  public static inImage(name: string, schemes: string[]): FlinkPlugin {
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
    /** The jar's name without version. */
    public readonly name: string,
    /** The URI schemes it serves. */
    public readonly schemes: string[],
    /** Whether it must be taken from `/opt/flink/opt` before Flink starts. */
    public readonly fromOpt: boolean,
    /**
     * Lines whose official image has it; undefined when none is known to.
     * @internal
     */
    public readonly _lines?: string,
  ) {}
}

/** What the jars in /opt/flink/opt serve, and since when they are there; the first that serves a scheme is the one to take for it. */
const KNOWN: { [name: string]: { readonly schemes: string[]; readonly lines?: string } } = {
  'flink-s3-fs-presto': { schemes: ['s3', 's3p'], lines: '1.13-' },
  'flink-s3-fs-hadoop': { schemes: ['s3', 's3a'], lines: '1.13-' },
  'flink-gs-fs-hadoop': { schemes: ['gs'], lines: '1.15-' },
  'flink-azure-fs-hadoop': { schemes: ['abfs', 'abfss', 'wasb', 'wasbs'], lines: '1.13-' },
  'flink-oss-fs-hadoop': { schemes: ['oss'], lines: '1.13-' },
  'flink-s3-fs-native': { schemes: ['s3', 's3a'], lines: '2.3-' },
};
