import { FlinkOptionCatalog } from '../../configuration/catalog/option-catalog';
import { PortOptions, portsOf } from '../../ports';
import { PlanFinding, problem } from '../../private/findings';
import { FeatureConfig, FeatureContext, IFlinkFeature } from '../feature';
import { FlinkPort, PortCaller } from '../flink-port';

const { JOB_MANAGER, TASK_MANAGER, REST_CLIENT } = PortCaller;

/**
 * The ports on which Flink's own processes listen, and the addresses they bind to.
 * @internal
 */
export class FlinkPorts implements IFlinkFeature {
  public static readonly OWNER = 'ports';

  public bind(context: FeatureContext): FeatureConfig {
    const ports = portsOf(context.ports);
    const hasCollectSink = FlinkOptionCatalog.of(context.version).find('taskmanager.collect-sink.port') !== undefined;
    return {
      owner: FlinkPorts.OWNER,
      optional: true,
      configuration: {
        'jobmanager.rpc.port': ports.rpc,
        'blob.server.port': ports.blob,
        'rest.port': ports.rest,
        'taskmanager.rpc.port': ports.taskManagerRpc,
        'taskmanager.data.port': ports.data,
        'metrics.internal.query-service.port': ports.metricsQuery,
        // The image opens them, but a mounted configuration hides the image's.
        ...(context.platform.setsAddresses ? {} : {
          'rest.bind-address': '0.0.0.0',
          'jobmanager.bind-host': '0.0.0.0',
          'taskmanager.bind-host': '0.0.0.0',
        }),
      },
      ifSupported: { 'taskmanager.collect-sink.port': ports.collectSink },
      jobManager: { ports: jobManagerPorts(ports) },
      taskManager: { ports: taskManagerPorts(ports, hasCollectSink) },
      problems: portProblems(ports),
    };
  }
}

function jobManagerPorts(ports: Required<PortOptions>): FlinkPort[] {
  return [
    // Standby JobManagers forward requests to the leader.
    { name: 'rpc', port: ports.rpc, callers: [JOB_MANAGER, TASK_MANAGER] },
    { name: 'blob', port: ports.blob, callers: [JOB_MANAGER, TASK_MANAGER] },
    { name: 'rest', port: ports.rest, callers: [REST_CLIENT] },
    { name: 'metrics-query', port: ports.metricsQuery, callers: [JOB_MANAGER] },
  ];
}

function taskManagerPorts(ports: Required<PortOptions>, hasCollectSink: boolean): FlinkPort[] {
  return [
    { name: 'data', port: ports.data, callers: [TASK_MANAGER] },
    { name: 'rpc', port: ports.taskManagerRpc, callers: [JOB_MANAGER] },
    { name: 'metrics-query', port: ports.metricsQuery, callers: [JOB_MANAGER] },
    ...(hasCollectSink ? [{ name: 'collect-sink', port: ports.collectSink, callers: [JOB_MANAGER] }] : []),
  ];
}

function portProblems(ports: Required<PortOptions>): PlanFinding[] {
  const problems: PlanFinding[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!Number.isInteger(port) || port < 1024 || port > 65535) {
      problems.push(problem('invalid-port', `ports.${name} is ${port}`,
        'Choose a whole number from 1024 to 65535; Flink does not run as root, and lower ports are reserved for root', `ports.${name}`));
    }
  }
  const roles: [string, (keyof PortOptions)[]][] = [
    ['JobManager', ['rpc', 'blob', 'rest', 'metricsQuery']],
    ['TaskManager', ['taskManagerRpc', 'data', 'metricsQuery', 'collectSink']],
  ];
  for (const [role, names] of roles) {
    names.forEach((name, i) => {
      const other = names.slice(0, i).find((earlier) => ports[earlier] === ports[name]);
      if (other) problems.push(problem('port-conflict', `ports.${other} and ports.${name} of the ${role} are both ${ports[name]}`, 'Give each its own port', `ports.${name}`));
    });
  }
  return problems;
}
