import { Chart, Size } from 'cdk8s';
import { FlinkApplication, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, LocalRecovery } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** Checkpoints on a shared volume, and TaskManagers that find their state again on a volume of their own. */
export class LocalRecoveryOnVolumes extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'local-recovery', { namespace: 'streaming' });

    new FlinkApplication(this, 'Profiles', {
      version,
      image: 'registry.acme.io/profiles:5.0.1',
      job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/profiles.jar'), parallelism: 3 },
      taskManager: { memory: Size.gibibytes(4) },
      storage: FlinkStorage.persistentVolumeClaim('flink-shared'),
      highAvailability: HighAvailability.kubernetes(),
      localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(50), { storageClassName: 'local-nvme' }),
      configuration: { 'state.backend.type': 'rocksdb', 'execution.checkpointing.incremental': true },
    });
  }
}
