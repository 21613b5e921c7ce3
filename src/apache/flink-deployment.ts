import { ApiObject, Chart, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { deploymentProblems, renderFlinkDeployment } from './render';
import { UpgradeMode } from './upgrade-mode';
import { FlinkClusterOptions } from '../cluster';
import { FlinkConfiguration } from '../configuration/flink-configuration';
import { IFlinkFeature } from '../features/feature';
import { Platform } from '../features/platform';
import { JobOptions } from '../job';
import { ClusterModel } from '../plan/cluster-model';
import { NamesInUse } from '../plan/names-in-use';
import { nameOfId } from '../private/names';

/** Options of a cluster that the Apache Flink Kubernetes Operator runs. */
export interface FlinkDeploymentProps extends FlinkClusterOptions {
  /**
   * The job of an application cluster.
   *
   * @default - none: it is a session cluster
   */
  readonly job?: JobOptions;

  /**
   * How the job's state crosses a change of this resource.
   *
   * @default UpgradeMode.STATELESS
   */
  readonly upgradeMode?: UpgradeMode;
}

/**
 * A `FlinkDeployment` of the Apache Flink Kubernetes Operator: an application with a job, a session cluster without.
 *
 * When you want it: the operator is installed, and it should upgrade, suspend and restore the job. The pods run as the ServiceAccount
 * `flink`, which the operator's chart makes, unless `jobManager.serviceAccount` names another.
 *
 * @see https://nightlies.apache.org/flink/flink-kubernetes-operator-docs-stable/docs/custom-resource/reference/
 */
export class FlinkDeployment extends Construct {
  /** The resource's name, which is the cluster's id, too. */
  public readonly name: string;

  /** The Flink configuration: what is effective, and what you add to it or force. */
  public readonly configuration: FlinkConfiguration;

  /** The resource itself. */
  public readonly resource: ApiObject;

  private readonly model: ClusterModel;

  public constructor(scope: Construct, id: string, props: FlinkDeploymentProps) {
    super(scope, id);
    const { namespace } = Chart.of(this);
    this.name = props.name ?? nameOfId(id);
    this.model = new ClusterModel(this, props, {
      platform: Platform.NATIVE_KUBERNETES,
      name: this.name,
      namespace,
      features: [],
      // The operator takes them out before Flink sees them.
      foreignOptions: ['kubernetes.operator.', 'job.autoscaler.'],
    });
    this.configuration = this.model.configuration;
    const render = () => renderFlinkDeployment(this.model.plan, props.upgradeMode);
    const { apiVersion, kind, metadata } = render();
    const taken = `${kind} ${this.name}`;
    NamesInUse.of(this).take(namespace, taken, this.node.path);
    this.resource = new ApiObject(this, 'Resource', { apiVersion, kind, metadata, spec: Lazy.any({ produce: () => render().spec }) });
    this.node.addValidation({
      validate: () => {
        this.model.tell();
        return [...this.model.plan.problems, ...deploymentProblems(this.model.plan, props), ...this.model.clash([taken])];
      },
    });
  }

  /**
   * What works but should be known. They are printed once when the app is synthesized; each begins with a name under which it can be
   * acknowledged.
   */
  public get warnings(): string[] {
    return this.model.warnings;
  }

  /** Adds a concern of your own. */
  public addFeature(feature: IFlinkFeature): void {
    this.model.addFeature(feature);
  }

  /**
   * Silences a warning that you know of.
   *
   * @param warning its name, for example `no-high-availability`.
   */
  public acknowledgeWarning(warning: string): void {
    this.model.acknowledge(warning);
  }
}
