import { Bound } from './bind-features';
import { memoryOf } from './memory';
import { joinPods, overlayPods, PodPart } from './merge-pods';
import { JobPlan, RoleName, RolePlan } from './plan';
import { PlanOptions, PlanTarget } from './plan-options';
import { SettledConfiguration } from './settle-configuration';
import { reads } from '../configuration/readers';
import { Settled } from '../configuration/settled';
import { spell } from '../configuration/spelling';
import { RoleConfig } from '../features/feature';
import { digest } from '../private/digest';
import { isPortName } from '../private/names';
import { complaint } from '../private/remedy';

export interface RoleInput {
  readonly options: PlanOptions;
  readonly target: PlanTarget;
  readonly bound: Bound[];
  readonly job?: JobPlan;
  readonly settled: SettledConfiguration;
  readonly configFiles: { readonly [name: string]: string };
  readonly problems: string[];
}

/** Every process writes here: blobs, web uploads, spilled data, RocksDB, and the files of its start. */
export const SCRATCH: PodPart = {
  owner: 'the library',
  pod: { volumes: [{ name: 'flink-tmp', emptyDir: {} }], mounts: [{ name: 'flink-tmp', mountPath: '/tmp' }] },
};

/** What somebody needs of the role. */
interface Part {
  readonly owner: string;
  readonly config: RoleConfig;
}

/** Everything about one role. */
export function planRole(role: RoleName, input: RoleInput): RolePlan {
  const { options, bound, settled, problems } = input;
  const said = options[role] ?? {};
  const parts = bound.map((b) => ({ owner: b.owner, config: b[role] ?? {} as RoleConfig, pod: b.pod }));
  const configuration = settled[role];
  const dynamicProperties = dynamicPropertiesOf(role, parts, input);
  const permissions = parts.flatMap(({ config }) => config.permissions ?? []);
  const slots = Number(configuration.text('taskmanager.numberOfTaskSlots') ?? 1);
  const own = joinPods([
    SCRATCH,
    ...parts.flatMap(({ owner, config, pod }) => [pod, config.pod].filter((p) => p !== undefined).map((p) => ({ owner, pod: p }))),
    { owner: 'pod', pod: overlayPods([options.pod ?? {}, said.pod ?? {}, ...(role === 'jobManager' ? options.addedToJobManager : options.addedToTaskManager) ?? []]) },
  ], problems);
  return {
    role,
    replicas: said.replicas ?? (role === 'jobManager' ? 1 : enough(input.job?.parallelism, slots)),
    fixedReplicas: said.replicas,
    configuration,
    ownConfiguration: Object.keys(said.configuration ?? {}).length > 0,
    dynamicProperties,
    ...memoryOf(role, options.version, configuration, problems),
    memoryLimitFactor: said.memoryLimitFactor ?? 1,
    cpu: said.cpu?.amount ?? String(role === 'jobManager' ? 1 : slots),
    cpuLimit: said.cpuLimit?.amount,
    pod: own,
    containerPorts: portsOf(parts, problems),
    permissions,
    serviceAccountName: said.serviceAccount?.name,
    volumeClaims: parts.flatMap(({ config }) => config.volumeClaims ?? []),
    checksum: checksum(role, configuration, input.configFiles),
  };
}

/** Options given as arguments, in the line's words. Nobody else may set them. */
function dynamicPropertiesOf(role: RoleName, parts: Part[], { options, settled, problems }: RoleInput): { [option: string]: string } {
  const properties: { [option: string]: string } = {};
  const owners: { [option: string]: string } = {};
  for (const { owner, config } of parts) {
    for (const [option, text] of Object.entries(config.dynamicProperties ?? {})) {
      const { key, known, problem } = spell(options.version, option);
      const other = settled[role].owner(key);
      if (!known) problems.push(problem!);
      if (other) problems.push(complaint(`'${key}' is set twice: by ${other}, and as an argument by ${owner}`, 'Drop one of the two'));
      if ((properties[key] ?? text) !== text) problems.push(complaint(`'${key}' is set twice, as an argument: by ${owners[key]} and by ${owner}`, 'Drop one of the two'));
      properties[key] ??= text;
      owners[key] ??= owner;
    }
  }
  return properties;
}

function enough(parallelism: number | undefined, slots: number): number {
  return Math.max(1, Math.ceil((parallelism ?? 1) / Math.max(1, slots)));
}

function portsOf(parts: Part[], problems: string[]) {
  const all = parts.flatMap(({ owner, config }) => (config.ports ?? []).map((port) => ({ owner, port })));
  const kept: typeof all = [];
  for (const { owner, port } of all) {
    const twin = kept.find((k) => k.port.name === port.name || k.port.containerPort === port.containerPort);
    if (twin && (twin.port.name !== port.name || twin.port.containerPort !== port.containerPort)) {
      problems.push(complaint(`port ${port.name} (${port.containerPort}) of ${owner} collides with ${twin.port.name} (${twin.port.containerPort}) of ${twin.owner}`, 'Give it another number'));
    }
    if (!isPortName(port.name ?? '') || !(Number.isInteger(port.containerPort) && port.containerPort >= 1 && port.containerPort <= 65535)) {
      problems.push(complaint(`${owner} opens port ${port.containerPort} as '${port.name ?? ''}', which no container can have`,
        'Take a number from 1 to 65535, and a name of at most 15 small letters, digits and inner hyphens'));
    }
    if (!twin) kept.push({ owner, port });
  }
  return kept.map((k) => k.port);
}

/**
 * Log4j sees its file change and reads it again, so only what a process reads once counts; and of that only what this role reads.
 */
function checksum(role: RoleName, configuration: Settled, files: { readonly [name: string]: string }): string {
  const options = configuration.all().filter(({ newest }) => reads(role, newest)).map(({ key, text }) => [key, text]);
  const restart = Object.entries(files).filter(([name]) => !name.startsWith('log4j'));
  return digest([options.sort(), restart.sort()], 16);
}
