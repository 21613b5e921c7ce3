import { Duration, Size } from 'cdk8s';
import { FlinkApplicationOptions, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact } from 'cdk8s-flink';

/** One job, described once: for whichever system runs it. */
export function orders(version: FlinkVersion): FlinkApplicationOptions {
  return {
    version,
    image: 'registry.acme.io/orders:2.1.0',
    job: {
      artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'),
      mainClass: 'io.acme.OrdersJob',
      args: ['--topic', 'orders'],
      parallelism: 8,
      restoreFrom: 's3://acme-flink/orders/savepoints/savepoint-9f2c1a',
    },
    taskManager: { slots: 4, memory: Size.gibibytes(8) }, // two of them: 8 / 4
    storage: FlinkStorage.s3('s3://acme-flink/orders'), // checkpoints/, savepoints/ and ha/ lie below
    checkpoints: { interval: Duration.minutes(1) },
    highAvailability: HighAvailability.kubernetes(),
  };
}
