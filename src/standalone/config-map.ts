import { k8s } from 'cdk8s-plus-27';
import { Manifest, objectMeta } from './manifest';
import { configFileText } from '../configuration/config-file';
import { Settled } from '../configuration/settled';
import { ClusterPlan, RolePlan } from '../plan/plan';
import { Plain } from '../private/plain';

/** Where Flink's images look for their configuration. */
const FOLDER = '/opt/flink/conf';
const VOLUME = 'flink-config';

/** The whole configuration: a mounted folder hides the image's own, and nothing in it can be written by the container. */
export function configMap(plan: ClusterPlan): Manifest {
  const text = (options: Settled) => configFileText(plan.version, options.toMap());
  const own = [plan.jobManager, plan.taskManager].filter((role) => role.ownConfiguration);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: objectMeta(plan, configMapName(plan)),
    data: {
      [plan.version._facts.configFile]: text(plan.configuration),
      ...Object.fromEntries(own.map((role) => [ownFile(plan, role), text(role.configuration)])),
      ...plan.configFiles,
    },
  };
}

export function configMapName(plan: ClusterPlan): string {
  return `${plan.name}-config`;
}

/** The configuration as a role's pods see it: a role with options of its own gets its own file under the usual name. */
export function configVolume(plan: ClusterPlan, role?: RolePlan): { volumes: Plain<k8s.Volume>[]; mounts: Plain<k8s.VolumeMount>[] } {
  const file = plan.version._facts.configFile;
  const others = Object.keys(plan.configFiles).sort();
  const items = [
    { key: role?.ownConfiguration ? ownFile(plan, role) : file, path: file },
    ...others.map((name) => ({ key: name, path: name })),
  ];
  return {
    volumes: [{ name: VOLUME, configMap: { name: configMapName(plan), items } }],
    mounts: [{ name: VOLUME, mountPath: FOLDER, readOnly: true }],
  };
}

function ownFile(plan: ClusterPlan, role: RolePlan): string {
  return `${role.role.toLowerCase()}-${plan.version._facts.configFile}`;
}
