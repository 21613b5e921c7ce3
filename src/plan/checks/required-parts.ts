import { FeatureConfig } from '../../features/feature';
import { RestProtocol } from '../../features/feature-objects';
import { PodOptions } from '../../pod';
import { plain } from '../../private/plain';
import { Capabilities, Capability, Limited } from '../capabilities';
import { RoleName } from '../plan';

/** Something that is asked for, and how far the system can express it. */
export interface RequiredPart {
  readonly what: string;
  readonly capability: Capability;
  /** For capabilities that go by names. */
  readonly name?: string;
}

/** The parts of a plan that a feature requires beyond Flink options. */
export function requiredParts(config: FeatureConfig, { pod, role, feature }: Capabilities): RequiredPart[] {
  const { configFiles, secretConfiguration, objects, labels, annotations, restProtocol } = config;
  return [
    ...podParts('pod', config.pod, pod),
    ...keys(configFiles).map((name) => ({ what: `the file '${name}'`, capability: feature.configFiles, name })),
    ...keys(secretConfiguration).map((option) => ({ what: `'${option}' from a Secret`, capability: feature.secretConfiguration })),
    ...(objects?.length ? [{ what: 'Kubernetes objects', capability: feature.objects }] : []),
    ...(isGiven(labels) ? [{ what: 'labels', capability: feature.labels }] : []),
    ...(isGiven(annotations) ? [{ what: 'annotations', capability: feature.annotations }] : []),
    ...(restProtocol && restProtocol !== RestProtocol.HTTP ? [{ what: `the REST protocol ${restProtocol}`, capability: feature.restProtocol }] : []),
    ...(['jobManager', 'taskManager'] as const).flatMap((name) => roleParts(name, config[name] ?? {}, { pod, role })),
  ];
}

function roleParts(name: RoleName, config: NonNullable<FeatureConfig[RoleName]>, { pod, role }: Pick<Capabilities, 'pod' | 'role'>): RequiredPart[] {
  const { ports = [], permissions = [], dynamicProperties, volumeClaims = [], serviceAccountAnnotations } = config;
  return [
    ...podParts(`${name}.pod`, config.pod, pod),
    ...ports.map((port) => ({ what: `port '${port.name}' of the ${name}`, capability: role.ports })),
    ...(permissions.length ? [{ what: `permissions of the ${name} at the Kubernetes API`, capability: role.permissions }] : []),
    ...keys(dynamicProperties).map((option) => ({ what: `'${option}' as an argument of the ${name}`, capability: role.dynamicProperties })),
    ...volumeClaims.map((claim) => ({ what: `volume claim '${claim.name}' of the ${name}`, capability: role.volumeClaims })),
    ...(isGiven(serviceAccountAnnotations) ? [{ what: `annotations of the ${name}'s ServiceAccount`, capability: role.serviceAccountAnnotations }] : []),
  ];
}

/**
 * Additions to pods.
 *
 * @param where the prop, or the method by which they were made.
 */
export function podParts(where: string, given: PodOptions = {}, capabilities: Capabilities['pod']): RequiredPart[] {
  return Object.entries(capabilities)
    .filter(([field]) => isGiven(given[field as keyof PodOptions]))
    .map(([field, capability]) => ({ what: where.endsWith('()') ? where : `${where}.${field}`, capability }));
}

/** Whether the system can express a part. */
export function canExpress({ capability, name }: RequiredPart): boolean {
  return refusal({ capability, name }) === undefined;
}

/** The limit that keeps the system from expressing a part, with the way out. */
export function refusal({ capability, name }: Pick<RequiredPart, 'capability' | 'name'>): Limited | undefined {
  if (capability.scope === 'each-role' || capability.scope === 'both-roles') return undefined;
  return name !== undefined && capability.names?.includes(name) ? undefined : capability;
}

/** Whether there is anything in what is given. */
export function isGiven(content: unknown): boolean {
  const data = plain(content);
  if (data === undefined || data === null) return false;
  if (Array.isArray(data)) return data.length > 0;
  return typeof data !== 'object' || data.constructor !== Object || Object.keys(data).length > 0;
}

function keys(map: object = {}): string[] {
  return Object.keys(map);
}
