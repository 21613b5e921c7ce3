import { k8s } from 'cdk8s-plus-27';
import { Manifest, objectMeta } from './manifest';
import { configFileText } from '../configuration/config-file';
import { ClusterPlan } from '../plan/plan';
import { Plain } from '../private/plain';

/** Where Flink's images look for their configuration. */
const DIRECTORY = '/opt/flink/conf';
const VOLUME = 'flink-config';

/** The whole configuration: the mounted directory hides the image's own, and the container cannot write into it. */
export function configMap(plan: ClusterPlan): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: objectMeta(plan, configMapName(plan)),
    data: { [plan.version._facts.configFile]: configFileText(plan.version, plan.configuration.toMap()), ...otherFiles(plan) },
  };
}

/** The configuration as pods see it. */
export function configVolume(plan: ClusterPlan): { volumes: Plain<k8s.Volume>[]; mounts: Plain<k8s.VolumeMount>[] } {
  const names = [plan.version._facts.configFile, ...Object.keys(otherFiles(plan)).sort()];
  return {
    volumes: [{ name: VOLUME, configMap: { name: configMapName(plan), items: names.map((name) => ({ key: name, path: name })) } }],
    mounts: [{ name: VOLUME, mountPath: DIRECTORY, readOnly: true }],
  };
}

function configMapName(plan: ClusterPlan): string {
  return `${plan.name}-config`;
}

function otherFiles(plan: ClusterPlan): { readonly [name: string]: string } {
  return { ...plan.configFiles, ...plan.client.configFiles };
}
