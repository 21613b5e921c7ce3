import { k8s } from 'cdk8s-plus-27';
import { EffectiveConfiguration } from '../configuration/effective-configuration';
import { JobManagerDiscovery, VolumeClaim } from '../features/feature';
import { KubernetesObject, RestProtocol } from '../features/feature-objects';
import { FlinkPort } from '../features/flink-port';
import { RestService } from '../features/network/rest-service';
import { Platform } from '../features/platform';
import { FlinkVersion } from '../flink-version';
import { JobOptions } from '../job';
import { PodOptions } from '../pod';
import { PortOptions } from '../ports';
import { PlanFinding } from '../private/findings';

/**
 * Everything about a cluster, and nothing about the system that runs it. Plain data: `planCluster` makes it, and the `render.ts` of each
 * system turns it into manifests.
 */
export interface ClusterPlan {
  readonly path: string;
  readonly name: string;
  readonly namespace?: string;
  readonly version: FlinkVersion;
  readonly platform: Platform;
  readonly image: string;
  readonly imagePullPolicy?: string;
  /** Labels and annotations of all objects and pods, beside the library's own. */
  readonly labels: { readonly [name: string]: string };
  readonly annotations: { readonly [name: string]: string };
  readonly ports: Required<PortOptions>;
  readonly rest: RestPlan;
  readonly discovery: JobManagerDiscovery;
  /** The options that both roles read, by the names of the Flink version. */
  readonly configuration: EffectiveConfiguration;
  /** Files beside the configuration file. */
  readonly configFiles: { readonly [name: string]: string };
  readonly jobManager: RolePlan;
  readonly taskManager: RolePlan;
  /** Pods that call the REST API. */
  readonly client: ClientPlan;
  /** Plugins that are copied from the image's `opt`, by the names of their jars. */
  readonly plugins: string[];
  /** URI schemes that the cluster's file systems support. */
  readonly schemes: string[];
  /** The one job, in a cluster that runs one. */
  readonly job?: JobPlan;
  /** Objects that features add. */
  readonly objects: KubernetesObject[];
  /** Who asked for what, for example `jobManager/env/POD_IP` → `highAvailability`. */
  readonly origins: { readonly [what: string]: string };
  readonly findings: PlanFinding[];
}

/** The REST API. */
export interface RestPlan {
  readonly service: RestService;
  readonly serviceName: string;
  readonly port: number;
  readonly protocol: RestProtocol;
}

/** One role of a cluster. */
export interface RolePlan {
  readonly role: RoleName;
  /** Selects the role's pods. */
  readonly selector: k8s.LabelSelector;
  readonly replicas: number;
  /** The number as the user sets it. */
  readonly fixedReplicas?: number;
  /** The options that this role reads: those of both roles, with the role's own on top. */
  readonly configuration: EffectiveConfiguration;
  /** Options given as arguments, because they differ from pod to pod or are the role's own. */
  readonly dynamicProperties: { readonly [option: string]: string };
  /** Bytes of the process, and of the container. Undefined when Flink's memory model refuses the configuration. */
  readonly memory?: number;
  /** The container's memory limit as a multiple of the process. */
  readonly memoryLimitFactor: number;
  /** How the process divides its memory, as Flink logs it; or why it cannot. */
  readonly memoryBreakdown: string;
  /** CPU request and limit as Kubernetes quantities. */
  readonly cpu: string;
  readonly cpuLimit?: string;
  /** Bytes of the volume for temporary files, and of the request for ephemeral storage. */
  readonly ephemeralStorage: number;
  readonly pod: PodOptions;
  readonly ports: PlannedPort[];
  readonly probes: Probes;
  readonly permissions: k8s.PolicyRule[];
  /** The ServiceAccount that the user names. */
  readonly givenServiceAccount?: string;
  /** The ServiceAccount of the pods. Undefined when the namespace's default one is enough. */
  readonly serviceAccountName?: string;
  readonly serviceAccountAnnotations: { readonly [name: string]: string };
  readonly volumeClaims: VolumeClaim[];
  /** Changes exactly when the role's pods must be replaced to read their configuration. */
  readonly checksum: string;
}

export type RoleName = 'jobManager' | 'taskManager';

/** A port of a role. */
export interface PlannedPort extends FlinkPort {
  /** Whether it is one of Flink's own, which some systems declare by themselves. */
  readonly builtIn: boolean;
}

/** The probes of a container. Their ports are names of the role's ports. */
export interface Probes {
  readonly startupProbe?: k8s.Probe;
  readonly readinessProbe?: k8s.Probe;
  readonly livenessProbe?: k8s.Probe;
}

/** What pods that call the REST API require. */
export interface ClientPlan {
  readonly pod: PodOptions;
  readonly configFiles: { readonly [name: string]: string };
  /** Options given as arguments, because they come from Secrets. */
  readonly dynamicProperties: { readonly [option: string]: string };
}

/** A job whose defaults are decided. */
export interface JobPlan extends JobOptions {
  readonly jobId: string;
  readonly parallelism: number;
  readonly bounded: boolean;
  readonly args: string[];
}
