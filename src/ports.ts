/** The ports of a cluster's processes. All are fixed, so that Services, probes and network policies can name them. */
export interface PortOptions {
  /** JobManager's RPC. @default 6123 */
  readonly rpc?: number;
  /** JobManager's blob server. @default 6124 */
  readonly blob?: number;
  /** JobManager's REST API and UI. @default 8081 */
  readonly rest?: number;
  /** TaskManagers' RPC. @default 6122 */
  readonly taskManagerRpc?: number;
  /** TaskManagers' data exchange. @default 6121 */
  readonly data?: number;
  /** Where the JobManager asks all processes for metrics to show in the UI. @default 6126 */
  readonly metricsQuery?: number;
  /** Where a TaskManager serves the results of `collect()`. @default 6127 */
  readonly collectSink?: number;
}

/**
 * All of a cluster's ports.
 * @internal
 */
export function portsOf(ports: PortOptions = {}): Required<PortOptions> {
  const said = Object.fromEntries(Object.entries(ports).filter(([, port]) => port !== undefined));
  return { rpc: 6123, blob: 6124, rest: 8081, taskManagerRpc: 6122, data: 6121, metricsQuery: 6126, collectSink: 6127, ...said };
}
