import { ISecret, k8s } from 'cdk8s-plus-27';
import { FeatureConfig, FeatureContext } from './feature';
import { FlinkPlugin } from './plugin';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { wrong } from '../private/remedy';

/** Which of Flink's S3 file systems is taken. */
export enum S3FileSystem {
  /** `flink-s3-fs-presto`: the recommended one for checkpoints. */
  PRESTO = 'flink-s3-fs-presto',
  /** `flink-s3-fs-hadoop`: the one that `FileSink` needs. */
  HADOOP = 'flink-s3-fs-hadoop',
}

/** How a bucket is reached. */
export interface S3StorageOptions {
  /**
   * Who Flink is.
   *
   * @default - the default chain of the AWS SDK: the node's role, or what else the environment offers
   */
  readonly credentials?: S3Credentials;
  /**
   * Another service than Amazon's, for example `http://minio.storage:9000`. The bucket's name then goes into the path.
   *
   * @default - Amazon S3
   */
  readonly endpoint?: string;
  /**
   * Which of Flink's S3 file systems is taken.
   *
   * @default - the one that serves the URI's scheme; for `s3://`, which both do, S3FileSystem.PRESTO
   */
  readonly fileSystem?: S3FileSystem;
}

/** Names of the entries in a Secret that holds S3 credentials. */
export interface S3SecretKeys {
  /** Entry of the access key's id. @default 'AWS_ACCESS_KEY_ID' */
  readonly accessKeyId?: string;
  /** Entry of the secret access key. @default 'AWS_SECRET_ACCESS_KEY' */
  readonly secretAccessKey?: string;
}

/** Who Flink is to S3. */
export class S3Credentials {
  /**
   * An access key in a Kubernetes Secret. It reaches Flink as environment, and so never stands in a ConfigMap or an argument.
   *
   * @param secret the Secret, in the cluster's namespace.
   */
  public static fromSecret(secret: ISecret, keys: S3SecretKeys = {}): S3Credentials {
    const entry = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: secret.name, key } } });
    return new S3Credentials([
      entry('AWS_ACCESS_KEY_ID', keys.accessKeyId ?? 'AWS_ACCESS_KEY_ID'),
      entry('AWS_SECRET_ACCESS_KEY', keys.secretAccessKey ?? 'AWS_SECRET_ACCESS_KEY'),
    ]);
  }

  private constructor(
    /** @internal */
    public readonly _env: k8s.EnvVar[],
  ) {}
}

/**
 * The options, environment and plugin of a bucket.
 * @internal
 */
export class S3Storage {
  public readonly root: string;
  private readonly fileSystem: S3FileSystem;

  public constructor(uri: string, private readonly options: S3StorageOptions) {
    if (!/^s3[ap]?:\/\/[^/\s]+(\/[^\s]*)?$/.test(uri)) {
      throw wrong('FlinkStorage.s3', `'${uri}' is no S3 URI`, "Write bucket and prefix, for example 's3://acme-flink/orders'");
    }
    if (options.endpoint && !/^https?:\/\/\S+$/.test(options.endpoint)) {
      throw wrong('FlinkStorage.s3', `endpoint '${options.endpoint}' is no URL`, "Write it with its protocol, for example 'http://minio.storage:9000'");
    }
    const scheme = uri.slice(0, uri.indexOf(':'));
    this.fileSystem = options.fileSystem ?? (scheme === 's3a' ? S3FileSystem.HADOOP : S3FileSystem.PRESTO);
    const { schemes } = FlinkPlugin.builtIn(this.fileSystem);
    if (!schemes.includes(scheme)) {
      throw wrong('FlinkStorage.s3', `'${uri}' has a scheme that ${this.fileSystem} does not serve`, `Write ${schemes.map((s) => `'${s}://…'`).join(' or ')}, or leave fileSystem out`);
    }
    this.root = uri.replace(/\/+$/, '');
  }

  public bind({ version }: FeatureContext): FeatureConfig {
    const { credentials, endpoint } = this.options;
    // All of S3's file systems read both spellings; newer lines declare one of them.
    const pathStyle = FlinkOptionCatalog.of(version).find('s3.path-style-access') ? 's3.path-style-access' : 's3.path.style.access';
    return {
      configuration: endpoint ? { 's3.endpoint': endpoint, [pathStyle]: true } : {},
      plugins: [FlinkPlugin.builtIn(this.fileSystem)],
      pod: { env: credentials?._env ?? [] },
    };
  }
}
