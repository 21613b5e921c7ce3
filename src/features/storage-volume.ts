import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig } from './feature';
import { plain } from '../private/plain';
import { complaint, wrong } from '../private/remedy';

/** Which pods may mount a volume at the same time. */
export enum VolumeAccess {
  /** Pods on any node. */
  READ_WRITE_MANY = 'ReadWriteMany',
  /** Pods on one node. A cluster's pods go to several, so this is refused. */
  READ_WRITE_ONCE = 'ReadWriteOnce',
  /** Pods on one node, and you know that all pods of the cluster run there. */
  ONE_NODE = 'OneNode',
}

/** How a volume serves as storage. */
export interface VolumeStorageOptions {
  /** Where the pods see the volume. @default '/flink-storage' */
  readonly mountPath?: string;
  /** The folder of the volume that is the cluster's. @default - the whole volume */
  readonly subPath?: string;
  /**
   * Which pods may mount the volume at the same time. JobManager and TaskManagers all must.
   *
   * @default VolumeAccess.READ_WRITE_MANY
   */
  readonly access?: VolumeAccess;
}

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
      throw wrong('FlinkStorage', `mountPath '${this.mountPath}' is no absolute path`, "Write it without a slash at its end, for example '/flink-storage'");
    }
    this.root = `file://${this.mountPath}`;
  }

  public bind(): FeatureConfig {
    const { access, subPath } = this.options;
    const problems: string[] = [];
    if (access === VolumeAccess.READ_WRITE_ONCE) {
      problems.push(complaint(
        'storage is ReadWriteOnce, and JobManager and TaskManagers must mount it at the same time: pods on a second node would wait for ever',
        'Take a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or say VolumeAccess.ONE_NODE where all pods run on one node'));
    }
    if (this.volume.hostPath && access !== VolumeAccess.ONE_NODE) {
      problems.push(complaint('storage is a hostPath, which is another folder on every node',
        'Take a claim that is ReadWriteMany, or object storage (FlinkStorage.s3), or say VolumeAccess.ONE_NODE where all pods run on one node'));
    }
    return {
      problems,
      pod: {
        volumes: [this.volume],
        mounts: [{ name: this.volume.name, mountPath: this.mountPath, ...(subPath ? { subPath } : {}) }],
      },
    };
  }
}
