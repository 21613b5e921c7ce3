import { ISecret, k8s } from 'cdk8s-plus-27';
import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { argumentError, PlanFinding, problem } from '../../private/findings';
import { namespaceOf } from '../../private/namespaces';
import { checkArguments } from '../../props/check-arguments';
import { FeatureConfig, FeatureContext } from '../feature';
import { FlinkPlugin } from '../plugin';

/** Flink's implementations of S3. */
export enum S3FileSystem {
  /** `flink-s3-fs-presto`, recommended for checkpoints. */
  PRESTO = 'flink-s3-fs-presto',
  /** `flink-s3-fs-hadoop`, required by `FileSink`. */
  HADOOP = 'flink-s3-fs-hadoop',
}

/** How a bucket is accessed. */
export interface S3StorageOptions {
  /**
   * The credentials of Flink's processes.
   *
   * @default - the default chain of the AWS SDK: the node's role, or what else the environment offers
   */
  readonly credentials?: S3Credentials;
  /**
   * The endpoint of an S3-compatible service, for example `http://minio.storage:9000`. Buckets are then addressed in the path.
   *
   * @default - Amazon S3
   */
  readonly endpoint?: string;
  /**
   * The implementation of S3.
   *
   * @default - the one that serves the URI's scheme; for `s3://`, which both do, S3FileSystem.PRESTO
   */
  readonly fileSystem?: S3FileSystem;
}

/** The entries of a Secret that holds S3 credentials. */
export interface S3SecretKeys {
  /** The entry that holds the access key id. @default 'AWS_ACCESS_KEY_ID' */
  readonly accessKeyId?: string;
  /** The entry that holds the secret access key. @default 'AWS_SECRET_ACCESS_KEY' */
  readonly secretAccessKey?: string;
}

/** Credentials for S3. */
export class S3Credentials {
  /**
   * An access key in a Kubernetes Secret. Flink's processes receive it as environment variables; it never stands in a ConfigMap or in an
   * argument.
   *
   * @param secret the Secret, in the namespace of the cluster.
   */
  public static fromSecret(secret: ISecret, keys: S3SecretKeys = {}): S3Credentials {
    const { given, findings } = checkArguments('S3Credentials.fromSecret', { secret, keys });
    const { accessKeyId = 'AWS_ACCESS_KEY_ID', secretAccessKey = 'AWS_SECRET_ACCESS_KEY' } = given.keys ?? {};
    const entry = (name: string, key: string) => ({ name, valueFrom: { secretKeyRef: { name: secret.name, key } } });
    return new S3Credentials([entry('AWS_ACCESS_KEY_ID', accessKeyId), entry('AWS_SECRET_ACCESS_KEY', secretAccessKey)], findings, secret);
  }

  private constructor(
    /** @internal */
    public readonly _env: k8s.EnvVar[],
    /**
     * What is wrong with the names of the entries.
     * @internal
     */
    public readonly _findings: PlanFinding[],
    private readonly secret: ISecret,
  ) {}

  /**
   * Why pods of a namespace cannot read the Secret.
   * @internal
   */
  public _problems(namespace: string | undefined): PlanFinding[] {
    const other = namespaceOf(this.secret);
    return namespace === undefined || other === undefined || other === namespace ? [] : [problem('object-of-other-namespace',
      `the S3 credentials are in the Secret '${this.secret.name}' of the namespace '${other}', and the cluster is in '${namespace}': pods read only Secrets of their own namespace`,
      `Create the Secret in a chart with the namespace '${namespace}', or name one of that namespace`, 'storage')];
  }
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
      throw argumentError('FlinkStorage.s3', 'invalid-storage-uri', `'${uri}' is not an S3 URI`, "Write bucket and prefix, for example 's3://acme-flink/orders'");
    }
    if (options.endpoint && !/^https?:\/\/\S+$/.test(options.endpoint)) {
      throw argumentError('FlinkStorage.s3', 'invalid-endpoint', `endpoint '${options.endpoint}' is not a URL`, "Write it with its protocol, for example 'http://minio.storage:9000'");
    }
    const scheme = uri.slice(0, uri.indexOf(':'));
    this.fileSystem = options.fileSystem ?? (scheme === 's3a' ? S3FileSystem.HADOOP : S3FileSystem.PRESTO);
    const { schemes } = FlinkPlugin.builtIn(this.fileSystem);
    if (!schemes.includes(scheme)) {
      throw argumentError('FlinkStorage.s3', 'unsupported-scheme', `'${uri}' has a scheme that ${this.fileSystem} does not support`, `Write ${schemes.map((s) => `'${s}://…'`).join(' or ')}, or leave fileSystem out`);
    }
    this.root = uri.replace(/\/+$/, '');
  }

  public bind({ version, namespaceName }: FeatureContext): Omit<FeatureConfig, 'owner'> {
    const { credentials, endpoint } = this.options;
    // All implementations read both spellings; newer Flink versions declare one of them.
    const pathStyle = FlinkOptionCatalog.of(version).find('s3.path-style-access') ? 's3.path-style-access' : 's3.path.style.access';
    return {
      configuration: endpoint ? { 's3.endpoint': endpoint, [pathStyle]: true } : {},
      plugins: [FlinkPlugin.builtIn(this.fileSystem)],
      pod: { env: credentials?._env ?? [] },
      problems: credentials?._problems(namespaceName),
    };
  }
}
