// Nothing but what any user has: the package by its name.
import { App, Chart, Size } from 'cdk8s';
import {
  apache, FeatureConfig, FeatureContext, FlinkApplication, FlinkApplicationOptions, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, IFlinkFeature, JobArtifact,
  JobManagerDiscovery, MetricsReporter, PortCaller, RoleConfig,
} from 'cdk8s-flink';
import { k8s } from 'cdk8s-plus-27';

/** Prometheus, as somebody outside would write it. */
class OwnPrometheus implements IFlinkFeature {
  public bind(): FeatureConfig {
    const ports = [{ name: 'metrics', port: 9249, callers: [PortCaller.MONITORING] }];
    return {
      owner: 'OwnPrometheus',
      configuration: {
        'metrics.reporter.prom.factory.class': 'org.apache.flink.metrics.prometheus.PrometheusReporterFactory',
        'metrics.reporter.prom.port': 9249,
      },
      jobManager: { ports },
      taskManager: { ports },
    };
  }
}

/** High availability by Kubernetes on Flink 1.19 and newer, as somebody outside would write it. */
class OwnHighAvailability implements IFlinkFeature {
  public bind({ clusterId, jobId, namespaceName, platform, storage }: FeatureContext): FeatureConfig {
    const leaders = `${clusterId}-cluster-config-map`;
    const rule = (verbs: string[], resourceNames?: string[]): k8s.PolicyRule => ({ apiGroups: [''], resources: ['configmaps'], verbs, resourceNames });
    const env = (name: string, fieldPath: string): k8s.EnvVar => ({ name, valueFrom: { fieldRef: { fieldPath } } });
    const namespace: RoleConfig = platform.setsNamespace || namespaceName ? {} : {
      pod: { env: [env('POD_NAMESPACE', 'metadata.namespace')] }, dynamicProperties: { 'kubernetes.namespace': '$(POD_NAMESPACE)' },
    };
    return {
      owner: 'OwnHighAvailability',
      configuration: {
        'high-availability.type': 'kubernetes',
        'high-availability.storageDir': storage?.highAvailability,
        ...(platform.setsClusterId ? {} : { 'kubernetes.cluster-id': clusterId, 'high-availability.cluster-id': clusterId }),
        ...(platform.setsNamespace ? {} : { 'kubernetes.namespace': namespaceName }),
      },
      discovery: JobManagerDiscovery.LEADER_ELECTION,
      jobManager: {
        permissions: [rule(['create']), rule(['list', 'watch'], [leaders]), rule(['get', 'update', 'patch', 'delete'], jobId ? [leaders, `${clusterId}-${jobId}-config-map`] : undefined)],
        ...namespace,
      },
      taskManager: { permissions: [rule(['list', 'watch'], [leaders])], ...namespace },
      problems: storage ? [] : [{
        id: 'high-availability-without-storage', message: 'highAvailability requires durable storage', remedy: "Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix')",
      }],
    };
  }
}

type Ask = Pick<FlinkApplicationOptions, 'highAvailability' | 'metrics' | 'features'>;
const OURS: Ask = { highAvailability: HighAvailability.kubernetes(), metrics: [MetricsReporter.prometheus()] };
const OWN: Ask = { features: [new OwnHighAvailability(), new OwnPrometheus()] };

const job = { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'), parallelism: 4 };
const common = (version: FlinkVersion) => ({
  version,
  image: 'registry.acme.io/orders:1',
  storage: FlinkStorage.s3('s3://acme-flink/orders'),
  jobManager: { replicas: 2 },
  taskManager: { slots: 2, memory: Size.gibibytes(4) },
});
const SYSTEMS: { [name: string]: (chart: Chart, version: FlinkVersion, ask: Ask) => void } = {
  FlinkSessionCluster: (chart, version, ask) => {
    new FlinkSessionCluster(chart, 'Orders', { ...common(version), ...ask, taskManager: { replicas: 2, slots: 2 } }).addJob('First', job);
  },
  FlinkApplication: (chart, version, ask) => {
    new FlinkApplication(chart, 'Orders', { ...common(version), ...ask, job });
  },
  FlinkDeployment: (chart, version, ask) => {
    new apache.FlinkDeployment(chart, 'Orders', { ...common(version), ...ask, job });
  },
};

function yaml(system: string, version: FlinkVersion, ask: Ask, namespace?: string): string {
  const app = new App();
  SYSTEMS[system](new Chart(app, 'chart', { namespace }), version, ask);
  return app.synthYaml();
}

const CASES = Object.keys(SYSTEMS).flatMap((system) => [FlinkVersion.V1_20, FlinkVersion.V2_3].flatMap((version) => [undefined, 'streaming']
  .map((namespace) => ({ system, version, line: version.minorVersion, namespace }))));

test.each(CASES)('features of one\'s own make the same bytes as the library\'s: $system on Flink $line in namespace $namespace', ({ system, version, namespace }) => {
  const ours = yaml(system, version, OURS, namespace);
  expect(ours).toContain('metrics.reporter.prom.port');
  expect(ours).toContain('high-availability.type');
  expect(yaml(system, version, OWN, namespace)).toBe(ours);
});

test.each([OURS, OWN])('they refuse what cannot be, in the same words', (ask) => {
  const app = new App();
  new FlinkSessionCluster(new Chart(app, 'chart'), 'Orders', { version: FlinkVersion.V1_20, ...ask });
  expect(() => app.synthYaml()).toThrow(
    "  [chart/Orders] highAvailability requires durable storage. Set 'storage', for example FlinkStorage.s3('s3://bucket/prefix'). (high-availability-without-storage)");
});
