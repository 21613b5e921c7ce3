import { Chart, Size } from 'cdk8s';
import { Boundedness, FlinkJobCluster, FlinkVersion, JobArtifact } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** A batch job with a cluster of its own: the Kubernetes Job is complete when the job is, and the TaskManagers go with it. */
export class JobCluster extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'job-cluster', { namespace: 'batch' });

    new FlinkJobCluster(this, 'Invoices', {
      version,
      image: 'registry.acme.io/invoices:1.4.0',
      job: {
        artifact: JobArtifact.fromImage('/opt/flink/usrlib/invoices.jar'),
        mainClass: 'io.acme.InvoicesJob',
        args: ['--month', '2026-10'],
        parallelism: 4,
        boundedness: Boundedness.BOUNDED,
      },
      jobManager: { memory: Size.gibibytes(2) },
      taskManager: { slots: 2, memory: Size.gibibytes(2) },
    });
  }
}
