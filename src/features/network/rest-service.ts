import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { argumentError, PlanFinding, problem, warning } from '../../private/findings';
import { isAnnotationName } from '../../private/names';
import { checkArguments } from '../../props/check-arguments';
import { BuiltInFeature, FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';

/** What keeps strangers from the REST API, which has no authentication and runs the programs it is given. */
export enum RestProtection {
  /** Something in front of the Service: an authenticating proxy, a firewall, a private network. */
  EXTERNAL = 'EXTERNAL',
  /** Nothing. Every client that reaches the port controls the cluster and everything the cluster can reach. */
  NONE = 'NONE',
}

/** How the REST API is exposed outside the Kubernetes cluster. */
export interface RestExposureOptions {
  /** What keeps strangers from it. */
  readonly protection: RestProtection;
  /** Annotations of the Service. @default - none */
  readonly annotations?: { [name: string]: string };
}

/** A port on every node. */
export interface RestNodePortOptions extends RestExposureOptions {
  /** The port, 30000 to 32767 in most clusters. Two Services cannot have the same. @default - Kubernetes chooses one */
  readonly nodePort?: number;
}

/**
 * The Service of Flink's REST API and web UI.
 *
 * The REST API has no authentication and runs the programs it is given. It is therefore reachable inside the Kubernetes cluster only,
 * unless you say what protects it.
 */
export class RestService implements IFlinkFeature, BuiltInFeature {
  /** Reachable inside the Kubernetes cluster only. */
  public static clusterIp(): RestService {
    return new RestService('ClusterIP', []);
  }

  /** Reachable at a port of every node. */
  public static nodePort(options: RestNodePortOptions): RestService {
    const { given, findings } = checkArguments('RestService.nodePort', { options: requireProtection('nodePort', options) });
    return new RestService('NodePort', findings, given.options, given.options.nodePort);
  }

  /** Reachable through a load balancer of the cloud provider. */
  public static loadBalancer(options: RestExposureOptions): RestService {
    const { given, findings } = checkArguments('RestService.loadBalancer', { options: requireProtection('loadBalancer', options) });
    return new RestService('LoadBalancer', findings, given.options);
  }

  private constructor(
    /** The type of the Service. */
    public readonly serviceType: string,
    /** @internal */
    public readonly _findings: PlanFinding[],
    private readonly exposure?: RestExposureOptions,
    /** The port on the nodes. */
    public readonly fixedNodePort?: number,
  ) {}

  /** Annotations of the Service. */
  public get annotations(): { [name: string]: string } {
    return { ...this.exposure?.annotations };
  }

  /** What the exposure requires of a cluster. */
  public bind({ version }: FeatureContext): FeatureConfig {
    const { fixedNodePort: nodePort, exposure } = this;
    const canForbidCancelling = FlinkOptionCatalog.of(version).find('web.cancel.enable') !== undefined;
    return {
      owner: 'rest',
      problems: this.problems(),
      warnings: [
        ...(exposure?.protection === RestProtection.NONE ? [warning('rest-unprotected',
          `the REST API is open to every client that reaches the ${this.serviceType} Service, and each client can run programs in this cluster`,
          'Put an authenticating proxy in front and use RestProtection.EXTERNAL, or use RestService.clusterIp()', 'rest')] : []),
        ...(exposure && !canForbidCancelling ? [warning('rest-cancels-jobs',
          `the web UI of Flink ${version.minorVersion} cancels jobs for every client that reaches it, and no option forbids that`,
          'Restrict who reaches it, or use Flink 1.14 or newer', 'rest')] : []),
        ...(nodePort !== undefined ? [warning('rest-fixed-node-port',
          `nodePort ${nodePort} is fixed, and Kubernetes refuses a second Service with the same port`, 'Leave it out, and Kubernetes chooses a free one', 'rest')] : []),
      ],
    };
  }

  private problems(): PlanFinding[] {
    const { fixedNodePort: nodePort } = this;
    const problems = Object.keys(this.annotations).filter((name) => !isAnnotationName(name)).map((name) => problem('invalid-annotation',
      `rest has the annotation '${name}', which is not a valid name`, "Use letters, digits and -_. between them, for example 'acme.io/internal'", 'rest'));
    if (nodePort !== undefined && !(Number.isInteger(nodePort) && nodePort >= 1 && nodePort <= 65535)) {
      problems.push(problem('invalid-port', `rest has nodePort ${nodePort}`,
        'Leave it out, and Kubernetes chooses one, or choose a port of the node port range (30000 to 32767 in most clusters)', 'rest'));
    }
    return problems;
  }
}

/** The compiler requires it; plain JavaScript may leave it out, and there is no safe default. */
function requireProtection<T extends RestExposureOptions>(kind: string, exposure: T): T {
  if (!exposure?.protection) {
    throw argumentError(`RestService.${kind}`, 'rest-protection-missing', 'protection is missing, and the REST API has no authentication',
      'Set protection to RestProtection.EXTERNAL, and put an authenticating proxy in front');
  }
  return exposure;
}
