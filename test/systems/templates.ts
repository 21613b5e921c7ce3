import { Construct } from 'constructs';
import { FlinkClusterBase, FlinkClusterOptions, JobManagerDiscovery, JobOptions, Platform } from '../../src';
import { objectMeta } from '../../src/kubernetes/manifest';
import { permissions } from '../../src/kubernetes/rbac';
import { KubernetesSystem } from '../../src/kubernetes/system';
import { Capabilities, decide, EACH_ROLE } from '../../src/plan/capabilities';
import { ClusterPlan, RolePlan } from '../../src/plan/plan';
import { roleLabels } from '../../src/plan/pods/labels';
import { podTemplate } from '../../src/plan/pods/pod-template';

/** Everything by pod templates of each role, arguments included. */
const CAPABILITIES: Capabilities = {
  pod: decide(
    EACH_ROLE, 'labels', 'annotations', 'env', 'envFrom', 'volumes', 'mounts', 'initContainers', 'sidecars', 'nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints', 'priorityClassName',
    'schedulerName', 'runtimeClassName', 'imagePullSecrets', 'hostAliases', 'dnsPolicy', 'dnsConfig', 'terminationGracePeriod', 'securityContext', 'containerSecurityContext', 'resources', 'startupProbe',
    'readinessProbe', 'livenessProbe'),
  jobManager: decide(EACH_ROLE, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  taskManager: decide(EACH_ROLE, 'replicas', 'slots', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  role: decide(EACH_ROLE, 'ports', 'permissions', 'serviceAccountAnnotations', 'dynamicProperties', 'volumeClaims'),
  feature: { ...decide(EACH_ROLE, 'configFiles', 'secretConfiguration', 'objects', 'labels', 'annotations', 'restProtocol', 'client'), plugins: { scope: 'each-role', delivery: 'name' } },
  cluster: decide(EACH_ROLE, 'name', 'labels', 'annotations', 'image', 'imagePullPolicy', 'ports'),
  rest: decide(EACH_ROLE, 'exposure', 'annotations', 'nodePort'),
  job: decide(EACH_ROLE, 'artifact', 'mainClass', 'args', 'parallelism', 'restoreFrom', 'allowNonRestoredState', 'jobId', 'boundedness'),
};

export interface TemplatesProps extends FlinkClusterOptions {
  readonly job?: JobOptions;
}

/** A cluster of an operator that takes a whole pod template for each role, and plugins by their names. */
export class TemplatesCluster extends FlinkClusterBase {
  public constructor(scope: Construct, id: string, props: TemplatesProps) {
    super(scope, id, props);
  }

  protected _struct() {
    return { name: 'apache.FlinkDeploymentProps' };
  }

  protected _system(): KubernetesSystem {
    return {
      target: (name, namespace) => ({
        platform: Platform._of({
          title: 'the templates operator', hasKubernetes: true, setsClusterId: false, setsNamespace: false, setsAddresses: false, startsTaskManagersOnDemand: false, submitsJobsThroughWebApi: false,
        }),
        name,
        namespace,
        maxNameLength: 45,
        capabilities: CAPABILITIES,
        places: {
          restService: `${name}-rest`,
          podSelector: (role) => ({ matchLabels: roleLabels({ name }, { role }) }),
          serviceAccount: (role, given, needsOwn) => given[role] ?? (needsOwn ? `${name}-${role.toLowerCase()}` : undefined),
          scaleTarget: () => ({ apiVersion: 'example.com/v1', kind: 'TemplatesCluster', name }),
        },
        fixesJobId: true,
        addressing: (discovery) => ({ owner: 'the templates operator', configuration: discovery === JobManagerDiscovery.SERVICE ? { 'jobmanager.rpc.address': `${name}-rest` } : {} }),
        features: [],
      }),
      render: (plan) => ({
        ...permissions(plan, plan.jobManager, 'JobManager'),
        ...permissions(plan, plan.taskManager, 'TaskManager'),
        Resource: { apiVersion: 'example.com/v1', kind: 'TemplatesCluster', metadata: objectMeta(plan, plan.name), spec: spec(plan) },
      }),
      workload: () => 'Resource',
    };
  }
}

function spec(plan: ClusterPlan) {
  const { image, imagePullPolicy, configFiles, job, plugins, rest: { service: { serviceType, annotations, fixedNodePort } } } = plan;
  const plainJob = job && { ...job, artifact: job.artifact.uri };
  const shared = { image, imagePullPolicy, configFiles, job: plainJob, plugins, serviceType, annotations, fixedNodePort, configuration: plan.configuration.toMap() };
  return { ...shared, jobManager: roleSpec(plan, plan.jobManager), taskManager: roleSpec(plan, plan.taskManager) };
}

function roleSpec(plan: ClusterPlan, { replicas, cpu, cpuLimit, memory, memoryLimitFactor, dynamicProperties, volumeClaims, ...rest }: RolePlan) {
  return { replicas, cpu, cpuLimit, memory, memoryLimitFactor, dynamicProperties, volumeClaims, template: podTemplate(plan, rest, { nativeSidecars: plan.job?.bounded }) };
}
