import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { RestProtocol } from '../features/feature-objects';
import { ClusterPlan } from '../plan/plan';
import { restUrl } from '../plan/rest-url';
import { argumentError } from '../private/findings';

/** The Service of a cluster's REST API and web UI. */
export class RestEndpoint extends Construct {
  /** @internal */
  public static _create(scope: Construct, id: string, plan: () => ClusterPlan, service: () => ApiObject | undefined): RestEndpoint {
    return new RestEndpoint(scope, id, plan, service);
  }

  private constructor(scope: Construct, id: string, private readonly plan: () => ClusterPlan, private readonly object: () => ApiObject | undefined) {
    super(scope, id);
  }

  /** The name of the Service. */
  public get serviceName(): string {
    return this.plan().rest.serviceName;
  }

  /** The port of the Service. */
  public get port(): number {
    return this.plan().rest.port;
  }

  /** How the REST API is spoken to. */
  public get protocol(): RestProtocol {
    return this.plan().rest.protocol;
  }

  /** The URL for other pods. Without a namespace on the chart it has the short name, which works in the same namespace. */
  public get url(): string {
    return restUrl(this.plan());
  }

  /**
   * The Service itself.
   *
   * @throws an error when the system creates the Service, so that it is not among the manifests.
   */
  public get service(): ApiObject {
    const service = this.object();
    if (service) return service;
    throw argumentError(this.node.path, 'service-not-in-manifests', `the Service '${this.serviceName}' is created by ${this.plan().platform} and is not among the manifests`, 'Use serviceName, port and url');
  }
}
