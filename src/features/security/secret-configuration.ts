import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, IFlinkFeature } from '../feature';

/** Options of TLS that whoever calls the REST API reads, too. */
const OF_REST_CLIENTS = /^security\.ssl\.(?!internal\.)/;

/**
 * Options whose values are entries of Kubernetes Secrets, as a prop.
 * @internal
 */
export class SecretConfiguration implements IFlinkFeature {
  public constructor(private readonly secrets: { [option: string]: k8s.SecretKeySelector }) {}

  public bind(): FeatureConfig {
    const ofClients = Object.entries(this.secrets).filter(([option]) => OF_REST_CLIENTS.test(option));
    return {
      owner: 'secretConfiguration',
      secretConfiguration: this.secrets,
      ...(ofClients.length ? { client: { secretConfiguration: Object.fromEntries(ofClients) } } : {}),
    };
  }
}
