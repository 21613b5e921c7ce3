import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, IFlinkFeature } from '../feature';

/**
 * Options whose values are entries of Kubernetes Secrets, as a prop.
 * @internal
 */
export class SecretConfiguration implements IFlinkFeature {
  public constructor(private readonly secrets: { [option: string]: k8s.SecretKeySelector }) {}

  public bind(): FeatureConfig {
    return { owner: 'secretConfiguration', secretConfiguration: this.secrets };
  }
}
