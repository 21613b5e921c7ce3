import { Capabilities, decide, EACH_ROLE, never, onlyNamed } from '../plan/capabilities';

const STANDALONE = never('Leave it out, or run the cluster standalone');
const ROLE = {
  ...decide(EACH_ROLE, 'replicas', 'cpu', 'cpuLimit', 'memoryLimitFactor', 'ephemeralStorage', 'serviceAccount'),
  serviceAccountAnnotations: never("Annotate the ServiceAccount that the operator's chart creates, or set serviceAccount to one of your own"),
  configuration: never("Put the options into 'configuration'"),
};

/** What a `FlinkDeployment` in native mode can express: pods by a template of each role, options as one map. */
export const FLINK_DEPLOYMENT: Capabilities = {
  pod: decide(
    EACH_ROLE, 'labels', 'annotations', 'env', 'envFrom', 'volumes', 'mounts', 'initContainers', 'sidecars', 'nodeSelector', 'tolerations', 'affinity',
    'topologySpreadConstraints', 'priorityClassName', 'schedulerName', 'runtimeClassName', 'imagePullSecrets', 'hostAliases', 'dnsPolicy', 'dnsConfig',
    'terminationGracePeriod', 'securityContext', 'containerSecurityContext', 'resources', 'startupProbe', 'readinessProbe', 'livenessProbe'),
  jobManager: ROLE,
  taskManager: { ...ROLE, slots: EACH_ROLE },
  role: { ...decide(EACH_ROLE, 'ports', 'permissions'), ...decide(STANDALONE, 'serviceAccountAnnotations', 'dynamicProperties', 'volumeClaims') },
  feature: {
    ...decide(EACH_ROLE, 'objects', 'labels', 'annotations', 'restProtocol', 'client'),
    configFiles: onlyNamed(['log4j-console.properties', 'logback-console.xml'], 'Mount it from a ConfigMap of your own'),
    plugins: { scope: 'each-role', delivery: 'init-container' },
    // Arguments that refer to environment variables reach the JobManager, and Flink's client then copies their values into the arguments of
    // the TaskManagers' pods, where everybody can read them.
    secretConfiguration: never('Give it to Flink as environment or file, by whatever reads the option, or run the cluster standalone'),
  },
  cluster: decide(EACH_ROLE, 'name', 'labels', 'annotations', 'image', 'imagePullPolicy', 'ports'),
  rest: { ...decide(EACH_ROLE, 'exposure', 'annotations'), nodePort: never('Leave it out, and Kubernetes chooses one') },
  job: {
    ...decide(EACH_ROLE, 'artifact', 'mainClass', 'args', 'parallelism', 'restoreFrom', 'allowNonRestoredState', 'boundedness'),
    jobId: never('Leave it out: the operator chooses the id of the job'),
  },
};
