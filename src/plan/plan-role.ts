import { podPartsOfUser } from './checks/capabilities';
import { mergeNames } from './merge-names';
import { JobPlan, PlannedPort, RoleName, RolePlan } from './plan';
import { memoryOf } from './plan-memory';
import { PlanOptions } from './plan-options';
import { PlanTarget, RoleSize } from './plan-target';
import { joinPods, overlayPods } from './pods/merge-pods';
import { jobManagerProbes, taskManagerProbes } from './pods/probes';
import { bytesOfSize, DEFAULT_EPHEMERAL_STORAGE, temporaryFiles } from './pods/temporary-files';
import { mergeVolumeClaims } from './volume-claims';
import { FILE_SYSTEM_OPTIONS } from '../configuration/catalog/file-system-options';
import { resolveOptionKey } from '../configuration/catalog/resolve-option-key';
import { isAllowed } from '../configuration/check-assignment';
import { EffectiveConfiguration } from '../configuration/effective-configuration';
import { reads } from '../configuration/readers';
import { ResolvedConfiguration } from '../configuration/resolve-configuration';
import { FeatureConfig, JobManagerDiscovery, RoleConfig } from '../features/feature';
import { RestProtocol } from '../features/feature-objects';
import { FlinkPorts } from '../features/network/flink-ports';
import { digest } from '../private/digest';
import { PlanFinding, problem } from '../private/findings';
import { isPortName } from '../private/names';

export interface RoleInput {
  readonly options: PlanOptions;
  readonly target: PlanTarget;
  readonly bound: FeatureConfig[];
  readonly job?: JobPlan;
  readonly configuration: ResolvedConfiguration;
  readonly configFiles: { readonly [name: string]: string };
  readonly discovery: JobManagerDiscovery;
  readonly restProtocol: RestProtocol;
  readonly findings: PlanFinding[];
  /** Who asked for what, to be completed. */
  readonly origins: { [what: string]: string };
}

/** What one feature requires of the role. */
interface RolePart {
  readonly owner: string;
  readonly config: RoleConfig;
}

/** Everything about one role. */
export function planRole(role: RoleName, input: RoleInput): RolePlan {
  const { options, bound, findings } = input;
  const given = options[role] ?? {};
  const parts = bound.map((b) => ({ owner: b.owner, config: b[role] ?? {} as RoleConfig, pod: b.pod }));
  const configuration = input.configuration[role];
  const slots = Number(configuration.text('taskmanager.numberOfTaskSlots') ?? 1);
  const ephemeralStorage = bytesOfSize(given.ephemeralStorage) ?? DEFAULT_EPHEMERAL_STORAGE[role];
  const { pod, origins } = joinPods([
    temporaryFiles(ephemeralStorage),
    ...parts.flatMap(({ owner, config, pod: both }) => [both, config.pod].filter((p) => p !== undefined).map((p) => ({ owner, pod: p }))),
    { owner: 'pod', ...overlayPods(podPartsOfUser(options, role)) },
  ], findings);
  const claims = parts.map(({ owner, config }) => ({ owner, volumeClaims: config.volumeClaims }));
  const volumeClaims = mergeVolumeClaims(claims, { pod, origins }, findings);
  for (const [entry, owner] of Object.entries(origins)) input.origins[`${role}/${entry}`] = owner;
  for (const { owner, claim } of volumeClaims) input.origins[`${role}/volumeClaims/${claim.name}`] = owner;
  return {
    role,
    selector: input.target.places.podSelector(role),
    replicas: given.replicas ?? (role === 'jobManager' ? 1 : taskManagersFor(input.job?.parallelism, slots)),
    fixedReplicas: given.replicas,
    configuration,
    dynamicProperties: dynamicPropertiesOf(role, parts, input),
    ...memoryOf(role, options.version, configuration, findings),
    ...roleSize(role, options, slots),
    ephemeralStorage,
    pod,
    ports: portsOf(role, parts, input),
    probes: role === 'jobManager' ? jobManagerProbes(pod, input.discovery, input.restProtocol) : taskManagerProbes(pod),
    ...accountOf(role, parts, input),
    volumeClaims: volumeClaims.map(({ claim }) => claim),
    checksum: checksum(role, configuration, input.configFiles),
  };
}

/** What the role's pods may do at the Kubernetes API, and by which ServiceAccount. */
function accountOf(role: RoleName, parts: RolePart[], { options, target, findings, origins }: RoleInput) {
  const permissions = parts.flatMap(({ owner, config }) => (config.permissions ?? []).map((rule) => ({ owner, rule })));
  for (const { owner, rule } of permissions) origins[`${role}/permissions/${(rule.resources ?? []).join(',')}`] ??= owner;
  const annotations = [
    ...parts.map(({ owner, config }) => ({ owner, names: config.serviceAccountAnnotations })),
    { owner: `${role}.serviceAccountAnnotations`, names: options[role]?.serviceAccountAnnotations },
  ];
  const kind = { noun: `annotation of the ${role}'s ServiceAccount`, origin: `${role}/serviceAccountAnnotations` };
  const serviceAccountAnnotations = mergeNames(kind, annotations, findings, origins);
  const given = { jobManager: options.jobManager?.serviceAccount?.name, taskManager: options.taskManager?.serviceAccount?.name };
  const needsOwn = permissions.length > 0 || Object.keys(serviceAccountAnnotations).length > 0;
  return {
    permissions: permissions.map(({ rule }) => rule),
    givenServiceAccount: given[role],
    serviceAccountName: target.places.serviceAccount(role, given, needsOwn),
    serviceAccountAnnotations,
  };
}

/** CPU and limits of a role. */
export function roleSize(role: RoleName, options: PlanOptions, slots: number): RoleSize {
  const given = options[role] ?? {};
  return {
    memoryLimitFactor: given.memoryLimitFactor ?? 1,
    cpu: given.cpu?.amount ?? String(role === 'jobManager' ? 1 : slots),
    cpuLimit: given.cpuLimit?.amount,
  };
}

/** Options given as arguments, by the names of the Flink version: those that differ from pod to pod, and the role's own. */
function dynamicPropertiesOf(role: RoleName, parts: RolePart[], input: RoleInput): { [option: string]: string } {
  const { options, target, configuration, findings, origins } = input;
  const dictionaries = [...target.optionDictionaries ?? [], FILE_SYSTEM_OPTIONS];
  const properties: { [option: string]: string } = Object.create(null);
  for (const { owner, config } of parts) {
    for (const [option, text] of Object.entries(config.dynamicProperties ?? {})) {
      const { key, problem: unknown, warning: unusual } = resolveOptionKey(options.version, option, dictionaries);
      const origin = `${role}/arguments/${key}`;
      const other = configuration[role].owner(key);
      const reason = unknown ?? unusual;
      if (reason && !isAllowed(options.edits?.allowed ?? [], option)) findings.push(reason);
      if (other) findings.push(problem('conflicting-options', `'${key}' is set twice: by ${other}, and as an argument by ${owner}`, 'Remove one of the two', key));
      if ((properties[key] ?? text) !== text) findings.push(problem('conflicting-options', `'${key}' is set twice, as an argument: by ${origins[origin]} and by ${owner}`, 'Remove one of the two', key));
      properties[key] ??= text;
      origins[origin] ??= owner;
    }
  }
  for (const { key, text, owner, precedence } of configuration[role].all()) {
    if (precedence !== 'role') continue;
    properties[key] = literal(text);
    origins[`${role}/arguments/${key}`] = owner;
  }
  return { ...properties };
}

/** Kubernetes expands `$(NAME)` in arguments, unless the dollar is doubled. */
function literal(text: string): string {
  return text.replace(/\$\(/g, '$$$$(');
}

function taskManagersFor(parallelism: number | undefined, slots: number): number {
  return Math.max(1, Math.ceil((parallelism ?? 1) / Math.max(1, slots)));
}

function portsOf(role: RoleName, parts: RolePart[], { findings, origins }: RoleInput): PlannedPort[] {
  const kept: PlannedPort[] = [];
  for (const { owner, config } of parts) {
    for (const port of config.ports ?? []) {
      const other = kept.find((each) => each.name === port.name || each.port === port.port);
      if (other && (other.name !== port.name || other.port !== port.port)) {
        findings.push(problem('port-conflict', `port ${port.name} (${port.port}) of ${owner} conflicts with ${other.name} (${other.port}) of ${origins[`${role}/ports/${other.name}`]}`, 'Use another number', port.name));
      }
      if (!isPortName(port.name) || !(Number.isInteger(port.port) && port.port >= 1 && port.port <= 65535)) {
        findings.push(problem('invalid-port', `${owner} has port ${port.port} with the name '${port.name}', which a container cannot have`,
          'Use a number from 1 to 65535, and a name of at most 15 lower-case letters, digits and inner hyphens', owner));
      }
      if (other) continue;
      origins[`${role}/ports/${port.name}`] = owner;
      kept.push({ ...port, builtIn: owner === FlinkPorts.OWNER });
    }
  }
  return kept;
}

/** Log4j reads its file again when it changes, so only what a process reads at its start counts; and of that only what this role reads. */
function checksum(role: RoleName, configuration: EffectiveConfiguration, files: { readonly [name: string]: string }): string {
  const options = configuration.all().filter(({ newestKey }) => reads(role, newestKey)).map(({ key, text }) => [key, text]);
  const readAtStart = Object.entries(files).filter(([name]) => !name.startsWith('log4j'));
  return digest([options.sort(), readAtStart.sort()], 16);
}
