import { Chart, Size } from 'cdk8s';
import { apache, FlinkVersion } from 'cdk8s-flink';
import { Construct } from 'constructs';

/** A session cluster, run by the Apache Flink Kubernetes Operator. */
export class ApacheSessionCluster extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'apache-session-cluster', { namespace: 'streaming' });

    new apache.FlinkDeployment(this, 'Shared', {
      version,
      taskManager: { slots: 2, memory: Size.gibibytes(4) },
      configuration: { 'kubernetes.operator.reconcile.interval': '30 s' },
    });
  }
}
