/** What of cdk8s-plus meets our constructs, without a cast. Compiled and run with other versions of cdk8s-plus in the place of this one. */
import { App, Chart, Size } from 'cdk8s';
import { apache, FlinkApplication, FlinkApplicationOptions, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, IFlinkFeature, JobArtifact, S3Credentials } from 'cdk8s-flink';
import * as kplus from 'cdk8s-plus-27';

const app = new App();
const chart = new Chart(app, 'orders', { namespace: 'streaming' });

// Objects that a cluster refers to.
const account = new kplus.ServiceAccount(chart, 'Account', { metadata: { name: 'orders' }, automountToken: true });
const importedAccount = kplus.ServiceAccount.fromServiceAccountName(chart, 'ImportedAccount', 'workers');
const bucket = new kplus.Secret(chart, 'Bucket', { metadata: { name: 'bucket' }, stringData: { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'key' } });
const importedBucket = kplus.Secret.fromSecretName(chart, 'ImportedBucket', 'other-bucket');

// Structs of Kubernetes.
const env: kplus.k8s.EnvVar = { name: 'REGION', valueFrom: { configMapKeyRef: { name: 'site', key: 'region' } } };
const volume: kplus.k8s.Volume = { name: 'scratch', emptyDir: { sizeLimit: kplus.k8s.Quantity.fromString('1Gi') } };
const mount: kplus.k8s.VolumeMount = { name: 'scratch', mountPath: '/scratch' };
const sidecar: kplus.k8s.Container = {
  name: 'shipper',
  image: 'registry.acme.io/shipper:1',
  resources: { requests: { cpu: kplus.k8s.Quantity.fromString('100m') } },
  livenessProbe: { tcpSocket: { port: kplus.k8s.IntOrString.fromNumber(8080) } },
};
const toleration: kplus.k8s.Toleration = { key: 'dedicated', operator: 'Equal', value: 'flink', effect: 'NoSchedule' };
const affinity: kplus.k8s.Affinity = { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'zone' } }] } };
const spread: kplus.k8s.TopologySpreadConstraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' };
const resources: kplus.k8s.ResourceRequirements = { limits: { 'nvidia.com/gpu': kplus.k8s.Quantity.fromNumber(1) } };
const probe: kplus.k8s.Probe = { httpGet: { path: '/overview', port: kplus.k8s.IntOrString.fromString('rest') } };
const password: kplus.k8s.SecretKeySelector = { name: 'keys', key: 'password' };
const podSecurity: kplus.k8s.PodSecurityContext = { supplementalGroups: [100] };
const security: kplus.k8s.SecurityContext = { readOnlyRootFilesystem: true };

class ReadsPods implements IFlinkFeature {
  public bind() {
    const rule: kplus.k8s.PolicyRule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
    return { owner: 'readsPods', jobManager: { permissions: [rule] }, pod: { env: [env] } };
  }
}

const options: FlinkApplicationOptions = {
  version: FlinkVersion.V1_20,
  image: 'registry.acme.io/orders:2.1.0',
  job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/orders.jar'), parallelism: 2 },
  jobManager: { serviceAccount: account, cpu: kplus.Cpu.units(1), cpuLimit: kplus.Cpu.units(2) },
  taskManager: { serviceAccount: importedAccount, cpu: kplus.Cpu.millis(1500), memory: Size.gibibytes(4), pod: { volumes: [volume], mounts: [mount], resources } },
  storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(bucket) }),
  highAvailability: HighAvailability.kubernetes(),
  pod: { tolerations: [toleration], affinity, topologySpreadConstraints: [spread], securityContext: podSecurity, containerSecurityContext: security, sidecars: [sidecar] },
};
const orders = new FlinkApplication(chart, 'Orders', {
  ...options,
  secretConfiguration: { 'security.ssl.rest.keystore-password': password },
  features: [new ReadsPods()],
});
orders.jobManager.addInitContainer({ ...sidecar, name: 'prepare' });
orders.jobManager.addVolume(volume, mount);
new apache.FlinkDeployment(chart, 'Managed', options);

const shared = new FlinkSessionCluster(chart, 'Shared', {
  version: FlinkVersion.V1_20,
  jobManager: { pod: { readinessProbe: probe } },
  taskManager: { slots: 2, cpu: kplus.Cpu.units(2) },
  storage: FlinkStorage.s3('s3://acme/shared', { credentials: S3Credentials.fromSecret(importedBucket) }),
});
shared.taskManager.addEnv(env);

// Objects that refer to a cluster.
new kplus.HorizontalPodAutoscaler(chart, 'Scaler', {
  target: shared.taskManager,
  maxReplicas: 5,
  metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
});
const policy = new kplus.NetworkPolicy(chart, 'Policy', { selector: shared.jobManager, ingress: { rules: [{ peer: shared.taskManager, ports: [kplus.NetworkPolicyPort.tcp(6123)] }] } });
policy.addIngressRule(orders.jobManager, [kplus.NetworkPolicyPort.tcp(8081)]);
policy.addEgressRule(orders.taskManager);
new kplus.Service(chart, 'Rpc', { selector: shared.jobManager, ports: [{ port: 6123 }] });
new kplus.RoleBinding(chart, 'Binding', { role: new kplus.Role(chart, 'Role') }).addSubjects(account);
const client = new kplus.Deployment(chart, 'Client', { containers: [{ image: 'registry.acme.io/client:1' }] });
client.connections.allowTo(shared.jobManager);
client.scheduling.colocate(shared.jobManager);

app.synth();
