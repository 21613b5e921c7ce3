import { Capabilities, Capability } from './capabilities';
import { isHarmless } from './checks/capabilities';
import { refusal } from './checks/required-parts';
import { FeatureConfig, RoleConfig } from '../features/feature';
import { FlinkPort } from '../features/flink-port';
import { FlinkPorts } from '../features/network/flink-ports';
import { FlinkPlugin } from '../features/plugin';
import { PodOptions } from '../pod';
import { canonical, plain } from '../private/plain';

type Table = { readonly [field: string]: Capability };
type Fields = { readonly [field: string]: any };

/** A feature without the optional parts that the system cannot express, so that neither plan nor checks know of them. */
export function withoutUnsupported(config: FeatureConfig, { feature, role, pod }: Capabilities): FeatureConfig {
  if (!config.optional) return config;
  const rest = kept(config, feature, (field, content) => {
    if (field === 'configFiles') return namedFiles(content, feature.configFiles);
    // What the image has already needs no system.
    return field === 'plugins' ? (content as FlinkPlugin[]).filter(({ fromOpt }) => !fromOpt) : undefined;
  });
  const ofPod = (given?: PodOptions) => given && kept(given, pod);
  const ofRole = (given?: RoleConfig) => given && kept({ ...given, pod: ofPod(given.pod) }, role);
  const roles = { jobManager: ofRole(config.jobManager), taskManager: ofRole(config.taskManager) };
  return { ...rest, pod: ofPod(config.pod), ...alike(roles, config.owner, { role, pod }) };
}

/** The fields of which the system can express something. */
function kept<T extends object>(given: T, table: Table, instead: (field: string, content: any) => unknown = () => undefined): T {
  const lacks = (field: string) => Object.hasOwn(table, field) && refusal({ capability: table[field] }) !== undefined;
  const fields = Object.entries(given).filter(([, content]) => content !== undefined);
  return Object.fromEntries(fields.map(([field, content]) => [field, lacks(field) ? instead(field, content) : content])) as T;
}

function namedFiles(files: Fields, capability: Capability): Fields {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !refusal({ capability, name })));
}

interface BothRoles {
  readonly jobManager?: RoleConfig;
  readonly taskManager?: RoleConfig;
}

/** Both roles without what only one of them has, where the system has one for both. */
function alike(roles: BothRoles, owner: string, { role, pod }: Pick<Capabilities, 'role' | 'pod'>): BothRoles {
  const { jobManager = {}, taskManager = {} } = roles;
  const ofPod = differing(pod, jobManager.pod ?? {}, taskManager.pod ?? {});
  // Flink's own ports differ everywhere.
  const ofRole = differing(role, jobManager, taskManager).filter((field) => field !== 'ports' || owner !== FlinkPorts.OWNER);
  const common = (config: RoleConfig | undefined) => (
    config && { ...without(config, ofRole), ...(config.pod ? { pod: without(config.pod, ofPod) } : {}) });
  return { jobManager: common(roles.jobManager), taskManager: common(roles.taskManager) };
}

function differing(table: Table, one: Fields, other: Fields): string[] {
  const ofBoth = Object.keys(table).filter((field) => table[field].scope === 'both-roles');
  return ofBoth.filter((field) => canonical(compared(field, one, other)) !== canonical(compared(field, other, one)));
}

/** What a field has in common with the other role's, or must have. */
function compared(field: string, one: Fields, other: Fields): unknown {
  const content = one[field] ?? [];
  if (field === 'ports') return (content as FlinkPort[]).filter(({ name }) => (other.ports as FlinkPort[] | undefined)?.some((port) => port.name === name));
  return field === 'env' ? (content as NonNullable<PodOptions['env']>).filter((variable) => !isHarmless(variable, other)) : plain(content);
}

function without<T extends object>(given: T, fields: string[]): T {
  return Object.fromEntries(Object.entries(given).filter(([field]) => !fields.includes(field))) as T;
}
