import { Duration, Size } from 'cdk8s';
import { FlinkStorage, FlinkVersion, HighAvailability, JobManagerDiscovery, LocalRecovery, VolumeAccess } from '../../../src';
import { application, configured, feature, JOB, S3, session } from '../../bad-input/refused';
import { NoPodsCluster } from '../../systems/no-pods';
import { Area } from '../example';

const volume = (options: any) => FlinkStorage.persistentVolumeClaim('flink-state', options);

export const STORAGE_AND_STATE: Area = {
  title: 'Storage, state and high availability',
  examples: {
    'checkpoints-without-storage': session({ checkpoints: {} }),
    'high-availability-without-storage': session({ highAvailability: HighAvailability.kubernetes() }),
    'invalid-checkpoints': session({ storage: S3, checkpoints: { retained: 0 } }),
    'invalid-endpoint': () => FlinkStorage.s3('s3://acme/orders', { endpoint: 'minio:9000' }),
    'invalid-zookeeper-attempts': session({ storage: S3, highAvailability: HighAvailability.zooKeeper({ quorum: ['zookeeper:2181'], maxRetryAttempts: -1 }) }),
    'invalid-zookeeper-path': session({ storage: S3, highAvailability: HighAvailability.zooKeeper({ quorum: ['zookeeper:2181'], rootPath: 'flink' }) }),
    'invalid-zookeeper-quorum': session({ storage: S3, highAvailability: HighAvailability.zooKeeper({ quorum: [] }) }),
    'invalid-leader-election': session({ storage: S3, highAvailability: HighAvailability.kubernetes({ renewDeadline: Duration.seconds(20) }) }),
    'invalid-storage-location': configured({ 'execution.checkpointing.dir': '/checkpoints' }),
    'invalid-mount-path': () => volume({ mountPath: 'data' }),
    'invalid-storage-uri': () => FlinkStorage.s3('https://acme.s3.amazonaws.com'),
    'invalid-volume-size': application({ localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(0)) }),
    'local-recovery-slots': session({ taskManager: { slots: 2 }, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(20)) }),
    'storage-location-not-shared': configured({ 'execution.checkpointing.dir': 'file:///checkpoints' }),
    'no-high-availability': application(),
    'several-leader-elections': session({ storage: S3, highAvailability: HighAvailability.kubernetes(), features: [feature({ discovery: JobManagerDiscovery.LEADER_ELECTION })] }),
    'standby-without-high-availability': session({ jobManager: { replicas: 2 } }),
    'storage-not-shared': session({ storage: volume({ access: VolumeAccess.READ_WRITE_ONCE }) }),
    'storage-not-writable': session({ storage: FlinkStorage.volume({ name: 'orders', configMap: { name: 'orders' } }) }),
    'storage-without-purpose': session({ storage: FlinkStorage.byPurpose({}) }),
    // No system of the library is without Kubernetes.
    'unsupported-high-availability': (chart) => new NoPodsCluster(chart, 'Orders', { version: FlinkVersion.V1_20, job: JOB, storage: S3, highAvailability: HighAvailability.kubernetes() }),
    'unused-storage': session({ storage: FlinkStorage.byPurpose({ checkpoints: S3, savepoints: S3, highAvailability: S3, changelog: S3, archives: S3, others: volume({}) }) }),
  },
};
