import { readFileSync } from 'fs';
import { join } from 'path';
import { wrong } from './private/remedy';

/**
 * What is known of one Flink line, as `flink-versions.json` says it. A line is added there and nowhere else.
 * @internal
 */
export interface FlinkLineFacts {
  readonly line: string;
  /** The newest patch: what `FlinkVersion.V1_20` and its like stand for. */
  readonly release: string;
  /** The Java of the official image that is taken by default. */
  readonly java: number;
  readonly configFile: string;
  /** Whether a session JobManager takes `-D key=value`. */
  readonly sessionDynamicProperties: boolean;
  /** Whether `standalone-job` takes `--jars`. */
  readonly jarsOption: boolean;
  readonly rpcLogger: string;
  readonly memory: {
    /** Whether network memory is at most 1 GiB when nothing is said. */
    readonly networkCapped: boolean;
    /** Whether the heap and network-buffer keys from before Flink 1.10 are still read. */
    readonly legacyKeys: boolean;
    /** Whether the list of external resources is given to the process without quotes. */
    readonly bareResources?: boolean;
    /** Whether CPU cores are given to the process with all their digits. */
    readonly exactCores?: boolean;
  };
  readonly kubernetesHa: {
    readonly jobManagerVerbs: string[];
    readonly taskManagerVerbs: string[];
    /** Whether leaders are watched by the ConfigMap's name (else by its labels, which no Role can pin). */
    readonly watchByName: boolean;
  };
}

const LINES: FlinkLineFacts[] = JSON.parse(readFileSync(join(__dirname, '..', 'flink-versions.json'), 'utf8')).lines;

/**
 * An exact release of Apache Flink, and with it everything that differs between the lines: the configuration
 * file's name and syntax, the spelling of options, arguments, permissions.
 *
 * The constants stand for the newest patch of a line that this library was checked against.
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
   * One exact release, for example `1.20.3`. When you want it: your image is of another patch than the constants'.
   *
   * @param release three numbers; a plugin's jar is named after all of them.
   * @throws when it is no release of a supported line.
   */
  public static of(release: string): FlinkVersion {
    const line = /^(\d+\.\d+)\.\d+$/.exec(release)?.[1];
    const facts = LINES.find((f) => f.line === line);
    if (!line) {
      throw wrong('FlinkVersion.of', `'${release}' is no exact release`, `Write all three numbers, for example '${LINES[LINES.length - 1].release}'`);
    }
    if (!facts) {
      throw wrong('FlinkVersion.of', `Flink ${line} is not supported`, `Supported lines: ${LINES.map((f) => f.line).join(', ')}`);
    }
    return new FlinkVersion(release, facts);
  }

  /** All lines that are supported, oldest first, each as its newest patch. */
  public static all(): FlinkVersion[] {
    return LINES.map((facts) => new FlinkVersion(facts.release, facts));
  }

  private static newest(line: string): FlinkVersion {
    return FlinkVersion.of(LINES.find((facts) => facts.line === line)!.release);
  }

  /** The line, for example `1.20`. */
  public readonly line: string;

  /** The official image of exactly this release, for example `flink:1.20.5-scala_2.12-java17`. */
  public readonly image: string;

  private constructor(
    /** The exact release, for example `1.20.5`. */
    public readonly release: string,
    /** @internal */
    public readonly _facts: FlinkLineFacts,
  ) {
    this.line = _facts.line;
    this.image = `flink:${release}-scala_2.12-java${_facts.java}`;
  }

  /** The exact release. */
  public toString(): string {
    return this.release;
  }
}
