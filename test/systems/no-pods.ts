import { Construct } from 'constructs';
import { FlinkClusterBase, FlinkClusterOptions, JobOptions, Platform } from '../../src';
import { flinkRun } from '../../src/cli/flink-run';
import { KubernetesSystem } from '../../src/kubernetes/system';
import { Capabilities, decide, EACH_ROLE, never } from '../../src/plan/capabilities';
import { ClusterPlan } from '../../src/plan/plan';

const NO_PODS = never('Leave it out: there are no pods');

/** Neither pods nor plugins, only options and a command line: as YARN. */
const CAPABILITIES: Capabilities = {
  pod: decide(
    NO_PODS, 'labels', 'annotations', 'env', 'envFrom', 'volumes', 'mounts', 'initContainers', 'sidecars', 'nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName',
    'schedulerName', 'runtimeClassName', 'imagePullSecrets', 'hostAliases', 'dnsPolicy', 'dnsConfig', 'terminationGracePeriod', 'securityContext', 'containerSecurityContext', 'resources', 'startupProbe',
    'readinessProbe', 'livenessProbe'),
  jobManager: decide(NO_PODS, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  taskManager: {
    ...decide(NO_PODS, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'), ...decide(EACH_ROLE, 'slots'),
  },
  role: decide(NO_PODS, 'ports', 'permissions', 'serviceAccountAnnotations', 'dynamicProperties', 'volumeClaims'),
  feature: decide(NO_PODS, 'configFiles', 'plugins', 'secretConfiguration', 'objects', 'labels', 'annotations', 'restProtocol', 'client'),
  cluster: { ...decide(EACH_ROLE, 'name', 'ports'), ...decide(NO_PODS, 'labels', 'annotations', 'image', 'imagePullPolicy') },
  rest: decide(NO_PODS, 'exposure', 'annotations', 'nodePort'),
  job: { ...decide(EACH_ROLE, 'artifact', 'mainClass', 'args', 'parallelism', 'restoreFrom', 'allowNonRestoredState', 'boundedness'), ...decide(NO_PODS, 'jobId') },
};

export interface NoPodsProps extends FlinkClusterOptions {
  readonly job: JobOptions;
}

/** A cluster that is a command line. */
export class NoPodsCluster extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: NoPodsProps) {
    super(scope, id, props);
  }

  protected _struct() {
    return { name: 'FlinkApplicationProps' };
  }

  protected _system(): KubernetesSystem {
    return {
      target: (name, namespace) => ({
        platform: Platform._of({
          title: 'a system without pods', hasKubernetes: false, setsClusterId: true, setsNamespace: true, setsAddresses: true, startsTaskManagersOnDemand: true, submitsJobsThroughWebApi: false,
        }),
        name,
        namespace,
        maxNameLength: 100,
        capabilities: CAPABILITIES,
        places: { restService: name, podSelector: () => ({}), serviceAccount: () => undefined, scaleTarget: () => undefined },
        fixesJobId: false,
        addressing: () => ({ owner: 'a system without pods' }),
        features: [],
      }),
      render: (plan) => ({ Submission: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: plan.name }, data: { command: command(plan) } } }),
      workload: () => undefined,
    };
  }
}

function command({ job, configuration, rest }: ClusterPlan): string {
  const artifact = { imagePath: job!.artifact.uri } as JobOptions['artifact'];
  return flinkRun({ ...job!, artifact }, { jobId: '', restAddress: rest.serviceName, restPort: rest.port, properties: configuration.toMap() }).join(' ') + (job!.bounded ? ' # bounded' : '');
}
