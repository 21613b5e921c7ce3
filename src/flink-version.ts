import { readFileSync } from 'fs';
import { join } from 'path';
import { argumentError } from './private/findings';

/**
 * The facts about one Flink minor version, as `flink-versions.json` lists them. A minor version is added only there.
 * @internal
 */
export interface MinorVersionFacts {
  readonly minorVersion: string;
  /** The newest patch release, to which `FlinkVersion.V1_20` and the like refer. */
  readonly release: string;
  /** The Java version of the default official image. */
  readonly java: number;
  readonly configFile: string;
  /** Whether a session JobManager supports `-D key=value`. */
  readonly sessionDynamicProperties: boolean;
  /** Whether `standalone-job` supports `--jars`. */
  readonly jarsOption: boolean;
  readonly rpcLogger: string;
  readonly memory: {
    /** Whether network memory is at most 1 GiB by default. */
    readonly networkCapped: boolean;
    /** Whether the keys of heap sizes and network buffers from before Flink 1.10 are read. */
    readonly legacyKeys: boolean;
    /** Whether the list of external resources is passed to the process without quotes. */
    readonly bareResources?: boolean;
    /** Whether CPU cores are passed to the process with all their digits. */
    readonly exactCores?: boolean;
  };
  readonly kubernetesHa: {
    readonly jobManagerVerbs: string[];
    readonly taskManagerVerbs: string[];
    /** Whether leaders are watched by the name of the ConfigMap; otherwise by its labels, to which a Role cannot be restricted. */
    readonly watchByName: boolean;
  };
}

const MINOR_VERSIONS: MinorVersionFacts[] = JSON.parse(readFileSync(join(__dirname, '..', 'flink-versions.json'), 'utf8')).minorVersions;

/**
 * An exact release of Apache Flink. It decides everything that differs between minor versions: the name and syntax of the configuration
 * file, keys of options, arguments and permissions.
 *
 * The constants are the newest patch release of each minor version that this library was tested with.
 *
 * @see https://flink.apache.org/downloads/
 */
export class FlinkVersion {
  /** Flink 1.13. */
  public static readonly V1_13 = FlinkVersion.newest('1.13');
  /** Flink 1.14. */
  public static readonly V1_14 = FlinkVersion.newest('1.14');
  /** Flink 1.15. */
  public static readonly V1_15 = FlinkVersion.newest('1.15');
  /** Flink 1.16. */
  public static readonly V1_16 = FlinkVersion.newest('1.16');
  /** Flink 1.17. */
  public static readonly V1_17 = FlinkVersion.newest('1.17');
  /** Flink 1.18. */
  public static readonly V1_18 = FlinkVersion.newest('1.18');
  /** Flink 1.19. */
  public static readonly V1_19 = FlinkVersion.newest('1.19');
  /** Flink 1.20. */
  public static readonly V1_20 = FlinkVersion.newest('1.20');
  /** Flink 2.0. */
  public static readonly V2_0 = FlinkVersion.newest('2.0');
  /** Flink 2.1. */
  public static readonly V2_1 = FlinkVersion.newest('2.1');
  /** Flink 2.2. */
  public static readonly V2_2 = FlinkVersion.newest('2.2');
  /** Flink 2.3. */
  public static readonly V2_3 = FlinkVersion.newest('2.3');

  /**
   * An exact release, for example `1.20.3`. Use it when the image contains another patch release than the constants.
   *
   * @param release three numbers, for example `1.20.3`.
   * @throws an error when it is not a release of a supported minor version.
   */
  public static of(release: string): FlinkVersion {
    const minorVersion = typeof release === 'string' ? /^(\d+\.\d+)\.\d+$/.exec(release)?.[1] : undefined;
    const facts = MINOR_VERSIONS.find((f) => f.minorVersion === minorVersion);
    if (!minorVersion) {
      throw argumentError('FlinkVersion.of', 'invalid-flink-version', `'${String(release)}' is not an exact release`, `Write all three numbers, for example '${MINOR_VERSIONS[MINOR_VERSIONS.length - 1].release}'`);
    }
    if (!facts) {
      throw argumentError('FlinkVersion.of', 'unsupported-flink-version', `Flink ${minorVersion} is not supported`, `Supported minor versions: ${MINOR_VERSIONS.map((f) => f.minorVersion).join(', ')}`);
    }
    return new FlinkVersion(release, facts);
  }

  /** All supported minor versions, oldest first, each as its newest patch release. */
  public static all(): FlinkVersion[] {
    return MINOR_VERSIONS.map((facts) => new FlinkVersion(facts.release, facts));
  }

  private static newest(minorVersion: string): FlinkVersion {
    return FlinkVersion.of(MINOR_VERSIONS.find((facts) => facts.minorVersion === minorVersion)!.release);
  }

  /** The minor version, for example `1.20`. */
  public readonly minorVersion: string;

  /** The official image of exactly this release, for example `flink:1.20.5-scala_2.12-java17`. */
  public readonly image: string;

  private constructor(
    /** The exact release, for example `1.20.5`. */
    public readonly release: string,
    /** @internal */
    public readonly _facts: MinorVersionFacts,
  ) {
    this.minorVersion = _facts.minorVersion;
    this.image = `flink:${release}-scala_2.12-java${_facts.java}`;
  }

  /** The exact release. */
  public toString(): string {
    return this.release;
  }
}
