import { k8s } from 'cdk8s-plus-27';
import { FeatureConfig, RoleConfig } from '../features/feature';
import { PlanFinding, problem } from '../private/findings';
import { isObjectName } from '../private/names';

type Secrets = { readonly [option: string]: k8s.SecretKeySelector };

/**
 * Options from Secrets as arguments that refer to environment variables. Neither a ConfigMap nor a manifest contains the value, and Flink
 * masks it in its logs.
 */
export function asArguments(secrets: Secrets): RoleConfig {
  const options = Object.keys(secrets).sort();
  return {
    pod: { env: options.map((option) => ({ name: variable(option), valueFrom: { secretKeyRef: secrets[option] } })) },
    dynamicProperties: Object.fromEntries(options.map((option) => [option, `$(${variable(option)})`])),
  };
}

/** A feature with its options from Secrets as arguments. */
export function withSecretsAsArguments(config: FeatureConfig): FeatureConfig[] {
  const { owner, secretConfiguration } = config;
  if (!secretConfiguration || !Object.keys(secretConfiguration).length) return [config];
  const role = asArguments(secretConfiguration);
  return [config, { owner, jobManager: role, taskManager: role }];
}

/** Entries of Secrets that cannot exist. */
export function secretProblems(bound: FeatureConfig[]): PlanFinding[] {
  return bound.flatMap(({ owner, secretConfiguration = {}, client }) => Object.entries({ ...secretConfiguration, ...client?.secretConfiguration }).flatMap(([option, { name = '', key }]) => (
    isObjectName(name) && /^[-._a-zA-Z0-9]+$/.test(key) ? [] : [problem('invalid-secret-reference',
      `${owner} has for '${option}' the entry '${key}' of a Secret '${name}', which cannot exist`, "Name both, for example { name: 'storage', key: 'access-key' }", option)])));
}

function variable(option: string): string {
  return `FLINK_OPTION_${option.replace(/[^A-Za-z0-9]/g, '_').toUpperCase()}`;
}
