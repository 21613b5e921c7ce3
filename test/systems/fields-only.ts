import { Construct } from 'constructs';
import { FlinkClusterBase, FlinkClusterOptions, JobOptions, Platform } from '../../src';
import { objectMeta } from '../../src/kubernetes/manifest';
import { KubernetesSystem } from '../../src/kubernetes/system';
import { bothRoles, Capabilities, decide, EACH_ROLE, libraryOnly, never } from '../../src/plan/capabilities';
import { ClusterPlan, RolePlan } from '../../src/plan/plan';
import { roleLabels } from '../../src/plan/pods/labels';

const LEAVE_OUT = never('Leave it out');
const SAME = bothRoles("Set it in 'pod'");

/** Flat fields, an environment that both roles share, and arguments that the operator writes: as Google's operator. */
const CAPABILITIES: Capabilities = {
  pod: {
    ...decide(SAME, 'env', 'envFrom', 'imagePullSecrets'),
    ...decide(EACH_ROLE, 'volumes', 'mounts', 'initContainers', 'sidecars', 'labels', 'annotations', 'nodeSelector', 'tolerations', 'securityContext', 'resources'),
    ...decide(libraryOnly('Leave it out'), 'containerSecurityContext', 'startupProbe', 'readinessProbe', 'livenessProbe'),
    ...decide(LEAVE_OUT, 'affinity', 'topologySpreadConstraints', 'priorityClassName', 'schedulerName', 'runtimeClassName', 'hostAliases', 'dnsPolicy', 'dnsConfig', 'terminationGracePeriod'),
  },
  jobManager: { ...decide(EACH_ROLE, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage'), ...decide(LEAVE_OUT, 'serviceAccount', 'serviceAccountAnnotations', 'configuration') },
  taskManager: {
    ...decide(EACH_ROLE, 'replicas', 'slots', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage'), ...decide(LEAVE_OUT, 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  },
  role: { ...decide(EACH_ROLE, 'ports'), ...decide(LEAVE_OUT, 'permissions', 'serviceAccountAnnotations', 'dynamicProperties', 'volumeClaims') },
  feature: {
    ...decide(EACH_ROLE, 'configFiles', 'objects', 'labels', 'annotations'), ...decide(LEAVE_OUT, 'secretConfiguration', 'restProtocol', 'client'), plugins: { scope: 'each-role', delivery: 'init-container' },
  },
  cluster: decide(EACH_ROLE, 'name', 'labels', 'annotations', 'image', 'imagePullPolicy', 'ports'),
  rest: { ...decide(EACH_ROLE, 'exposure'), ...decide(LEAVE_OUT, 'annotations', 'nodePort') },
  job: { ...decide(EACH_ROLE, 'artifact', 'mainClass', 'args', 'parallelism', 'restoreFrom', 'allowNonRestoredState', 'boundedness'), ...decide(LEAVE_OUT, 'jobId') },
};

export interface FieldsOnlyProps extends FlinkClusterOptions {
  readonly job?: JobOptions;
}

/** A cluster of an operator that knows fields and no pod templates. */
export class FieldsOnlyCluster extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: FieldsOnlyProps) {
    super(scope, id, props);
  }

  protected _struct() {
    return { name: 'apache.FlinkDeploymentProps' };
  }

  protected _system(): KubernetesSystem {
    return {
      target: (name, namespace) => ({
        platform: Platform._of({
          title: 'the fields-only operator', hasKubernetes: true, setsClusterId: true, setsNamespace: true, setsAddresses: true, startsTaskManagersOnDemand: false, submitsJobsThroughWebApi: true,
        }),
        name,
        namespace,
        maxNameLength: 45,
        capabilities: CAPABILITIES,
        places: { restService: `${name}-ui`, podSelector: (role) => ({ matchLabels: roleLabels({ name }, { role }) }), serviceAccount: () => undefined, scaleTarget: () => undefined },
        fixesJobId: false,
        addressing: () => ({ owner: 'the fields-only operator' }),
        features: [],
      }),
      render: (plan) => ({ Resource: { apiVersion: 'example.com/v1', kind: 'FieldsOnlyCluster', metadata: objectMeta(plan, plan.name), spec: spec(plan) } }),
      workload: () => undefined,
    };
  }
}

function spec(plan: ClusterPlan) {
  const { env, envFrom, imagePullSecrets } = plan.jobManager.pod;
  const { image, imagePullPolicy, configFiles, job, rest: { service }, configuration } = plan;
  const shared = { image, imagePullPolicy, env, envFrom, imagePullSecrets, job: job && { ...job, artifact: job.artifact.uri }, logConfig: configFiles };
  return { ...shared, access: service.serviceType, properties: configuration.toMap(), jobManager: roleSpec(plan.jobManager), taskManager: roleSpec(plan.taskManager) };
}

function roleSpec({ replicas, cpu, cpuLimit, memory, memoryLimitFactor, ephemeralStorage, ports, pod }: RolePlan) {
  const { volumes, mounts, initContainers, sidecars, labels, annotations, nodeSelector, tolerations, securityContext, resources } = pod;
  const process = { replicas, cpu, cpuLimit, memory, memoryLimitFactor, ephemeralStorage, ports };
  return { ...process, volumes, mounts, initContainers, sidecars, labels, annotations, nodeSelector, tolerations, securityContext, resources };
}
