import { Chart } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion, JobArtifact } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** A session cluster and two jobs in it. Each job is submitted by a Kubernetes Job, once, however often that is tried. */
export class SessionClusterWithJobs extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'session-cluster-with-jobs', { namespace: 'streaming' });

    const shared = new FlinkSessionCluster(this, 'Shared', {
      version,
      image: 'registry.acme.io/streaming:2.1.0',
      taskManager: { replicas: 2, slots: 2 },
    });

    shared.addJob('TopSpeed', {
      artifact: JobArtifact.fromImage('/opt/flink/examples/streaming/TopSpeedWindowing.jar'),
      parallelism: 2,
    });
    shared.addJob('Clicks', {
      artifact: JobArtifact.fromImage('/opt/flink/usrlib/clicks.jar'),
      mainClass: 'io.acme.ClicksJob',
      args: ['--window', '5 min'],
    });
  }
}
