import { bothRoles, Capabilities, Capability, decide, EACH_ROLE, fixed, never } from '../plan/capabilities';

/** JobManager and TaskManagers are workloads of their own, and every part of a plan can be written. */
export const DEPLOYMENTS: Capabilities = {
  pod: podOf(EACH_ROLE),
  jobManager: decide(EACH_ROLE, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  taskManager: decide(
    EACH_ROLE, 'replicas', 'slots', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount', 'serviceAccountAnnotations', 'configuration'),
  role: decide(EACH_ROLE, 'ports', 'permissions', 'serviceAccountAnnotations', 'dynamicProperties', 'volumeClaims'),
  feature: {
    ...decide(EACH_ROLE, 'configFiles', 'secretConfiguration', 'objects', 'labels', 'annotations', 'restProtocol', 'client'),
    plugins: { scope: 'each-role', delivery: 'init-container' },
  },
  cluster: decide(EACH_ROLE, 'name', 'labels', 'annotations', 'image', 'imagePullPolicy', 'ports'),
  rest: decide(EACH_ROLE, 'exposure', 'annotations', 'nodePort'),
  job: decide(EACH_ROLE, 'artifact', 'mainClass', 'args', 'parallelism', 'restoreFrom', 'allowNonRestoredState', 'jobId', 'boundedness'),
};

const ONE_JOB_MANAGER = fixed(1,
  'Keep one: a standby would outlive the job and keep the Kubernetes Job from completing, and Kubernetes replaces a JobManager that is lost');

/** The JobManager is a Kubernetes Job, which completes with the job. */
export const JOB_BESIDE_DEPLOYMENT: Capabilities = { ...DEPLOYMENTS, jobManager: { ...DEPLOYMENTS.jobManager, replicas: ONE_JOB_MANAGER } };

const SAME = 'Give both roles the same';
const SHARED = {
  ...decide(bothRoles(SAME), 'serviceAccount', 'serviceAccountAnnotations'),
  cpuLimit: bothRoles('Set both to the same amount, or neither'),
};

/** Both roles are pods of one Job, and so of one pod template. The container gets the larger CPU and memory of the two. */
export const INDEXED_JOB: Capabilities = {
  ...JOB_BESIDE_DEPLOYMENT,
  pod: podOf(bothRoles("Set it for both roles, for example in 'pod', or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT")),
  jobManager: { ...JOB_BESIDE_DEPLOYMENT.jobManager, ...SHARED },
  taskManager: { ...JOB_BESIDE_DEPLOYMENT.taskManager, ...SHARED },
  role: {
    ...JOB_BESIDE_DEPLOYMENT.role,
    ports: bothRoles('Give both roles the same number, or use JobClusterLayout.TASK_MANAGER_DEPLOYMENT'),
    serviceAccountAnnotations: bothRoles(SAME),
    volumeClaims: never('Leave it out, or use FlinkApplication'),
  },
};

function podOf(capability: Capability): Capabilities['pod'] {
  return decide(
    capability, 'labels', 'annotations', 'env', 'envFrom', 'volumes', 'mounts', 'initContainers', 'sidecars', 'nodeSelector', 'tolerations', 'affinity',
    'topologySpreadConstraints', 'priorityClassName', 'schedulerName', 'runtimeClassName', 'imagePullSecrets', 'hostAliases', 'dnsPolicy', 'dnsConfig',
    'terminationGracePeriod', 'securityContext', 'containerSecurityContext', 'resources', 'startupProbe', 'readinessProbe', 'livenessProbe');
}
