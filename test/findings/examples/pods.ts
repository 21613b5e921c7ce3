import { Duration, Size } from 'cdk8s';
import { configured, feature, session } from '../../bad-input/refused';
import { Area } from '../example';

const pod = (options: any) => session({ pod: options });
const scratch = { name: 'scratch', emptyDir: {} };
const sidecar = (options: any) => pod({ sidecars: [{ name: 'shipper', image: 'acme/shipper:1', ...options }] });

export const PODS: Area = {
  title: 'Pods',
  examples: {
    'conflicting-pod-entries': pod({ env: [{ name: 'TEAM', value: 'orders' }, { name: 'TEAM', value: 'clicks' }] }),
    'directory-not-writable': configured({ 'io.tmp.dirs': '/var/flink' }),
    'duplicate-container': sidecar({ name: 'flink-main-container' }),
    'ineffective-variable': pod({ env: [{ name: 'FLINK_PROPERTIES', value: 'a: b' }] }),
    'invalid-affinity': pod({ affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, preference: {} }] } } }),
    'invalid-annotation': pod({ annotations: { 'my team': 'orders' } }),
    'invalid-container': sidecar({ image: undefined }),
    'invalid-dns-policy': pod({ dnsPolicy: 'clusterFirst' }),
    'invalid-duration': pod({ terminationGracePeriod: Duration.millis(500) }),
    'invalid-ephemeral-storage': session({ taskManager: { ephemeralStorage: Size.gibibytes(0) } }),
    'invalid-host-alias': pod({ hostAliases: [{ hostnames: ['kafka'] }] }),
    'invalid-label': pod({ labels: { team: 'orders team' } }),
    'invalid-probe': pod({ readinessProbe: { periodSeconds: 5 } }),
    'invalid-security-context': pod({ securityContext: { runAsUser: 0 } }),
    'invalid-toleration': pod({ tolerations: [{ key: 'dedicated', operator: 'Exists', value: 'flink' }] }),
    'invalid-topology-spread': pod({ topologySpreadConstraints: [{ maxSkew: 0, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }] }),
    'invalid-variable': pod({ env: [{ name: 'REGION', value: 'eu', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
    'invalid-volume': pod({ volumes: [{ ...scratch, secret: { secretName: 'orders' } }] }),
    'job-manager-volume-claim': session({ features: [feature({ jobManager: { volumeClaims: [{ name: 'data', mountPath: '/data', spec: {} }] } })] }),
    'mount-hides-files': pod({ volumes: [scratch], mounts: [{ name: 'scratch', mountPath: '/opt/flink/lib' }] }),
    'reserved-annotation': pod({ annotations: { 'checksum/flink-config': 'x' } }),
    'reserved-label': pod({ labels: { 'app.kubernetes.io/component': 'x' } }),
    'reserved-volume': pod({ volumes: [{ name: 'flink-config', emptyDir: {} }] }),
    'unknown-volume': pod({ mounts: [{ name: 'scratch', mountPath: '/scratch' }] }),
  },
};
