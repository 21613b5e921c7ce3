import { k8s } from 'cdk8s-plus-27';
import { directoryOptions, withoutDirectories } from './directories';
import { S3Storage, S3StorageOptions } from './s3';
import { VolumeStorage, VolumeStorageOptions } from './volume';
import { argumentError, PlanFinding, problem, warning } from '../../private/findings';
import { isObjectName } from '../../private/names';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature, StorageLocations } from '../feature';

/** A storage for each purpose. */
export interface StorageByPurposeOptions {
  /** The storage of checkpoints. @default - `others` */
  readonly checkpoints?: FlinkStorage;
  /** The storage of savepoints. @default - `others` */
  readonly savepoints?: FlinkStorage;
  /** The storage of the metadata of high availability. @default - `others` */
  readonly highAvailability?: FlinkStorage;
  /** The storage of the state changelog. @default - `others` */
  readonly changelog?: FlinkStorage;
  /** The storage of the archives that a history server shows. @default - `others` */
  readonly archives?: FlinkStorage;
  /** The storage of all other purposes. @default - none */
  readonly others?: FlinkStorage;
}

/**
 * Durable storage of a cluster: the directories of checkpoints, savepoints, high availability metadata, state changelog and archives, with
 * the plugin, the credentials and the volume that access to them requires.
 */
export abstract class FlinkStorage implements IFlinkFeature {
  /**
   * A bucket of Amazon S3 or of an S3-compatible service, for all purposes.
   *
   * @param uri bucket and prefix, for example `s3://acme-flink/orders`.
   */
  public static s3(uri: string, options: S3StorageOptions = {}): FlinkStorage {
    const { given, findings } = checkArguments('FlinkStorage.s3', { uri, options });
    return new StorageBelowRoot(new S3Storage(given.uri, given.options ?? {}), [...findings, ...given.options?.credentials?._findings ?? []]);
  }

  /**
   * An existing PersistentVolumeClaim that all pods of the cluster can mount at the same time, for all purposes.
   *
   * @param claimName the name of the claim, in the namespace of the cluster.
   */
  public static persistentVolumeClaim(claimName: string, options: VolumeStorageOptions = {}): FlinkStorage {
    const { given, findings } = checkArguments('FlinkStorage.persistentVolumeClaim', { claimName, options });
    if (!isObjectName(claimName)) {
      throw argumentError('FlinkStorage.persistentVolumeClaim', 'invalid-object-name', `'${claimName}' is not the name of a claim`,
        "Use lower-case letters, digits, inner hyphens and dots, for example 'flink-state'");
    }
    // Claims at different places are different volumes.
    const suffix = given.options?.mountPath?.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '') ?? '';
    const volume = { name: suffix && suffix !== '-flink-storage' ? `storage${suffix}` : 'flink-storage', persistentVolumeClaim: { claimName } };
    return new StorageBelowRoot(new VolumeStorage(volume, given.options ?? {}), findings);
  }

  /**
   * Any volume that all pods of the cluster can mount at the same time (NFS, a CSI file system …), for all purposes.
   *
   * @param volume the volume, as in a pod's specification.
   */
  public static volume(volume: k8s.Volume, options: VolumeStorageOptions = {}): FlinkStorage {
    const { given, findings } = checkArguments('FlinkStorage.volume', { volume, options });
    return new StorageBelowRoot(new VolumeStorage(given.volume, given.options ?? {}), findings);
  }

  /**
   * A storage for each purpose, for example a fast one for checkpoints and a cheap one for savepoints.
   *
   * @param options the storages. A purpose that is left out uses `others`.
   */
  public static byPurpose(options: StorageByPurposeOptions): FlinkStorage {
    const { given, findings } = checkArguments('FlinkStorage.byPurpose', { options });
    return new StorageByPurpose(given.options, findings);
  }

  /** The directories, as URIs. */
  public abstract readonly locations: StorageLocations;

  /** What the storage requires of a cluster. */
  public abstract bind(context: FeatureContext): FeatureConfig;
}

/** One URI, below which all directories are. */
interface StorageRoot {
  readonly root: string;
  bind(context: FeatureContext): Omit<FeatureConfig, 'owner'>;
}

class StorageBelowRoot extends FlinkStorage implements BuiltInFeature {
  public readonly locations: StorageLocations;

  public constructor(private readonly kind: StorageRoot, public readonly _findings: PlanFinding[]) {
    super();
    const { root } = kind;
    this.locations = {
      checkpoints: `${root}/checkpoints`, savepoints: `${root}/savepoints`, highAvailability: `${root}/ha`, changelog: `${root}/changelog`, archives: `${root}/archives`,
    };
  }

  public bind(context: FeatureContext): FeatureConfig {
    const config = this.kind.bind(context);
    return { owner: 'storage', ...config, defaults: { ...directoryOptions(this.locations, ['checkpoints', 'savepoints']), ...config.defaults } };
  }
}

const PURPOSES: (keyof StorageLocations)[] = ['checkpoints', 'savepoints', 'highAvailability', 'changelog', 'archives'];

class StorageByPurpose extends FlinkStorage implements BuiltInFeature {
  public readonly locations: StorageLocations;

  public constructor(private readonly options: StorageByPurposeOptions, public readonly _findings: PlanFinding[]) {
    super();
    this.locations = Object.fromEntries(PURPOSES.map((purpose) => [purpose, (options[purpose] ?? options.others)?.locations[purpose]]));
  }

  public bind(): FeatureConfig {
    const { others } = this.options;
    const given = PURPOSES.filter((purpose) => this.options[purpose]);
    const storages = new Set(given.map((purpose) => this.options[purpose]!));
    const rest = PURPOSES.filter((purpose) => !this.options[purpose] && purpose !== 'archives');
    return {
      owner: 'storage',
      features: [
        ...[...storages].map((storage) => new StorageOfPurposes(storage, given.filter((purpose) => this.options[purpose] === storage))),
        ...(others && !storages.has(others) && given.length < PURPOSES.length ? [new StorageOfPurposes(others, rest, 'storage.others')] : []),
      ],
      problems: others || given.length ? [] : [problem('storage-without-purpose', 'storage is FlinkStorage.byPurpose() without a storage for any purpose',
        "Set 'others', for example others: FlinkStorage.s3('s3://bucket/prefix'), or leave storage out", 'storage')],
      defaults: others && storages.has(others) ? directoryOptions(others.locations, rest) : {},
      warnings: others && given.length === PURPOSES.length ? [warning('unused-storage', 'storage.others is set, and every purpose has a storage of its own',
        'Leave it out, or leave out a purpose', 'storage.others')] : [],
    };
  }
}

/** One storage, used for some purposes only. */
class StorageOfPurposes implements IFlinkFeature {
  /** Those of the storage, if it is one of the library. */
  public readonly _findings?: PlanFinding[];

  public constructor(
    private readonly storage: FlinkStorage, private readonly purposes: (keyof StorageLocations)[],
    private readonly owner = purposes.map((purpose) => `storage.${purpose}`).join(' and '),
  ) {
    this._findings = (storage as Partial<BuiltInFeature>)._findings;
  }

  public bind(context: FeatureContext): FeatureConfig {
    const config = this.storage.bind(context);
    const defaults = { ...withoutDirectories(config.defaults), ...directoryOptions(this.storage.locations, this.purposes) };
    return { ...config, owner: this.owner, defaults };
  }
}
