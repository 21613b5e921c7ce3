import { Chart } from 'cdk8s';
import { FlinkApplication, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, MetricsReporter } from 'cdk8s-flink';
import { Construct } from 'constructs';

/**
 * What the talk "Integrate Flink with Kubernetes natively" shows of standalone Flink and of its production wishes: a session, a job with
 * its jar in the image, standby JobManagers elected by ConfigMaps, a sidecar that collects logs, metrics for Prometheus.
 *
 * Where we differ: the talk's per-job cluster is an application today; its leader ConfigMaps are made by Flink, their permissions by us.
 * The talk shows no manifests, so names and sizes are ours.
 */
export class TalkNativeIntegration extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'talk-native-integration', { namespace: 'flink' });

    new FlinkSessionCluster(this, 'Session', { version, taskManager: { replicas: 2 } });

    new FlinkApplication(this, 'PerJob', {
      version,
      image: 'registry.acme.io/window-join:1.0.0',
      job: {
        artifact: JobArtifact.fromImage('/opt/flink/usrlib/WindowJoin.jar'),
        mainClass: 'org.apache.flink.streaming.examples.join.WindowJoin',
        parallelism: 2,
      },
      jobManager: { replicas: 3 },
      storage: FlinkStorage.s3('s3://acme-flink/window-join'),
      highAvailability: HighAvailability.kubernetes(),
      metrics: [MetricsReporter.prometheus()],
      pod: {
        sidecars: [{
          name: 'fluentd',
          image: 'fluent/fluentd:v1.17-1',
          volumeMounts: [{ name: 'flink-log', mountPath: '/fluentd/log', readOnly: true }],
        }],
      },
    });
  }
}
