import { argumentError } from './private/findings';
import { checkArguments } from './props/check-arguments';

/**
 * The jar of a job.
 *
 * A jar in the image is the safest choice: it is available on every restart, and the same on every machine.
 */
export class JobArtifact {
  /**
   * A jar that the image contains.
   *
   * @param path absolute path in the image. `standalone-job` finds jars in `/opt/flink/usrlib` by itself; any other
   * place needs Flink 1.19 or newer.
   */
  public static fromImage(path: string): JobArtifact {
    checkArguments('JobArtifact.fromImage', { path });
    if (!/^\/[^\s]*\.jar$/.test(path)) {
      throw argumentError('JobArtifact.fromImage', 'invalid-artifact', `'${path}' is not an absolute path of a jar`, "Write the path in the image, for example '/opt/flink/usrlib/orders.jar'");
    }
    return new JobArtifact(`local://${path}`);
  }

  /**
   * A jar that Flink downloads when it starts. Use it for one image with many jobs.
   *
   * @param uri of a file system whose plugin the cluster has (`s3://…`), or `https://…`. Flink 1.19 or newer.
   */
  public static fromUri(uri: string): JobArtifact {
    checkArguments('JobArtifact.fromUri', { uri });
    if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/.test(uri)) {
      throw argumentError('JobArtifact.fromUri', 'invalid-artifact', `'${uri}' has no scheme`, "Write the whole URI, for example 's3://bucket/jobs/orders.jar', or use JobArtifact.fromImage() for a path in the image");
    }
    return uri.startsWith('local://') ? JobArtifact.fromImage(uri.slice('local://'.length)) : new JobArtifact(uri);
  }

  private constructor(
    /** The jar as a URI. `local://` stands for the image. */
    public readonly uri: string,
  ) {}

  /** The scheme of the URI, `local` for a jar in the image. */
  public get scheme(): string {
    return this.uri.slice(0, this.uri.indexOf(':'));
  }

  /** The path in the image. @returns undefined when the jar is not in the image */
  public get imagePath(): string | undefined {
    return this.scheme === 'local' ? this.uri.slice('local://'.length) : undefined;
  }
}

/** Whether the input of a job ends. */
export enum Boundedness {
  /** The input does not end. The job runs until it is stopped. */
  UNBOUNDED = 'UNBOUNDED',
  /** The input ends, and the job finishes. Batch jobs are bounded. */
  BOUNDED = 'BOUNDED',
}

/** A Flink job: its program, and the state it starts from. */
export interface JobOptions {
  /** The jar that contains the program. */
  readonly artifact: JobArtifact;

  /**
   * The class whose `main()` builds the job.
   *
   * @default - the one that the manifest of the jar names
   */
  readonly mainClass?: string;

  /**
   * Arguments of `main()`. They are visible in the pod and in the web UI, so they must not contain secrets.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * The default parallelism of the job's operators.
   *
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * The savepoint or retained checkpoint that the job starts from.
   *
   * With high availability it is used when the cluster has no metadata of the job: at the first start, and after the job was stopped with
   * a savepoint. A job that recovers from a failure continues from its latest checkpoint.
   *
   * @default - the job starts with empty state
   */
  readonly restoreFrom?: string;

  /**
   * Start even if the savepoint contains state that no operator of the job restores. That state is lost.
   *
   * @default false
   */
  readonly allowNonRestoredState?: boolean;

  /**
   * The Flink id of the job, 32 hexadecimal digits. Set another one to run a finished bounded job again in the same cluster.
   *
   * @default - derived from the names of the cluster and the job, so that it is the same on every start
   */
  readonly jobId?: string;

  /**
   * Whether the input of the job ends. It decides whether a restarted JobManager may run a finished job again.
   *
   * @default Boundedness.UNBOUNDED, or BOUNDED when `execution.runtime-mode` is BATCH
   */
  readonly boundedness?: Boundedness;
}
