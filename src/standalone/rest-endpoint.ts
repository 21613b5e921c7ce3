import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/** The Service of a cluster's REST API and UI. */
export class RestEndpoint extends Construct {
  /** @internal */
  public static _create(scope: Construct, id: string, serviceName: string, port: number, namespace?: string): RestEndpoint {
    return new RestEndpoint(scope, id, serviceName, port, namespace);
  }

  private constructor(
    scope: Construct,
    id: string,
    /** The Service's name. */
    public readonly serviceName: string,
    /** The Service's port. */
    public readonly port: number,
    private readonly inNamespace?: string,
  ) {
    super(scope, id);
  }

  /** Where other pods find it. Without a namespace on the chart it is the short name, which works in the same namespace. */
  public get url(): string {
    return `http://${this.serviceName}${this.inNamespace ? `.${this.inNamespace}` : ''}:${this.port}`;
  }

  /** The Service itself. */
  public get service(): ApiObject {
    return this.node.findChild('Resource') as ApiObject;
  }
}
