import { Size } from 'cdk8s';
import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { mebibytes, quantity } from '../private/quantity';
import { complaint } from '../private/remedy';

/** The volume that each TaskManager keeps its working directory on. */
export interface LocalRecoveryVolumeOptions {
  /** The volumes' storage class. Fast local disks are what it is for. @default - the cluster's default class */
  readonly storageClassName?: string;
}

/**
 * TaskManagers that keep a copy of their state on a volume of their own and find it again after a restart.
 *
 * They become a StatefulSet: each keeps its name, its Flink id and its volume. The copy is a cache; the checkpoint stays the truth.
 * Flink 1.15 or newer.
 */
export class LocalRecovery implements IFlinkFeature {
  /**
   * On one PersistentVolumeClaim per TaskManager, which ends with it when the StatefulSet shrinks or goes.
   *
   * @param size room for the working directory: state, its copy, blobs and spilled data.
   */
  public static volumeClaims(size: Size, options: LocalRecoveryVolumeOptions = {}): LocalRecovery {
    return new LocalRecovery(size, options);
  }

  private constructor(private readonly size: Size, private readonly options: LocalRecoveryVolumeOptions) {}

  /** What local recovery needs of a cluster. */
  public bind(context: FeatureContext): FeatureConfig {
    const owner = 'localRecovery';
    if (context.platform.assignsIdentity) {
      return { owner, problems: [complaint(`localRecovery needs TaskManagers that keep their volume, and ${context.platform} gives each a new name and no claim`, 'Leave it out here, or run the cluster standalone')] };
    }
    if (!FlinkOptionCatalog.of(context.version).find('process.taskmanager.working-dir')) {
      return { owner, problems: [complaint(`localRecovery needs a working directory that a TaskManager finds again, and Flink ${context.version.line} has none`, 'Leave it out, or use Flink 1.15 or newer')] };
    }
    // 2 is SizeRoundingBehavior.NONE; spelled out, because of cdk8s only types are needed here.
    const kibibytes = this.size.toKibibytes({ rounding: 2 });
    return {
      owner,
      problems: kibibytes > 0 ? [] : [complaint('localRecovery has volumes of no size', 'Give them room for state, its copy, blobs and spilled data, for example Size.gibibytes(20)')],
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
        // The id makes the folder's name; without it each start would begin an empty one and leave the old behind.
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
