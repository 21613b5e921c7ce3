import { Chart, Size } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** A session cluster: it is there first, and takes jobs from `flink run`, from its UI or from a program. */
export class SessionCluster extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'session-cluster', { namespace: 'streaming' });

    new FlinkSessionCluster(this, 'Shared', {
      version,
      taskManager: { replicas: 3, slots: 2, memory: Size.gibibytes(4) },
    });
  }
}
