import { mergeConfigFiles } from './config-files';
import { ClientPlan } from './plan';
import { PlanOptions } from './plan-options';
import { joinPods } from './pods/merge-pods';
import { DEFAULT_EPHEMERAL_STORAGE, temporaryFiles } from './pods/temporary-files';
import { asArguments } from './secret-options';
import { FeatureConfig } from '../features/feature';
import { PlanFinding } from '../private/findings';

/**
 * Pods that call the REST API. They get what the user adds to all pods, except sidecars, which would keep a Kubernetes Job from completing,
 * and labels and probes, by which others find and judge Flink's processes.
 */
export function planClient(
  { pod = {} }: PlanOptions, bound: FeatureConfig[], findings: PlanFinding[], origins: { [what: string]: string },
): ClientPlan {
  const { sidecars, labels, startupProbe, readinessProbe, livenessProbe, ...ofUser } = pod;
  const parts = bound.flatMap(({ owner, client }) => (
    client ? [{ owner, client, secrets: asArguments(client.secretConfiguration ?? {}) }] : []));
  const joined = joinPods([
    temporaryFiles(DEFAULT_EPHEMERAL_STORAGE.client),
    ...parts.flatMap(({ owner, client, secrets }) => [client.pod ?? {}, secrets.pod!].map((each) => ({ owner, pod: each }))),
    { owner: 'pod', pod: ofUser },
  ], findings);
  return {
    pod: joined.pod,
    configFiles: mergeConfigFiles(parts.map(({ owner, client }) => ({ owner, configFiles: client.configFiles })), findings, origins),
    dynamicProperties: Object.assign({}, ...parts.map(({ secrets }) => secrets.dynamicProperties)),
  };
}
