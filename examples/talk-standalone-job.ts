import { Chart } from 'cdk8s';
import { Boundedness, FeatureConfig, FlinkJobCluster, FlinkVersion, IFlinkFeature, JobArtifact, JobClusterLayout, PortCaller, RestProtection, RestService } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** Queryable state, which the talk's manifests open a port for, is no concern of this library: a feature of one's own brings it. */
class QueryableState implements IFlinkFeature {
  public bind(): FeatureConfig {
    return {
      owner: 'QueryableState',
      configuration: { 'queryable-state.enable': true, 'queryable-state.proxy.ports': '6125' },
      // On the TaskManagers, who answer; the talk has it on the JobManager, where nobody does.
      taskManager: { ports: [{ name: 'query', port: 6125, callers: [PortCaller.REST_CLIENT] }] },
    };
  }
}

/**
 * The classic job cluster of the talk "Flink on Kubernetes": JobManager as a Job, TaskManagers as a Deployment, UI on port 30081 of
 * every node.
 *
 * Where we differ: batch/v1 and apps/v1, as extensions/v1beta1 is gone; the image's own entrypoint; only the UI's port leaves the
 * cluster, RPC and blob stay on a Service inside; the image has a tag that stays and is pulled where it is missing.
 */
export class TalkStandaloneJob extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_14) {
    super(scope, 'talk-standalone-job');

    const flink = new FlinkJobCluster(this, 'Flink', {
      version,
      image: 'streaming.job:1.0.0',
      layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT,
      job: {
        artifact: JobArtifact.fromImage('/opt/flink/usrlib/job.jar'),
        mainClass: 'org.example.StreamingJob',
        parallelism: 2,
        boundedness: Boundedness.BOUNDED,
      },
      taskManager: { replicas: 2 },
      rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }),
      features: [new QueryableState()],
    });
    flink.acknowledge('rest-fixed-node-port');
    flink.acknowledge('task-managers-outlive-job');
  }
}
