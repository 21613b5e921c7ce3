import { FeatureConfig, FeatureContext, IFlinkFeature } from './feature';
import { FlinkOptionCatalog } from '../configuration/option-catalog';
import { PortOptions, portsOf } from '../ports';
import { complaint } from '../private/remedy';

/**
 * Ports and bind addresses.
 * @internal
 */
export class Networking implements IFlinkFeature {
  public bind(context: FeatureContext): FeatureConfig {
    const ports = portsOf(context.ports);
    const collects = FlinkOptionCatalog.of(context.version).find('taskmanager.collect-sink.port');
    // Flink's Kubernetes client fixes and declares these ports itself.
    const declared = context.platform.assignsIdentity ? {} : {
      jobManager: {
        ports: [
          { name: 'rpc', containerPort: ports.rpc },
          { name: 'blob', containerPort: ports.blob },
          { name: 'rest', containerPort: ports.rest },
          { name: 'metrics-query', containerPort: ports.metricsQuery },
        ],
      },
      taskManager: {
        ports: [
          { name: 'data', containerPort: ports.data },
          { name: 'rpc', containerPort: ports.taskManagerRpc },
          { name: 'metrics-query', containerPort: ports.metricsQuery },
          ...(collects ? [{ name: 'collect-sink', containerPort: ports.collectSink }] : []),
        ],
      },
    };
    return {
      owner: 'ports',
      configuration: {
        'jobmanager.rpc.port': ports.rpc,
        'blob.server.port': ports.blob,
        'rest.port': ports.rest,
        'taskmanager.rpc.port': ports.taskManagerRpc,
        'taskmanager.data.port': ports.data,
        'metrics.internal.query-service.port': ports.metricsQuery,
        // The image opens them, but a mounted configuration hides the image's.
        ...(context.platform.assignsIdentity ? {} : {
          'rest.bind-address': '0.0.0.0',
          'jobmanager.bind-host': '0.0.0.0',
          'taskmanager.bind-host': '0.0.0.0',
        }),
      },
      whereKnown: { 'taskmanager.collect-sink.port': ports.collectSink },
      ...declared,
      problems: portProblems(ports),
    };
  }
}

function portProblems(ports: Required<PortOptions>): string[] {
  const problems: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!Number.isInteger(port) || port < 1024 || port > 65535) {
      problems.push(complaint(`ports.${name} is ${port}`, 'Choose a whole number from 1024 to 65535; Flink runs without root, so lower ones are closed to it'));
    }
  }
  const roles: [string, (keyof PortOptions)[]][] = [
    ['JobManager', ['rpc', 'blob', 'rest', 'metricsQuery']],
    ['TaskManager', ['taskManagerRpc', 'data', 'metricsQuery', 'collectSink']],
  ];
  for (const [role, names] of roles) {
    names.forEach((name, i) => {
      const twin = names.slice(0, i).find((other) => ports[other] === ports[name]);
      if (twin) problems.push(complaint(`ports.${twin} and ports.${name} of the ${role} are both ${ports[name]}`, 'Give each its own port'));
    });
  }
  return problems;
}
