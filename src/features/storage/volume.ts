import { k8s } from 'cdk8s-plus-27';
import { argumentError, PlanFinding, problem } from '../../private/findings';
import { plain } from '../../private/plain';
import { FeatureConfig } from '../feature';

/** The pods that may mount a volume at the same time. */
export enum VolumeAccess {
  /** Pods on any node. */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** Pods on one node. The pods of a cluster may run on several, so this is an error. */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Pods on one node, where all pods of the cluster are known to run. */
  ONE_NODE = 'OneNode',
}

/** How a volume is mounted as storage. */
export interface VolumeStorageOptions {
  /** Where the volume is mounted in the pods. @default '/flink-storage' */
  readonly mountPath?: string;
  /** The directory of the volume that the cluster uses. @default - the whole volume */
  readonly subPath?: string;
  /**
   * The pods that may mount the volume at the same time. JobManager and TaskManagers must all be able to.
   *
   * @default VolumeAccess.READ_WRITE_MANY
   */
  readonly access?: VolumeAccess;
}

const SHARED = 'Use a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or set access to VolumeAccess.ONE_NODE if all pods run on one node';

/** Volumes that no pod can write to. */
const READ_ONLY = ['configMap', 'secret', 'projected', 'downwardAPI'];

/**
 * A volume in all pods, and the `file:` URI under which they see it.
 * @internal
 */
export class VolumeStorage {
  public readonly root: string;
  private readonly volume: k8s.Volume;
  private readonly mountPath: string;

  public constructor(volume: k8s.Volume, private readonly options: VolumeStorageOptions) {
    this.volume = plain(volume);
    this.mountPath = options.mountPath ?? '/flink-storage';
    if (!/^\/[^\s:]+$/.test(this.mountPath) || this.mountPath.endsWith('/')) {
      throw argumentError('FlinkStorage', 'invalid-mount-path', `mountPath '${this.mountPath}' is not an absolute path`, "Write it without a slash at its end, for example '/flink-storage'");
    }
    this.root = `file://${this.mountPath}`;
  }

  public bind(): Omit<FeatureConfig, 'owner'> {
    const { access, subPath } = this.options;
    const problems: PlanFinding[] = [];
    if (access === VolumeAccess.READ_WRITE_ONCE) {
      problems.push(problem('storage-not-shared',
        'storage is ReadWriteOnce, and JobManager and TaskManagers must mount it at the same time: pods on a second node would never start', SHARED, 'storage'));
    }
    if (this.volume.hostPath && access !== VolumeAccess.ONE_NODE) {
      problems.push(problem('storage-not-shared', 'storage is a hostPath, which is another directory on every node', SHARED, 'storage'));
    }
    problems.push(...this.writeProblems());
    return {
      problems,
      pod: {
        volumes: [this.volume],
        mounts: [{ name: this.volume.name, mountPath: this.mountPath, ...(subPath ? { subPath } : {}) }],
      },
    };
  }

  private writeProblems(): PlanFinding[] {
    const sources: [string, { readonly readOnly?: boolean }][] = Object.entries(this.volume);
    return sources.filter(([source, { readOnly }]) => READ_ONLY.includes(source) || readOnly).map(([source]) => problem('storage-not-writable',
      `storage is a volume of type ${source}${READ_ONLY.includes(source) ? '' : ' with readOnly'}, and Flink writes to it`,
      "Use a volume that pods write to, for example FlinkStorage.persistentVolumeClaim('claim'), or object storage (FlinkStorage.s3)", 'storage'));
  }
}
