import { FeatureConfig, RoleConfig } from '../../features/feature';
import { RestProtocol } from '../../features/feature-objects';
import { PodOptions } from '../../pod';
import { plain } from '../../private/plain';
import { Capabilities, Capability, Limited } from '../capabilities';

/** Something that is asked for, and how far the system can express it. */
export interface RequiredPart {
  readonly what: string;
  readonly capability: Capability;
  /** For capabilities that go by names. */
  readonly name?: string;
}

/** What messages call the content of a field; with a name where systems decide by names. */
type Words<T> = (content: NonNullable<T>, role: string) => { readonly what: string; readonly name?: string }[];

/** Every field on which systems decide: one that is added does not compile until it has its words. */
const OF_FEATURE: { readonly [field in keyof Capabilities['feature']]: Words<FeatureConfig[field]> } = {
  configFiles: (files) => Object.keys(files).map((name) => ({ what: `the file '${name}'`, name })),
  secretConfiguration: (options) => Object.keys(options).map((option) => ({ what: `'${option}' from a Secret` })),
  // What the configuration requires counts, too, so they are checked when all plugins are known.
  plugins: () => [],
  objects: () => [{ what: 'Kubernetes objects' }],
  labels: () => [{ what: 'labels' }],
  annotations: () => [{ what: 'annotations' }],
  restProtocol: (protocol) => (protocol === RestProtocol.HTTP ? [] : [{ what: `the REST protocol ${protocol}` }]),
  client: () => [{ what: 'additions to clients of the REST API' }],
};
const OF_ROLE: { readonly [field in keyof Capabilities['role']]: Words<RoleConfig[field]> } = {
  ports: (ports, role) => ports.map(({ name }) => ({ what: `port '${name}' of the ${role}` })),
  permissions: (_, role) => [{ what: `permissions of the ${role} at the Kubernetes API` }],
  dynamicProperties: (options, role) => Object.keys(options).map((option) => ({ what: `'${option}' as an argument of the ${role}` })),
  volumeClaims: (claims, role) => claims.map(({ name }) => ({ what: `volume claim '${name}' of the ${role}` })),
  serviceAccountAnnotations: (_, role) => [{ what: `annotations of the ${role}'s ServiceAccount` }],
};

/** The parts of a plan that a feature requires beyond Flink options. */
export function requiredParts(config: FeatureConfig, { pod, role, feature }: Capabilities): RequiredPart[] {
  return [
    ...podParts('pod', config.pod, pod),
    ...partsOf(OF_FEATURE, config, feature),
    ...(['jobManager', 'taskManager'] as const).flatMap((name) => [...podParts(`${name}.pod`, config[name]?.pod, pod), ...partsOf(OF_ROLE, config[name] ?? {}, role, name)]),
  ];
}

/** Every field of which there is anything, with the system's decision. */
function partsOf(words: { readonly [field: string]: Words<any> }, given: object, table: { readonly [field: string]: Capability }, role = ''): RequiredPart[] {
  return Object.entries(given).filter(([field, content]) => Object.hasOwn(words, field) && isGiven(content))
    .flatMap(([field, content]) => words[field](content, role).map((part) => ({ ...part, capability: table[field] })));
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
