import { Chart } from 'cdk8s';
import { apache, FlinkVersion } from 'cdk8s-flink';
import { Construct } from 'constructs';
import { orders } from './orders';

/** The same job as in `application.ts`, run by the Apache Flink Kubernetes Operator. */
export class ApacheApplication extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'apache-application', { namespace: 'orders' });

    new apache.FlinkDeployment(this, 'Orders', { ...orders(version), upgradeMode: apache.UpgradeMode.SAVEPOINT });
  }
}
