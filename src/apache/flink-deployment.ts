import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { UpgradeMode } from './upgrade-mode';
import { FlinkClusterOptions } from '../cluster';
import { JobOptions } from '../job';
import { FlinkClusterBase } from '../kubernetes/flink-cluster-base';
import { KubernetesSystem } from '../kubernetes/system';
import { PropsStruct } from '../plan/checked-options';

/** Options of a cluster that the Apache Flink Kubernetes Operator runs. */
export interface FlinkDeploymentProps extends FlinkClusterOptions {
  /**
   * The job of an application cluster.
   *
   * @default - none: the cluster is a session cluster
   */
  readonly job?: JobOptions;

  /**
   * How the job keeps its state when the resource changes.
   *
   * @default - UpgradeMode.LAST_STATE with high availability, UpgradeMode.SAVEPOINT with storage alone, UpgradeMode.STATELESS without
   */
  readonly upgradeMode?: UpgradeMode;
}

/**
 * A `FlinkDeployment` of the Apache Flink Kubernetes Operator: an application cluster with a job, a session cluster without.
 *
 * Use it where the operator is installed and is to upgrade, suspend and restore the job. The pods use the ServiceAccount `flink`, which the
 * operator's chart creates, unless `jobManager.serviceAccount` names another; that one gets the permissions that Flink requires.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/
 */
export class FlinkDeployment extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: FlinkDeploymentProps) {
    super(scope, id, props);
  }

  /** The resource itself. */
  public get resource(): ApiObject {
    this._tree.synchronize();
    return this._tree.object('Resource')!;
  }

  /** @internal */
  protected _struct(): PropsStruct {
    return { name: 'apache.FlinkDeploymentProps' };
  }

  /** @internal */
  protected _system(props: FlinkDeploymentProps): KubernetesSystem {
    return system().operatorSystem(props, props.upgradeMode);
  }
}

/** Loaded with the first construct that it is for. */
function system(): typeof import('./operator-system') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./operator-system');
}
