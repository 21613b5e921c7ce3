import { Chart } from 'cdk8s';
import { FlinkApplication, FlinkVersion, JobArtifact, LogLevel, MetricsReporter } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** Metrics for Prometheus on a port called `metrics` of every pod, and a little more logging. */
export class Prometheus extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'prometheus', { namespace: 'streaming' });

    new FlinkApplication(this, 'Clicks', {
      version,
      image: 'registry.acme.io/clicks:1.0.3',
      job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/clicks.jar') },
      metrics: [MetricsReporter.prometheus({ excludeVariables: ['task_attempt_id', 'task_attempt_num'] })],
      logging: { loggers: { 'org.apache.flink.runtime.checkpoint': LogLevel.DEBUG } },
    });
  }
}
