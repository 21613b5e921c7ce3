/** Who opens connections to a port. */
export enum PortCaller {
  /** JobManagers of the cluster. */
  JOB_MANAGER = 'JOB_MANAGER',
  /** TaskManagers of the cluster. */
  TASK_MANAGER = 'TASK_MANAGER',
  /** Clients of the REST API: the UI, submissions, savepoint jobs, Ingress controllers. */
  REST_CLIENT = 'REST_CLIENT',
  /** Monitoring systems that scrape metrics. */
  MONITORING = 'MONITORING',
}

/** A port on which a role's processes listen. */
export interface FlinkPort {
  /** The name: at most 15 lower-case letters, digits and inner hyphens. */
  readonly name: string;
  /** The number. */
  readonly port: number;
  /** Who opens connections to it. Network policies and monitors are derived from this. */
  readonly callers: PortCaller[];
}
