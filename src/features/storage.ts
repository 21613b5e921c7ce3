import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, FeatureContext, IFlinkFeature, StorageLocations } from './feature';
import { S3Storage, S3StorageOptions } from './storage-s3';
import { VolumeStorage, VolumeStorageOptions } from './storage-volume';
import { isObjectName } from '../private/names';
import { wrong } from '../private/remedy';

/**
 * Durable storage of a cluster: checkpoints, savepoints and the metadata of high availability lie below one URI.
 *
 * One object says it all: the directories, the plugin that serves the scheme, the credentials, the volume.
 */
export abstract class FlinkStorage implements IFlinkFeature {
  /**
   * A bucket of Amazon S3 or of anything that speaks its protocol.
   *
   * @param uri bucket and prefix, for example `s3://acme-flink/orders`.
   */
  public static s3(uri: string, options: S3StorageOptions = {}): FlinkStorage {
    return new BoundStorage(new S3Storage(uri, options));
  }

  /**
   * A PersistentVolumeClaim that exists and that all pods of the cluster can mount at the same time.
   *
   * @param claimName the claim's name, in the cluster's namespace.
   */
  public static persistentVolumeClaim(claimName: string, options: VolumeStorageOptions = {}): FlinkStorage {
    if (!isObjectName(claimName)) {
      throw wrong('FlinkStorage.persistentVolumeClaim', `'${claimName}' is no name of a claim`, "Use lower-case letters, digits, inner hyphens and dots, for example 'flink-state'");
    }
    return FlinkStorage.volume({ name: 'flink-storage', persistentVolumeClaim: { claimName } }, options);
  }

  /**
   * Any volume that all pods of the cluster can mount at the same time (NFS, a CSI file system …).
   *
   * @param volume the volume, as Kubernetes spells it.
   */
  public static volume(volume: k8s.Volume, options: VolumeStorageOptions = {}): FlinkStorage {
    return new BoundStorage(new VolumeStorage(volume, options));
  }

  /** Where things lie. */
  public abstract readonly locations: StorageLocations;

  /** What the storage needs of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;
}

/** Adds to a kind of storage what all kinds have in common: the options that point to it. */
class BoundStorage extends FlinkStorage {
  public readonly locations: StorageLocations;

  public constructor(private readonly kind: { readonly root: string; bind(context: FeatureContext): FeatureConfig }) {
    super();
    const { root } = kind;
    this.locations = { root, checkpoints: `${root}/checkpoints`, savepoints: `${root}/savepoints`, highAvailability: `${root}/ha` };
  }

  public bind(context: FeatureContext): FeatureConfig {
    const config = this.kind.bind(context);
    return {
      owner: 'storage',
      ...config,
      defaults: {
        'execution.checkpointing.dir': this.locations.checkpoints,
        'execution.checkpointing.savepoint-dir': this.locations.savepoints,
        ...config.defaults,
      },
    };
  }
}
