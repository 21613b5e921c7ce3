import { JsonPatch, Size } from 'cdk8s';
import { amountsOf } from './quantities';
import {
  FlinkPlugin, FlinkStorage, FlinkVersion, HighAvailability, IFlinkFeature, JobArtifact, LocalRecovery, MetricsReporter, PortCaller, RestProtection, RestService, S3Credentials,
} from '../../src';
import { enumType, Prop, PropType, StructType, structType } from '../../src/props/struct-data';

const S3 = FlinkStorage.s3('s3://acme/other');
const container = { name: 'other', image: 'other:1' };
const feature: IFlinkFeature = { bind: () => ({ owner: 'other', configuration: { 'pipeline.object-reuse': true } }) };
const objects = { objectsFor: () => ({ objects: [{ id: 'Other', apiVersion: 'v1', kind: 'ConfigMap', name: 'other', content: {} }] }) };

/** Values that mean something for one prop, where its type does not tell which do. */
const BY_PROP: { readonly [prop: string]: unknown } = {
  'image': 'registry.acme.io/other:3',
  'imagePullPolicy': 'Always',
  'name': 'other',
  'jobId': 'a'.repeat(32),
  'mainClass': 'io.acme.Other',
  'restoreFrom': 's3://acme/savepoint-1',
  'configuration': { 'pipeline.object-reuse': true },
  'jobManager.configuration': { 'jobmanager.execution.failover-strategy': 'full' },
  'taskManager.configuration': { 'taskmanager.debug.memory.log': true },
  'secretConfiguration': { 's3.access-key': { name: 's3', key: 'id' } },
  'client.secretConfiguration': { 's3.access-key': { name: 's3', key: 'id' } },
  'defaults': { 'pipeline.object-reuse': true },
  'ifSupported': { 'pipeline.object-reuse': true },
  'configFiles': { 'other.properties': 'a=b' },
  'metrics': [MetricsReporter.prometheus()],
  'features': [feature],
  'plugins': [FlinkPlugin.builtIn('flink-gs-fs-hadoop')],
  'objects': [objects],
  'env': [{ name: 'OTHER', value: 'text' }],
  'envFrom': [{ configMapRef: { name: 'other' } }],
  'volumes': [{ name: 'other', emptyDir: {} }],
  'mounts': [{ name: 'flink-tmp', mountPath: '/other' }],
  'initContainers': [container],
  'sidecars': [container],
  'tolerations': [{ key: 'other', operator: 'Exists' }],
  'imagePullSecrets': [{ name: 'other' }],
  'affinity': { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: 'other', operator: 'Exists' }] } }] } },
  'topologySpreadConstraints': [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
  'hostAliases': [{ ip: '10.0.0.1', hostnames: ['other'] }],
  'dnsPolicy': 'Default',
  'dnsConfig': { nameservers: ['10.0.0.1'] },
  'securityContext': { runAsUser: 1000 },
  'containerSecurityContext': { runAsUser: 1000 },
  'resources': { limits: { 'nvidia.com/gpu': '1' } },
  'startupProbe': { tcpSocket: { port: 6123 } },
  'readinessProbe': { tcpSocket: { port: 6123 } },
  'livenessProbe': { tcpSocket: { port: 6123 } },
  'permissions': [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
  'ports': [{ name: 'other', port: 7001, callers: [PortCaller.MONITORING] }],
  'dynamicProperties': { 'web.tmpdir': '/tmp/$(HOSTNAME)' },
  'volumeClaims': [{ name: 'other', mountPath: '/other', spec: { accessModes: ['ReadWriteOnce'] } }],
  'problems': [{ id: 'acme-problems', message: 'Problems', remedy: 'Solve them' }],
  'warnings': [{ id: 'acme-warnings', message: 'Warnings', remedy: 'Mind them' }],
  'loggers': { 'org.acme': 'DEBUG' },
  'log4jConsole': 'rootLogger.level = WARN',
  'logbackConsole': '<configuration/>',
  'includes': ['*:*:counter'],
  'excludes': ['*:*:counter'],
  'excludeVariables': ['task_attempt_id'],
  'settings': { other: 'text' },
  'endpoint': 'http://minio:9000',
  'credentials': S3Credentials.fromSecret({ name: 's3' } as never),
  'mountPath': '/other',
  'subPath': 'other',
  'serviceAccount': { name: 'other' },
  'spec': { accessModes: ['ReadWriteMany'] },
  'id': 'Other',
  'apiVersion': 'other.io/v1',
  'kind': 'Other',
  'content': { spec: { a: 1 } },
  'JvmOptions': ['-Dother=text'],
  'args': ['--other'],
  'FlinkPort.name': 'other',
  'FlinkPort.callers': [PortCaller.JOB_MANAGER],
  'version': FlinkVersion.V2_3,
  'artifact': JobArtifact.fromImage('/opt/flink/usrlib/other.jar'),
  'rest': RestService.nodePort({ protection: RestProtection.EXTERNAL }),
  'storage': S3,
  'highAvailability': HighAvailability.kubernetes(),
  'localRecovery': LocalRecovery.volumeClaims(Size.gibibytes(5)),
};

const AMOUNT_CLASSES = ['Size', 'Duration', 'Cpu'];

/** The first value of an enum that is the default, so that another is taken. */
const DEFAULTS = ['EXACTLY_ONCE', 'RETAIN_ON_CANCELLATION', 'INFO', 'INDEXED_JOB', 'SERVICE', 'HTTP', 'READ_ONLY', 'UNBOUNDED', 'ReadWriteMany', 'flink-s3-fs-presto', 'stateless', 'EXTERNAL'];

/** A value for a prop, and which of several it is. */
export interface Sample {
  readonly content: unknown;
  readonly label?: string;
}

/**
 * Values for a prop that are not its default: of an amount a smaller and a larger one.
 *
 * @param given what it is already.
 */
export function samples(path: readonly string[], struct: StructType, { name, type }: Prop, given?: unknown): Sample[] {
  if (type.kind === 'number' || (type.kind === 'class' && AMOUNT_CLASSES.includes(type.name))) {
    return amountsOf(name).filter((content) => content !== given).map((content, i, all) => ({ content, label: all.length > 1 ? `amount ${i + 1} of ${all.length}` : undefined }));
  }
  for (const key of [path.slice(-2).join('.'), `${struct.name}.${name}`, name, struct.name]) if (BY_PROP[key] !== undefined) return [{ content: BY_PROP[key] }];
  return [{ content: sampleOf(type, given) }];
}

function sampleOf(type: PropType, given?: unknown): unknown {
  switch (type.kind) {
    case 'string': return 'other';
    case 'boolean': return true;
    case 'map': return { 'acme.io/other': 'other' };
    case 'list': return [sampleOf(type.of!)];
    case 'enum': return Object.values(enumType(type.name)).find((text) => (given === undefined ? !DEFAULTS.includes(text) : text !== given));
    case 'class': return ofClass(type.name);
    default: throw new Error(`no sample for ${type.kind} ${type.name}`);
  }
}

function ofClass(name: string): unknown {
  const known: { readonly [name: string]: unknown } = { FlinkStorage: S3, JsonPatch: JsonPatch.add('/a', 1) };
  if (known[name] === undefined) throw new Error(`no sample for ${name}`);
  return known[name];
}

/** All leaf props of a struct with their paths: structs of the library are entered, everything else is a leaf. */
export function leaves(struct: string, path: readonly string[] = []): { readonly path: readonly string[]; readonly struct: StructType; readonly prop: Prop }[] {
  const type = structType(struct);
  const props = new Map([...type.props.values()].map((prop) => [prop.name, prop]));
  return [...props.values()].flatMap((prop) => {
    const own = prop.type.kind === 'struct' && !prop.type.name.startsWith('k8s.');
    return own ? leaves(prop.type.name, [...path, prop.name]) : [{ path: [...path, prop.name], struct: type, prop }];
  });
}
