import { FlinkClusterOptions, FlinkOptions, JobManagerOptions, TaskManagerOptions } from '../cluster';
import { FeatureConfig, RoleConfig } from '../features/feature';
import { JobManagerMemoryOptions, TaskManagerMemoryOptions } from '../features/process/process-memory';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';

/** How far a system can express one part of a plan, and what to do where it cannot. */
export type Capability = Unlimited | Limited;

/** What each role can have of its own. */
interface Unlimited {
  readonly scope: 'each-role';
  /** How plugins are delivered: copied from the image by an init container, or by naming them to the image. */
  readonly delivery?: 'init-container' | 'name';
}

/** What a system can express in part, or not at all. */
export interface Limited {
  readonly scope: 'both-roles' | 'library-only' | 'fixed' | 'never';
  /** The way out, for the message. Only the system knows it. */
  readonly remedy: string;
  /** The one value that a fixed prop can have. */
  readonly only?: unknown;
  /** The names that can be expressed, of what has a name. */
  readonly names?: readonly string[];
}

/** Each role can have its own. */
export const EACH_ROLE: Capability = { scope: 'each-role' };

/** Both roles can have it, if they have the same. */
export function bothRoles(remedy: string): Capability {
  return { scope: 'both-roles', remedy };
}

/** Only what the library itself provides; what a user or a required feature adds cannot be expressed. */
export function libraryOnly(remedy: string): Capability {
  return { scope: 'library-only', remedy };
}

/** Not at all. */
export function never(remedy: string): Capability {
  return { scope: 'never', remedy };
}

/** Only with one value, which is the default. */
export function fixed(only: unknown, remedy: string): Capability {
  return { scope: 'fixed', only, remedy };
}

/** Only under some names. */
export function onlyNamed(names: readonly string[], remedy: string): Capability {
  return { scope: 'never', names, remedy };
}

/** The same decision for several fields. */
export function decide<K extends string>(capability: Capability, ...fields: K[]): { readonly [field in K]: Capability } {
  return Object.fromEntries(fields.map((field) => [field, capability])) as { [field in K]: Capability };
}

/** A decision for each field of a struct: a field that is added to it does not compile until every system has decided. */
type Decisions<T> = { readonly [field in keyof Required<T>]: Capability };

/** Props of a role that are neither pods nor options of Flink's memory. */
type RoleProps<T, Memory> = Omit<T, Exclude<keyof Memory, 'memoryLimitFactor'> | 'pod'>;

/** Fields of a feature that no system has to decide on: they are options or findings, or have a decision of their own. */
type Undecided = 'owner' | 'configuration' | 'defaults' | 'ifSupported' | 'problems' | 'warnings' | 'optional' | 'features'
// The target's addressing answers it.
| 'discovery'
// Their parts are decided by `pod` and `role`.
| 'pod' | 'jobManager' | 'taskManager';

/** What a system can express. The default is that it cannot: there is no default. */
export interface Capabilities {
  /** `pod` of the cluster, of a role and of a feature. */
  readonly pod: Decisions<PodOptions>;
  readonly jobManager: Decisions<RoleProps<JobManagerOptions, JobManagerMemoryOptions>>;
  readonly taskManager: Decisions<RoleProps<TaskManagerOptions, TaskManagerMemoryOptions>>;
  /** What features require of a role. */
  readonly role: Decisions<Omit<RoleConfig, 'pod'>>;
  /** What features require of the cluster, beyond Flink options. */
  readonly feature: Decisions<Omit<FeatureConfig, Undecided>>;
  /** Props of the cluster that are no features. */
  readonly cluster: Decisions<Omit<FlinkClusterOptions, keyof FlinkOptions | 'jobManager' | 'taskManager' | 'pod' | 'localRecovery' | 'webUi' | 'plugins' | 'rest'>>;
  /** Parts of `rest`. */
  readonly rest: { readonly exposure: Capability; readonly annotations: Capability; readonly nodePort: Capability };
  readonly job: Decisions<JobOptions>;
}
