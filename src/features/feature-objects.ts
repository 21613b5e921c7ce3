import { k8s } from 'cdk8s-plus-27';
import { FlinkPort } from './flink-port';
import { FeatureFinding } from '../finding';
import { FlinkVersion } from '../flink-version';

/** How the REST API is spoken to. */
export enum RestProtocol {
  /** Plain HTTP. */
  HTTP = 'HTTP',
  /** HTTPS; clients verify the server. */
  HTTPS = 'HTTPS',
  /** HTTPS with client certificates: server and clients verify each other. */
  MUTUAL_HTTPS = 'MUTUAL_HTTPS',
}

/**
 * Kubernetes objects that a feature adds beside the cluster's own, for example a NetworkPolicy or a PodMonitor.
 *
 * They are asked for when all options, pods, ports and names are decided, and so can neither add options nor change pods.
 */
export interface IFeatureObjects {
  /**
   * The objects for a planned cluster. The method must be pure: it may be called several times.
   *
   * @param cluster the planned cluster.
   */
  objectsFor(cluster: PlannedCluster): FeatureObjects;
}

/** Kubernetes objects of a feature, and what it finds wrong. */
export interface FeatureObjects {
  /** The objects. @default - none */
  readonly objects?: KubernetesObject[];
  /** What makes the objects impossible. @default - none */
  readonly problems?: FeatureFinding[];
  /** What works, with a consequence that should be known. @default - none */
  readonly warnings?: FeatureFinding[];
}

/** A Kubernetes object as plain data. */
export interface KubernetesObject {
  /** The id of the object's construct below the cluster's, in `Objects`. It must not change: paths and patches depend on it. */
  readonly id: string;
  /** The API version, for example `networking.k8s.io/v1`. */
  readonly apiVersion: string;
  /** The kind, for example `NetworkPolicy`. */
  readonly kind: string;
  /** The object's name. */
  readonly name: string;
  /** Labels beside those of the cluster. @default - only the cluster's */
  readonly labels?: { [name: string]: string };
  /** Annotations beside those of the cluster. @default - only the cluster's */
  readonly annotations?: { [name: string]: string };
  /** The other fields of the object, for example `{ spec: … }`. */
  readonly content: { [field: string]: any };
}

/** A cluster whose options, pods, ports and names are decided. */
export interface PlannedCluster {
  /** The cluster's name. */
  readonly name: string;
  /** The namespace. @default - known only when the manifests are applied */
  readonly namespaceName?: string;
  /** The exact Flink release. */
  readonly version: FlinkVersion;
  /** Labels of all objects of the cluster. */
  readonly labels: { [name: string]: string };
  /** The JobManager. */
  readonly jobManager: PlannedRole;
  /** The TaskManagers. */
  readonly taskManager: PlannedRole;
  /** The REST API. */
  readonly rest: PlannedRestApi;
  /** The effective Flink configuration that both roles read. */
  readonly configuration: { [option: string]: string };
  /** The Flink id of the one job. @default - jobs come and go, or the system chooses the id */
  readonly jobId?: string;
}

/** A role of a planned cluster. */
export interface PlannedRole {
  /** Selects the role's pods. */
  readonly selector: k8s.LabelSelector;
  /** The ports on which the role's processes listen. */
  readonly ports: FlinkPort[];
  /** The number of pods. */
  readonly replicas: number;
  /** Whether the role's processes call the Kubernetes API. */
  readonly callsKubernetes: boolean;
  /** The object whose number of replicas can be changed. @default - there is none */
  readonly scaleTarget?: WorkloadReference;
}

/** The REST API of a planned cluster. */
export interface PlannedRestApi {
  /** The name of its Service. */
  readonly serviceName: string;
  /** The port of its Service. */
  readonly port: number;
  /** How it is spoken to. */
  readonly protocol: RestProtocol;
  /** Its URL inside the Kubernetes cluster, for example `http://orders-rest.streaming:8081`. */
  readonly url: string;
}

/** Names an object that makes pods. */
export interface WorkloadReference {
  /** The API version, for example `apps/v1`. */
  readonly apiVersion: string;
  /** The kind, for example `Deployment`. */
  readonly kind: string;
  /** The name. */
  readonly name: string;
}
