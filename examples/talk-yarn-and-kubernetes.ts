import { Chart } from 'cdk8s';
import { FlinkJobCluster, FlinkSessionCluster, FlinkVersion, JobArtifact, JobClusterLayout } from 'cdk8s-flink';
import { Construct } from 'constructs';

/**
 * Both clusters of the talk "Flink on YARN and Kubernetes": a session with two TaskManagers, and a job cluster that runs
 * TopSpeedWindowing with parallelism 3 on four TaskManagers.
 *
 * Where we differ: apps/v1 and batch/v1; a pinned image for `latest`; the address is configured, not given as environment; no port 6125,
 * as queryable state is not used; REST has a Service of its own beside the one for RPC and blobs.
 */
export class TalkYarnAndKubernetes extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'talk-yarn-and-kubernetes');

    new FlinkSessionCluster(this, 'Flink', { version, taskManager: { replicas: 2 } });

    const topSpeed = new FlinkJobCluster(this, 'TopSpeed', {
      version,
      image: 'registry.acme.io/topspeed:1.20.5',
      layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT,
      job: {
        artifact: JobArtifact.fromImage('/opt/flink/usrlib/TopSpeedWindowing.jar'),
        mainClass: 'org.apache.flink.streaming.examples.windowing.TopSpeedWindowing',
        parallelism: 3,
      },
      taskManager: { replicas: 4 },
    });
    topSpeed.acknowledge('task-managers-outlive-job');
  }
}
