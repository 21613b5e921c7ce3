import { Chart, Duration, Size } from 'cdk8s';
import { FeatureConfig, FeatureContext, FlinkApplication, FlinkVersion, IFlinkFeature, JobArtifact } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** A concern of your own, for all your clusters: it has the powers that the library's features have. */
class CostCentre implements IFlinkFeature {
  public constructor(private readonly code: string) {}

  public bind(context: FeatureContext): FeatureConfig {
    return {
      owner: 'CostCentre',
      pod: { labels: { 'example.com/cost-centre': this.code } },
      configuration: { 'metrics.scope.jm': `${this.code}.${context.clusterId}.jobmanager` },
    };
  }
}

/** Any option of Flink by its own name, and a feature of your own. */
export class OwnFeature extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'own-feature', { namespace: 'streaming' });

    const app = new FlinkApplication(this, 'Clicks', {
      version,
      image: 'registry.acme.io/clicks:1.0.3',
      job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/clicks.jar') },
      configuration: {
        'pipeline.object-reuse': true,
        'taskmanager.memory.network.max': Size.mebibytes(128),
        'heartbeat.timeout': Duration.seconds(30),
      },
      features: [new CostCentre('4711')],
    });

    app.configuration.replace('taskmanager.data.port', 16121); // force what a feature owns
  }
}
