import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { isObjectName } from '../private/names';
import { complaint } from '../private/remedy';

/**
 * Options whose values lie in Kubernetes Secrets. Flink reads no secret by itself: each becomes environment of the container, and an
 * argument that names that environment. Neither the ConfigMap nor the manifest ever holds the value, and Flink masks it in its logs.
 * @internal
 */
export class SecretConfiguration implements IFlinkFeature {
  public constructor(private readonly secrets: { [option: string]: k8s.SecretKeySelector }) {}

  public bind(context: FeatureContext): FeatureConfig {
    const owner = 'secretConfiguration';
    const options = Object.keys(this.secrets).sort();
    if (context.platform.assignsIdentity) {
      return {
        owner,
        problems: options.map((option) => complaint(`'${option}' cannot come from a Secret on ${context.platform}, where somebody else writes the arguments`,
          'Give it to Flink as environment or file, by what reads the option')),
      };
    }
    const role = {
      pod: { env: options.map((option) => ({ name: variable(option), valueFrom: { secretKeyRef: this.secrets[option] } })) },
      dynamicProperties: Object.fromEntries(options.map((option) => [option, `$(${variable(option)})`])),
    };
    return { owner, jobManager: role, taskManager: role, problems: options.flatMap((option) => this.selectorProblems(option)) };
  }

  private selectorProblems(option: string): string[] {
    const { name = '', key = '' } = this.secrets[option];
    return isObjectName(name) && /^[-._a-zA-Z0-9]+$/.test(key) ? [] : [complaint(
      `secretConfiguration has for '${option}' the entry '${key}' of a Secret '${name}', which cannot exist`, "Name both, for example { name: 'storage', key: 'access-key' }")];
  }
}

function variable(option: string): string {
  return `FLINK_OPTION_${option.replace(/[^A-Za-z0-9]/g, '_').toUpperCase()}`;
}
