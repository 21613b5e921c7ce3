/** The ports of Flink's processes. All are fixed, so that Services, probes and network policies can refer to them. */
export interface PortOptions {
  /** The RPC port of the JobManager. @default 6123 */
  readonly rpc?: number;
  /** The port of the JobManager's blob server. @default 6124 */
  readonly blob?: number;
  /** The port of the JobManager's REST API and web UI. @default 8081 */
  readonly rest?: number;
  /** The RPC port of the TaskManagers. @default 6122 */
  readonly taskManagerRpc?: number;
  /** The port for the exchange of data between TaskManagers. @default 6121 */
  readonly data?: number;
  /** The port at which the JobManager queries all processes for the metrics of the web UI. @default 6126 */
  readonly metricsQuery?: number;
  /** The port at which a TaskManager serves the results of `collect()`. @default 6127 */
  readonly collectSink?: number;
}

/**
 * All ports of a cluster, with their defaults.
 * @internal
 */
export function portsOf(ports: PortOptions = {}): Required<PortOptions> {
  const said = Object.fromEntries(Object.entries(ports).filter(([, port]) => port !== undefined));
  return { rpc: 6123, blob: 6124, rest: 8081, taskManagerRpc: 6122, data: 6121, metricsQuery: 6126, collectSink: 6127, ...said };
}
