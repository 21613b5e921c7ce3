import { wrong } from './private/remedy';

/**
 * Where a job's jar comes from.
 *
 * A jar in the image is the safe choice: it is there on every restart, and it is the same on every machine.
 */
export class JobArtifact {
  /**
   * A jar that the image contains.
   *
   * @param path absolute path in the image. `standalone-job` finds jars in `/opt/flink/usrlib` by itself; any other
   * place needs Flink 1.19 or newer.
   */
  public static fromImage(path: string): JobArtifact {
    if (!/^\/[^\s]*\.jar$/.test(path)) {
      throw wrong('JobArtifact.fromImage', `'${path}' is no absolute path of a jar`, "Write it as the image has it, for example '/opt/flink/usrlib/orders.jar'");
    }
    return new JobArtifact(`local://${path}`);
  }

  /**
   * A jar that Flink fetches when it starts. When you want it: one image for many jobs.
   *
   * @param uri of a file system whose plugin the cluster has (`s3://…`), or `https://…`. Flink 1.19 or newer.
   */
  public static fromUri(uri: string): JobArtifact {
    if (!/^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/.test(uri)) {
      throw wrong('JobArtifact.fromUri', `'${uri}' has no scheme`, "Write the whole URI, for example 's3://bucket/jobs/orders.jar', or use JobArtifact.fromImage() for a path in the image");
    }
    return uri.startsWith('local://') ? JobArtifact.fromImage(uri.slice('local://'.length)) : new JobArtifact(uri);
  }

  private constructor(
    /** The jar as a URI; `local://` means: in the image. */
    public readonly uri: string,
  ) {}

  /** The scheme of the URI: `local` for a jar in the image. */
  public get scheme(): string {
    return this.uri.slice(0, this.uri.indexOf(':'));
  }

  /** The path in the image, if the jar is there. */
  public get imagePath(): string | undefined {
    return this.scheme === 'local' ? this.uri.slice('local://'.length) : undefined;
  }
}

/** Whether a job's input ends. */
export enum Boundedness {
  /** The input never ends; the job runs until somebody stops it. */
  UNBOUNDED = 'UNBOUNDED',
  /** The input ends and the job finishes. A batch job is bounded. */
  BOUNDED = 'BOUNDED',
}

/** One Flink job: its program, and where it starts from. */
export interface JobOptions {
  /** The jar that holds the program. */
  readonly artifact: JobArtifact;

  /**
   * The class whose `main()` builds the job.
   *
   * @default - the jar's manifest says it
   */
  readonly mainClass?: string;

  /**
   * Arguments of `main()`. Never put a secret here: arguments are visible in the pod and in Flink's UI.
   *
   * @default - none
   */
  readonly args?: string[];

  /**
   * Default parallelism of the job's operators.
   *
   * @default 1
   */
  readonly parallelism?: number;

  /**
   * The savepoint or retained checkpoint that the job starts from.
   *
   * With high availability it counts when the cluster holds no metadata of the job: at the very first start, and after
   * the job was stopped with a savepoint. A job that comes back after a failure goes on from its latest checkpoint.
   *
   * @default - the job starts with empty state
   */
  readonly restoreFrom?: string;

  /**
   * Start even when the savepoint holds state that no operator claims. That state is lost.
   *
   * @default false
   */
  readonly allowNonRestoredState?: boolean;

  /**
   * The job's id, 32 hexadecimal digits. When you want it: to run a finished bounded job once more under the same cluster.
   *
   * @default - derived from the names of the cluster and the job, so that it is the same on every start
   */
  readonly jobId?: string;

  /**
   * Whether the job's input ends. It decides what a restarted JobManager may do with a finished job.
   *
   * @default Boundedness.UNBOUNDED, or BOUNDED when `execution.runtime-mode` is BATCH
   */
  readonly boundedness?: Boundedness;
}
