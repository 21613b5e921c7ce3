import { k8s } from 'cdk8s-plus-27';
import { Manifest, objectMeta } from './manifest';
import { configFileText } from '../configuration/config-file';
import { EffectiveConfiguration } from '../configuration/effective-configuration';
import { ClusterPlan, RolePlan } from '../plan/plan';
import { Plain } from '../private/plain';

/** Where Flink's images look for their configuration. */
const DIRECTORY = '/opt/flink/conf';
const VOLUME = 'flink-config';

/** The whole configuration: the mounted directory hides the image's own, and the container cannot write into it. */
export function configMap(plan: ClusterPlan): Manifest {
  const text = (options: EffectiveConfiguration) => configFileText(plan.version, options.toMap());
  const own = [plan.jobManager, plan.taskManager].filter((role) => role.ownConfiguration);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: objectMeta(plan, configMapName(plan)),
    data: {
      [plan.version._facts.configFile]: text(plan.configuration),
      ...Object.fromEntries(own.map((role) => [ownFile(plan, role), text(role.configuration)])),
      ...otherFiles(plan),
    },
  };
}

/** The configuration as a role's pods see it: a role with options of its own gets its own file under the usual name. */
export function configVolume(plan: ClusterPlan, role?: RolePlan): { volumes: Plain<k8s.Volume>[]; mounts: Plain<k8s.VolumeMount>[] } {
  const file = plan.version._facts.configFile;
  const items = [
    { key: role?.ownConfiguration ? ownFile(plan, role) : file, path: file },
    ...Object.keys(otherFiles(plan)).sort().map((name) => ({ key: name, path: name })),
  ];
  return {
    volumes: [{ name: VOLUME, configMap: { name: configMapName(plan), items } }],
    mounts: [{ name: VOLUME, mountPath: DIRECTORY, readOnly: true }],
  };
}

function configMapName(plan: ClusterPlan): string {
  return `${plan.name}-config`;
}

function otherFiles(plan: ClusterPlan): { readonly [name: string]: string } {
  return { ...plan.configFiles, ...plan.client.configFiles };
}

function ownFile(plan: ClusterPlan, role: RolePlan): string {
  return `${role.role.toLowerCase()}-${plan.version._facts.configFile}`;
}
