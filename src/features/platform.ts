/**
 * Facts about a system that runs Flink.
 * @internal
 */
export interface PlatformFacts {
  readonly title: string;
  readonly hasKubernetes: boolean;
  readonly setsClusterId: boolean;
  readonly setsNamespace: boolean;
  readonly setsAddresses: boolean;
  readonly startsTaskManagersOnDemand: boolean;
  readonly submitsJobsThroughWebApi: boolean;
}

/**
 * The system that a cluster is planned for, as far as a feature may know it: what the system offers, and what it configures by itself.
 */
export class Platform {
  /** @internal */
  public static _of(facts: PlatformFacts): Platform {
    return new Platform(facts);
  }

  private constructor(private readonly facts: PlatformFacts) {}

  /** The name of the system in messages, for example `standalone Kubernetes`. */
  public get title(): string {
    return this.facts.title;
  }

  /** Whether Flink's processes run in pods and can call the Kubernetes API. */
  public get hasKubernetes(): boolean {
    return this.facts.hasKubernetes;
  }

  /** Whether the system sets `kubernetes.cluster-id` and `high-availability.cluster-id`. A feature must then not set them. */
  public get setsClusterId(): boolean {
    return this.facts.setsClusterId;
  }

  /** Whether the system sets `kubernetes.namespace`. A feature must then not set it. */
  public get setsNamespace(): boolean {
    return this.facts.setsNamespace;
  }

  /** Whether the system sets the addresses that processes bind to and are found at. A feature must then not set them. */
  public get setsAddresses(): boolean {
    return this.facts.setsAddresses;
  }

  /** Whether Flink starts TaskManagers as jobs need them; otherwise their number is fixed by the deployment. */
  public get startsTaskManagersOnDemand(): boolean {
    return this.facts.startsTaskManagersOnDemand;
  }

  /** Whether the system submits jobs through `/jars` of the REST API, which must therefore stay open. */
  public get submitsJobsThroughWebApi(): boolean {
    return this.facts.submitsJobsThroughWebApi;
  }

  /** The name of the system in messages. */
  public toString(): string {
    return this.title;
  }
}
