import { classType, enumType, PropType, structType } from './struct-data';

/** How to make an instance of a class or an interface. */
const EXAMPLES: { readonly [name: string]: string } = {
  Cpu: 'Cpu.units(1)',
  Duration: 'Duration.minutes(1)',
  FlinkPlugin: "FlinkPlugin.builtIn('flink-s3-fs-hadoop')",
  FlinkStorage: "FlinkStorage.s3('s3://bucket/prefix')",
  FlinkVersion: "FlinkVersion.of('2.3.0')",
  HighAvailability: 'HighAvailability.kubernetes()',
  IConstruct: 'the app or a construct in it',
  IFeatureObjects: 'an object that has a method objectsFor()',
  IFlinkFeature: 'an object that has a method bind()',
  ISecret: "Secret.fromSecretName(chart, 'Secret', 'storage')",
  IServiceAccount: "ServiceAccount.fromServiceAccountName(chart, 'Account', 'flink')",
  JobArtifact: "JobArtifact.fromImage('/opt/flink/usrlib/orders.jar')",
  JsonPatch: "JsonPatch.add('/spec/minReadySeconds', 10)",
  LocalRecovery: 'LocalRecovery.volumeClaims(Size.gibibytes(20))',
  MetricsReporter: 'MetricsReporter.prometheus()',
  RestService: 'RestService.clusterIp()',
  S3Credentials: 'S3Credentials.fromSecret(secret)',
  Size: 'Size.gibibytes(4)',
};

/** A value of a type, as one writes it in TypeScript. */
export function exampleOf(type: PropType): string {
  switch (type.kind) {
    case 'number': return '1';
    case 'boolean': return 'true';
    case 'date': return 'new Date()';
    case 'quantity': return "'2Gi'";
    case 'int-or-string': return '8080';
    case 'text-enum': return `'${type.texts!.find((text) => text)!}'`;
    case 'enum': return constantsOf(type.name)[0];
    case 'class': return EXAMPLES[type.name] ?? type.name;
    case 'list': return `[${exampleOf(type.of!)}]`;
    case 'map': return `{ name: ${exampleOf(type.of!)} }`;
    case 'struct': return structExample(type.name);
    default: return "'…'";
  }
}

/** How to refer to what an enum or an enum-like class offers. */
export function constantsOf(name: string): string[] {
  return Object.keys(enumType(name) ?? {}).map((constant) => `${name}.${constant}`);
}

/** The constants of a class such as FlinkVersion, as one writes them. */
export function classConstantsOf(name: string): string[] {
  return classType(name).constants.map((constant) => `${name}.${constant}`);
}

function structExample(name: string): string {
  const { required, props } = structType(name);
  const shown = required.length ? required : [...props.values()].slice(0, 1);
  return `{ ${shown.map((prop) => `${prop.name}: ${exampleOf(prop.type)}`).join(', ')} }`;
}
