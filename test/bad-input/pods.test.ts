import { feature, refuses, S3, session } from './refused';
import { HighAvailability } from '../../src';

const pod = (options: any, others: any = {}) => session({ ...others, pod: options });
const env = (...variables: any[]) => pod({ env: variables });
const scratch = { name: 'scratch', emptyDir: {} };
const mounted = (...mounts: any[]) => pod({ volumes: [scratch], mounts });
const sidecar = (container: any) => pod({ sidecars: [{ name: 'shipper', image: 'acme/shipper:1', ...container }] });
const HIDES = 'which hides the files of the image there';

refuses({
  'properties by environment': { make: env({ name: 'FLINK_PROPERTIES', value: 'a: b' }), id: 'ineffective-variable', what: 'pod.env sets FLINK_PROPERTIES, which has no effect or a harmful one here', remedy: "Use 'configuration'" },
  'the address by environment': { make: env({ name: 'JOB_MANAGER_RPC_ADDRESS', value: 'x' }), id: 'ineffective-variable', what: 'pod.env sets JOB_MANAGER_RPC_ADDRESS', remedy: 'Leave it out: the address is configured' },
  'slots by environment': { make: env({ name: 'TASK_MANAGER_NUMBER_OF_TASK_SLOTS', value: '2' }), id: 'ineffective-variable', what: 'pod.env sets TASK_MANAGER_NUMBER_OF_TASK_SLOTS', remedy: 'Use taskManager.slots' },
  'plugins by environment': { make: env({ name: 'ENABLE_BUILT_IN_PLUGINS', value: 'x.jar' }), id: 'ineffective-variable', what: 'pod.env sets ENABLE_BUILT_IN_PLUGINS', remedy: "Use 'plugins'" },
  'JVM options by environment': { make: env({ name: 'FLINK_ENV_JAVA_OPTS_TM', value: '-Da=b' }), id: 'ineffective-variable', what: 'pod.env sets FLINK_ENV_JAVA_OPTS_TM', remedy: 'use jvmOptions.taskManager' },
  'memory by a variable of every JVM': { make: env({ name: 'JAVA_TOOL_OPTIONS', value: '-Da=b -Xmx1g' }), id: 'jvm-option-sets-memory', what: "pod.env: JAVA_TOOL_OPTIONS has '-Xmx1g', which Flink computes from its memory model", remedy: 'Set the memory of the role instead' },
  'memory by a variable of Flink\'s start script': { make: env({ name: 'JVM_ARGS', value: '-Xms1g' }), id: 'jvm-option-sets-memory', what: "pod.env: JVM_ARGS has '-Xms1g'", remedy: 'Set the memory of the role instead' },
  'a variable that looks like Flink\'s': {
    make: env({ name: 'TASKMANAGER_NUMBER_OF_TASK_SLOTS', value: '2' }), id: 'ineffective-variable', what: 'pod.env sets TASKMANAGER_NUMBER_OF_TASK_SLOTS, which Flink does not read', remedy: 'taskManager.slots or the memory of the role',
  },
  'memory by a variable that looks like Flink\'s': { make: env({ name: 'TASK_MANAGER_MEMORY_PROCESS_SIZE', value: '2g' }), id: 'ineffective-variable', what: 'pod.env sets TASK_MANAGER_MEMORY_PROCESS_SIZE, which Flink does not read', remedy: 'the memory of the role' },
  'a variable that begins with a digit': { make: env({ name: '1ST', value: 'x' }), id: 'invalid-variable', what: "pod.env has '1ST', which is not the name of an environment variable", remedy: 'Use letters, digits, underscore' },
  'a variable without a name': { make: env({ value: 'x' }), id: 'missing-prop', what: 'pod.env[0].name is missing', remedy: 'Set it' },
  'a variable that is a number': { make: env({ name: 'RETRIES', value: 3 }), id: 'invalid-prop-type', what: 'pod.env[0].value is a number, and must be a string', remedy: 'Write it in quotes' },
  'a variable from two sources': { make: env({ name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }), id: 'invalid-variable', what: 'pod.env sets A by value and by valueFrom', remedy: 'Remove one of the two' },
  'two variables of one name': { make: env({ name: 'A', value: '1' }, { name: 'A', value: '2' }), id: 'conflicting-pod-entries', what: "environment variable 'A' is defined twice, differently: by pod and by pod", remedy: 'Rename or remove one of the two' },
  'a variable that a feature needs': {
    make: pod({ env: [{ name: 'POD_IP', value: '10.0.0.1' }] }, { storage: S3, highAvailability: HighAvailability.kubernetes() }), id: 'conflicting-pod-entries', what: "environment variable 'POD_IP' is defined twice, differently: by leader election and by pod", remedy: 'Rename or remove one',
  },
  'a mount of no volume': { make: pod({ mounts: [{ name: 'scratch', mountPath: '/scratch' }] }), id: 'unknown-volume', what: "pod.mounts has '/scratch' of a volume 'scratch' that the pod does not have", remedy: 'Add it to pod.volumes, or mount one of: flink-tmp, flink-log' },
  'a mount at a relative path': { make: mounted({ name: 'scratch', mountPath: 'scratch' }), id: 'invalid-mount-path', what: "pod.mounts has 'scratch', which is not an absolute path", remedy: 'Write it from the root' },
  'a mount without a path': { make: mounted({ name: 'scratch' }), id: 'missing-prop', what: 'pod.mounts[0].mountPath is missing', remedy: 'Set it' },
  'a mount over the configuration': { make: mounted({ name: 'scratch', mountPath: '/opt/flink/conf' }), id: 'mount-hides-files', what: "pod.mounts has '/opt/flink/conf', and the configuration that is mounted there would be hidden", remedy: "Use 'configuration', 'logging', or configFiles of a feature" },
  'a single file among the configuration': { make: mounted({ name: 'scratch', mountPath: '/opt/flink/conf/log4j.properties', subPath: 'log4j' }), id: 'mount-hides-files', what: 'would be hidden or not be updated', remedy: "Use 'configuration', 'logging'" },
  'a mount over Flink\'s jars': { make: mounted({ name: 'scratch', mountPath: '/opt/flink/lib/' }), id: 'mount-hides-files', what: `pod.mounts has '/opt/flink/lib/', ${HIDES}`, remedy: 'or add the files to the image' },
  'a mount over everything': { make: mounted({ name: 'scratch', mountPath: '/' }), id: 'mount-hides-files', what: `pod.mounts has '/', ${HIDES}`, remedy: 'Mount a directory below it' },
  'a mount of a folder outside the volume': { make: mounted({ name: 'scratch', mountPath: '/x', subPath: '/etc' }), id: 'invalid-mount-path', what: "pod.mounts has '/x' with the subPath '/etc', which leads out of the volume", remedy: 'Write a path within it' },
  'a mount where a feature has its own': { make: mounted({ name: 'scratch', mountPath: '/opt/flink/log' }), id: 'conflicting-pod-entries', what: "mount '/opt/flink/log' is defined twice, differently: by logging and by pod", remedy: 'Rename or remove one' },
  'a volume with an underscore': { make: pod({ volumes: [{ name: 'my_scratch', emptyDir: {} }] }), id: 'invalid-volume', what: "volume 'my_scratch' is not a DNS-1123 label", remedy: "for example 'scratch'" },
  'a volume by the name of the cluster\'s own': { make: pod({ volumes: [{ name: 'flink-config', emptyDir: {} }] }), id: 'reserved-volume', what: "volume 'flink-config' is the cluster's own", remedy: 'Rename yours' },
  'two volumes of one name': { make: pod({ volumes: [scratch, { ...scratch, emptyDir: { medium: 'Memory' } }] }), id: 'conflicting-pod-entries', what: "volume 'scratch' is defined twice, differently", remedy: 'Rename or remove one' },
  'a volume of two kinds': { make: pod({ volumes: [{ ...scratch, secret: { secretName: 's' } }] }), id: 'invalid-volume', what: "volume 'scratch' is emptyDir and secret, and Kubernetes requires one of them", remedy: 'Make two volumes of it' },
  'a sidecar that mounts no volume of the pod': { make: sidecar({ volumeMounts: [{ name: 'logs', mountPath: '/logs' }] }), id: 'unknown-volume', what: "container 'shipper' has '/logs' of a volume 'logs' that the pod does not have", remedy: 'mount one of: flink-tmp, flink-log, flink-config' },
  'a sidecar by the name of Flink\'s container': { make: sidecar({ name: 'flink-main-container' }), id: 'duplicate-container', what: "two containers of the pod have the name 'flink-main-container'", remedy: "It is the name of Flink's container: change that with env, mounts and resources of the pod" },
  'two containers of one name': {
    make: pod({ sidecars: [{ name: 'a', image: 'a:1' }], initContainers: [{ name: 'a', image: 'a:1' }] }), id: 'duplicate-container', what: "two containers of the pod have the name 'a'", remedy: 'Rename one',
  },
  'a sidecar with an underscore': { make: sidecar({ name: 'log_shipper' }), id: 'invalid-container', what: "container 'log_shipper' is not a DNS-1123 label", remedy: "for example 'log-shipper'" },
  'a sidecar without a name': { make: sidecar({ name: undefined }), id: 'missing-prop', what: 'pod.sidecars[0].name is undefined', remedy: 'Set it' },
  'a sidecar without an image': { make: sidecar({ image: undefined }), id: 'invalid-container', what: "container 'shipper' has no image", remedy: 'Set its image' },
  'a sidecar on Flink\'s port': { make: sidecar({ ports: [{ containerPort: 6123 }] }), id: 'port-conflict', what: "container 'shipper' has port 6123, on which Flink listens in the same pod ('rpc')", remedy: "or move Flink's with 'ports'" },
  'a label with a blank': { make: pod({ labels: { team: 'orders team' } }), id: 'invalid-label', what: "pod.labels has an invalid label: 'orders team' is not a valid value of the label 'team'", remedy: 'at most 63 letters, digits' },
  'a label that is a number': { make: pod({ labels: { cost: 4711 } }), id: 'invalid-prop-type', what: 'pod.labels.cost is 4711 (a number), and must be a string', remedy: 'Write it in quotes' },
  'a label of a node with a slash too many': { make: pod({ nodeSelector: { 'a/b/c': 'x' } }), id: 'invalid-label', what: "'a/b/c' is not a valid label name", remedy: 'a name may begin with a domain and a slash' },
  'a label by which Services find the pods': { make: pod({ labels: { 'app.kubernetes.io/component': 'x' } }), id: 'reserved-label', what: "pod.labels sets 'app.kubernetes.io/component', by which Services and Deployments find the pods", remedy: 'Use a label of your own' },
  'a label that Kubernetes itself sets': { make: pod({ labels: { 'pod-template-hash': 'x' } }), id: 'reserved-label', what: "pod.labels sets 'pod-template-hash'", remedy: 'Use a label of your own' },
  'an annotation with a blank': { make: pod({ annotations: { 'my team': 'x' } }), id: 'invalid-annotation', what: "pod.annotations has 'my team', which is not the name of an annotation", remedy: "for example 'acme.io/team'" },
  'an annotation that is a boolean': { make: pod({ annotations: { 'prometheus.io/scrape': true } }), id: 'invalid-prop-type', what: "pod.annotations['prometheus.io/scrape'] is true (a boolean), and must be a string", remedy: 'Write it in quotes' },
  'the annotation that rolls the pods': { make: pod({ annotations: { 'checksum/flink-config': 'x' } }), id: 'reserved-annotation', what: "pod.annotations sets 'checksum/flink-config', by which a change of the configuration replaces the pods", remedy: 'Use an annotation of your own' },
  'root that must not be root': { make: pod({ securityContext: { runAsUser: 0 } }), id: 'invalid-security-context', what: 'the pods run as user 0 and runAsNonRoot is true', remedy: 'or set runAsNonRoot to false as well' },
  'privileges without escalation': { make: pod({ containerSecurityContext: { privileged: true } }), id: 'invalid-security-context', what: 'pod.containerSecurityContext is privileged and forbids privilege escalation', remedy: 'Leave privileged out' },
  'a time to tolerate what ends no pod': { make: pod({ tolerations: [{ key: 'a', value: 'b', effect: 'NoSchedule', tolerationSeconds: 5 }] }), id: 'invalid-toleration', what: "pod.tolerations has tolerationSeconds with the effect 'NoSchedule'", remedy: "Set the effect 'NoExecute'" },
  'a preference of too much weight': {
    make: pod({ affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 101, podAffinityTerm: { topologyKey: 'zone' } }] } } }), id: 'invalid-affinity', what: 'pod.affinity.podAntiAffinity has a preference with the weight 101', remedy: 'from 1 to 100',
  },
  'pods that spread without a skew': { make: pod({ topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }] }), id: 'invalid-topology-spread', what: 'pod.topologySpreadConstraints has a maxSkew of 0', remedy: '1 or more' },
  'a host alias that is no address': { make: pod({ hostAliases: [{ ip: '10.0.0', hostnames: ['kafka'] }] }), id: 'invalid-host-alias', what: "pod.hostAliases has '10.0.0', which is not an IP address", remedy: "for example '10.0.0.1'" },
  'no DNS at all': { make: pod({ dnsPolicy: 'None' }), id: 'invalid-dns-policy', what: "pod.dnsPolicy is 'None', and pod.dnsConfig has no nameservers", remedy: "for example { nameservers: ['10.96.0.10'] }" },
  'a liveness probe that must succeed twice': {
    make: pod({ livenessProbe: { tcpSocket: { port: 'rpc' }, successThreshold: 2 } }), id: 'invalid-probe', what: 'livenessProbe of pod has the successThreshold 2', remedy: 'Leave it out',
  },
  'a probe of a port that is not there': {
    make: session({ jobManager: { pod: { livenessProbe: { tcpSocket: { port: 'http' } } } } }), id: 'invalid-probe', what: "livenessProbe of pod asks the port 'http', which the container does not have", remedy: "Use one of 'rpc'",
  },
  'a probe of a sidecar that has no port': {
    make: sidecar({ livenessProbe: { httpGet: { path: '/', port: 'http' } } }), id: 'invalid-probe', what: "livenessProbe of container 'shipper' asks the port 'http'", remedy: 'give the container a port with this name',
  },
  'a variable from no source': { make: env({ name: 'A', valueFrom: {} }), id: 'invalid-variable', what: 'pod.env sets A by a valueFrom without a source', remedy: 'Name a source' },
  'a variable from two places': {
    make: env({ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' }, secretKeyRef: { name: 'a', key: 'b' } } }), id: 'invalid-variable', what: 'pod.env sets A by a valueFrom with fieldRef and secretKeyRef', remedy: 'Remove all but one',
  },
  'variables from nowhere': { make: pod({ envFrom: [{}] }), id: 'invalid-variable', what: 'pod.envFrom has an entry without a source', remedy: 'Set configMapRef or secretRef' },
  'variables of a sidecar from two places': {
    make: sidecar({ envFrom: [{ configMapRef: { name: 'a' }, secretRef: { name: 'b' } }] }), id: 'invalid-variable', what: "container 'shipper' has an entry with configMapRef and secretRef", remedy: 'Make two entries of it',
  },
  'two mounts of a sidecar at one path': {
    make: pod({ volumes: [scratch], sidecars: [{ name: 'shipper', image: 'acme/shipper:1', volumeMounts: [{ name: 'scratch', mountPath: '/x' }, { name: 'flink-tmp', mountPath: '/x' }] }] }), id: 'invalid-mount-path', what: "container 'shipper' mounts two volumes at '/x'", remedy: 'Choose another path',
  },
  'two mounts at one path': {
    make: mounted({ name: 'scratch', mountPath: '/x' }, { name: 'flink-tmp', mountPath: '/x' }), id: 'conflicting-pod-entries', what: "mount '/x' is defined twice, differently: by pod and by pod", remedy: 'Rename or remove one of the two',
  },
  'a permission for nothing': { make: session({ features: [feature({ jobManager: { permissions: [{ verbs: ['get'] }] } })] }), id: 'invalid-permission', what: 'permissions of jobManager have a rule without apiGroups and resources', remedy: "for example { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }" },
  'an end that no container has': { make: sidecar({ restartPolicy: 'Never' }), id: 'invalid-container', what: "container 'shipper' has a restartPolicy, which Kubernetes accepts only of an init container", remedy: 'Leave it out; or move the container to initContainers' },
  'an init container that is not restarted': {
    make: pod({ initContainers: [{ name: 'wait', image: 'acme/wait:1', restartPolicy: 'Never' }] }), id: 'invalid-container', what: "init container 'wait' has the restartPolicy 'Never'", remedy: 'Leave it out',
  },
});
