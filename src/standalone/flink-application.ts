import { Construct } from 'constructs';
import { FlinkApplicationOptions } from '../cluster';
import { FlinkClusterBase } from '../kubernetes/flink-cluster-base';
import { KubernetesSystem } from '../kubernetes/system';
import { PropsStruct } from '../plan/checked-options';

/** Options of an application. */
export interface FlinkApplicationProps extends FlinkApplicationOptions {}

/**
 * A standalone application cluster: its JobManager runs one job, which is meant to run for ever.
 *
 * Use it for a streaming job in production. The JobManager is a Deployment, which Kubernetes restarts whenever it ends; so a job that was
 * stopped or cancelled or that has failed leaves its JobManager running, where its end can be seen. For a job that finishes use
 * `FlinkJobCluster`.
 *
 * @see https://nightlies.apache.org/flink/flink-docs-stable/docs/deployment/resource-providers/standalone/kubernetes/
 */
export class FlinkApplication extends FlinkClusterBase {
  /** The Flink id of the job. */
  public readonly jobId: string;

  public constructor(scope: Construct, id: string, props: FlinkApplicationProps) {
    super(scope, id, props);
    this.jobId = this._model.plan.job!.jobId;
  }

  /** @internal */
  protected _struct(): PropsStruct {
    return { name: 'FlinkApplicationProps' };
  }

  /** @internal */
  protected _system(): KubernetesSystem {
    return system().applicationSystem();
  }
}

/** Loaded with the first construct that it is for. */
function system(): typeof import('./deployments-system') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./deployments-system');
}
