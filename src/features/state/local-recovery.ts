import { Size } from 'cdk8s';
import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { PlanFinding, problem } from '../../private/findings';
import { mebibytes, quantity } from '../../private/quantity';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** The volume of each TaskManager's working directory. */
export interface LocalRecoveryVolumeOptions {
  /** The storage class of the volumes. Choose one with fast local disks. @default - the cluster's default class */
  readonly storageClassName?: string;
}

/**
 * TaskManagers keep a copy of their state on a volume of their own, and recover from it after a restart.
 *
 * The TaskManagers become a StatefulSet: each keeps its name, its Flink resource id and its volume. The copy is a cache; checkpoints
 * remain the durable state. Flink 1.15 or newer.
 */
export class LocalRecovery implements IFlinkFeature, BuiltInFeature {
  /**
   * One PersistentVolumeClaim for each TaskManager. It is deleted with the TaskManager when the StatefulSet is scaled down or deleted.
   *
   * @param size the size of each volume: room for state, its copy, blobs and spilled data.
   */
  public static volumeClaims(size: Size, options: LocalRecoveryVolumeOptions = {}): LocalRecovery {
    const { given, findings } = checkArguments('LocalRecovery.volumeClaims', { size, options });
    return new LocalRecovery(size, given.options ?? {}, findings);
  }

  private constructor(
    private readonly size: Size,
    private readonly options: LocalRecoveryVolumeOptions,
    /** @internal */
    public readonly _findings: PlanFinding[],
  ) {}

  /** What local recovery requires of a cluster. */
  public bind(context: FeatureContext): FeatureConfig {
    const owner = 'localRecovery';
    if (!FlinkOptionCatalog.of(context.version).find('process.taskmanager.working-dir')) {
      return {
        owner,
        problems: [problem('unsupported-by-flink-version', `localRecovery requires a working directory that survives restarts, which Flink ${context.version.minorVersion} does not have`,
          'Leave it out, or use Flink 1.15 or newer', owner)],
      };
    }
    // 2 is SizeRoundingBehavior.NONE; spelled out, because of cdk8s only types are needed here.
    const kibibytes = this.size.toKibibytes({ rounding: 2 });
    return {
      owner,
      problems: kibibytes > 0 ? [] : [problem('invalid-volume-size', 'localRecovery has volumes of size 0',
        'Give them room for state, its copy, blobs and spilled data, for example Size.gibibytes(20)', owner)],
      configuration: {
        'process.taskmanager.working-dir': '/flink-work',
        'execution.state-recovery.from-local': true,
        'execution.checkpointing.local-backup.enabled': true,
      },
      taskManager: {
        pod: {
          env: [
            { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
            { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
          ],
        },
        // The resource id names the folder; without it each start would use an empty one and leave the old behind.
        dynamicProperties: { 'taskmanager.resource-id': '$(POD_NAME)', 'taskmanager.host': '$(POD_IP)' },
        volumeClaims: [{
          name: 'flink-work',
          mountPath: '/flink-work',
          spec: {
            accessModes: ['ReadWriteOnce'],
            ...(this.options.storageClassName ? { storageClassName: this.options.storageClassName } : {}),
            resources: { requests: { storage: quantity(mebibytes(kibibytes * 1024)) } },
          },
        }],
      },
    };
  }
}
