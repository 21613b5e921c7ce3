import { Chart } from 'cdk8s';
import { FlinkApplication, FlinkVersion } from 'cdk8s-flink';
import { Construct } from 'constructs';
import { orders } from './orders';

/** A streaming job in production: state in S3, leaders elected by Kubernetes, started from a savepoint. */
export class Application extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'application', { namespace: 'orders' });

    new FlinkApplication(this, 'Orders', orders(version));
  }
}
