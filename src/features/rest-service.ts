import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { isAnnotationName } from '../private/names';
import { complaint, wrong } from '../private/remedy';

/** Who keeps strangers from the REST API, which asks nobody for a password and runs what it is given. */
export enum RestProtection {
  /** Something in front of the Service does: a proxy that authenticates, a firewall, a private network. */
  EXTERNAL = 'EXTERNAL',
  /** Nobody. Whoever reaches the port owns the cluster and all it can reach. */
  NONE = 'NONE',
}

/** How the REST API leaves the Kubernetes cluster. */
export interface RestExposureOptions {
  /** Who keeps strangers from it. */
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
 * The Service of the REST API and the UI.
 *
 * Flink's REST API has no login and accepts programs to run. So it is reached from inside the Kubernetes cluster only, unless you
 * say who protects it; and then its UI neither takes jars nor cancels jobs until you configure it to.
 */
export class RestService implements IFlinkFeature {
  /** Inside the Kubernetes cluster only. */
  public static clusterIp(): RestService {
    return new RestService('ClusterIP');
  }

  /** A port on every node. */
  public static nodePort(options: RestNodePortOptions): RestService {
    return new RestService('NodePort', protectedBy('nodePort', options), options.nodePort);
  }

  /** A load balancer of the cloud. */
  public static loadBalancer(options: RestExposureOptions): RestService {
    return new RestService('LoadBalancer', protectedBy('loadBalancer', options));
  }

  private constructor(
    /** The Service's type. */
    public readonly serviceType: string,
    private readonly exposure?: RestExposureOptions,
    /** The port on the nodes. */
    public readonly fixedNodePort?: number,
  ) {}

  /** Annotations of the Service. */
  public get annotations(): { [name: string]: string } {
    return { ...this.exposure?.annotations };
  }

  /** What the exposure needs of a cluster. */
  public bind({ version }: FeatureContext): FeatureConfig {
    const { fixedNodePort: nodePort, exposure } = this;
    const cancelForbidden = FlinkOptionCatalog.of(version).find('web.cancel.enable') !== undefined;
    return {
      owner: 'rest',
      defaults: exposure ? { 'web.submit.enable': false, ...(cancelForbidden ? { 'web.cancel.enable': false } : {}) } : {},
      problems: this.problems(),
      warnings: [
        ...(exposure?.protection === RestProtection.NONE ? [{
          id: 'rest-unprotected',
          text: complaint(`the REST API is open to everybody who reaches the ${this.serviceType}, and whoever reaches it can run programs in this cluster`,
            'Put a proxy that authenticates in front and say RestProtection.EXTERNAL, or use RestService.clusterIp()'),
        }] : []),
        ...(exposure && !cancelForbidden ? [{
          id: 'rest-cancels-jobs',
          text: complaint(`the UI of Flink ${version.line} cancels jobs for everybody who reaches it, and no option forbids that`,
            'Mind whom you let through, or use Flink 1.14 or newer'),
        }] : []),
        ...(nodePort !== undefined ? [{
          id: 'rest-fixed-node-port',
          text: complaint(`nodePort ${nodePort} is fixed, and a second Service with it is refused by Kubernetes`, 'Leave it out and Kubernetes chooses a free one'),
        }] : []),
      ],
    };
  }

  private problems(): string[] {
    const { fixedNodePort: nodePort } = this;
    const problems = Object.keys(this.annotations).filter((name) => !isAnnotationName(name))
      .map((name) => complaint(`rest has an annotation '${name}', which is no name of one`, "Use letters, digits and -_. between them, for example 'acme.io/internal'"));
    if (nodePort !== undefined && !(Number.isInteger(nodePort) && nodePort >= 1 && nodePort <= 65535)) {
      problems.push(complaint(`rest has nodePort ${nodePort}`, 'Leave it out and Kubernetes chooses one, or take one of the node port range (30000 to 32767 in most clusters)'));
    }
    return problems;
  }
}

/** The compiler asks for it; a program in plain JavaScript may have forgotten it, and this is not for defaults to decide. */
function protectedBy(kind: string, exposure: RestExposureOptions): RestExposureOptions {
  if (!exposure?.protection) {
    throw wrong(`RestService.${kind}`, 'it does not say who protects the REST API, which asks nobody for a password', 'Set protection to RestProtection.EXTERNAL, and put a proxy that authenticates in front');
  }
  return exposure;
}
