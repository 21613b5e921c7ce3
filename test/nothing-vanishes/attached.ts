import { Size } from 'cdk8s';
import { FeatureConfig, FlinkStorage, HighAvailability, IFlinkFeature, LocalRecovery, MetricsReporter, PortCaller, RestProtection, RestService, S3Credentials } from '../../src';
import { DerivedNetworkPolicies } from '../own-feature/network';

/** How a struct that is no prop of a construct reaches one: through a factory, or from a feature of a user's own. */
export interface Attached {
  readonly struct: string;
  /** Props that the struct requires. */
  readonly required?: object;
  /** How findings call what the struct is a part of. */
  readonly via?: string[];
  readonly props: (given: any) => object;
}

const S3 = FlinkStorage.s3('s3://acme/orders');
const own = (config: Partial<FeatureConfig>): IFlinkFeature => ({ bind: () => ({ owner: 'acme', ...config }) });
const features = (config: Partial<FeatureConfig>) => ({ features: [own(config)] });
const secret = { name: 's3' } as never;
const object = { id: 'Acme', apiVersion: 'v1', kind: 'ConfigMap', name: 'acme', content: { data: { a: 'b' } } };

export const ATTACHED: Attached[] = [
  { struct: 'FeatureConfig', props: features },
  {
    struct: 'FlinkPort',
    required: { name: 'acme', port: 7002, callers: [PortCaller.MONITORING] },
    via: ['port'],
    props: (port) => ({ features: [own({ taskManager: { ports: [port] } }), new DerivedNetworkPolicies({ team: 'monitoring' })] }),
  },
  { struct: 'VolumeClaim', required: { name: 'acme', mountPath: '/acme', spec: {} }, via: ['volume claim'], props: (claim) => features({ taskManager: { volumeClaims: [claim] } }) },
  { struct: 'FeatureFinding', required: { id: 'acme-finding', message: 'Message', remedy: 'Remedy' }, via: ['other'], props: (finding) => features({ problems: [finding] }) },
  { struct: 'FeatureObjects', via: ['Kubernetes objects'], props: (given) => features({ objects: [{ objectsFor: () => ({ objects: [object], ...given }) }] }) },
  { struct: 'KubernetesObject', required: object, via: ['Kubernetes objects'], props: (given) => features({ objects: [{ objectsFor: () => ({ objects: [given] }) }] }) },
  { struct: 'S3StorageOptions', via: ['storage'], props: (options) => ({ storage: FlinkStorage.s3('s3://acme/orders', options) }) },
  { struct: 'S3SecretKeys', via: ['storage'], props: (keys) => ({ storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(secret, keys) }) }) },
  { struct: 'VolumeStorageOptions', via: ['storage'], props: (options) => ({ storage: FlinkStorage.persistentVolumeClaim('acme', options) }) },
  { struct: 'StorageByPurposeOptions', via: ['storage'], props: (options) => ({ storage: FlinkStorage.byPurpose({ checkpoints: S3, savepoints: S3, ...options }) }) },
  { struct: 'KubernetesHighAvailabilityOptions', via: ['highAvailability'], props: (options) => ({ storage: S3, highAvailability: HighAvailability.kubernetes(options) }) },
  {
    struct: 'ZooKeeperHighAvailabilityOptions',
    required: { quorum: ['zookeeper:2181'] },
    via: ['highAvailability'],
    props: (options) => ({ storage: S3, highAvailability: HighAvailability.zooKeeper({ quorum: ['zookeeper:2181'], ...options }) }),
  },
  { struct: 'LocalRecoveryVolumeOptions', via: ['localRecovery'], props: (options) => ({ storage: S3, localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(20), options) }) },
  { struct: 'PrometheusOptions', via: ['metrics'], props: (options) => ({ metrics: [MetricsReporter.prometheus(options)] }) },
  { struct: 'ReporterOptions', props: (options) => ({ metrics: [MetricsReporter.of('acme', 'io.acme.Factory', options)] }) },
  { struct: 'RestNodePortOptions', via: ['rest'], required: { protection: RestProtection.EXTERNAL }, props: (options) => ({ rest: RestService.nodePort(options) }) },
  { struct: 'RestExposureOptions', via: ['rest'], required: { protection: RestProtection.EXTERNAL }, props: (options) => ({ rest: RestService.loadBalancer(options) }) },
];
