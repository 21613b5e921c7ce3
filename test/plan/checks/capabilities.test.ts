import { FeatureConfig, FlinkPlugin, FlinkStorage, IFlinkFeature, PortCaller, RestProtection, RestProtocol, RestService } from '../../../src';
import { bothRoles, Capabilities, Capability, fixed, libraryOnly, never, onlyNamed } from '../../../src/plan/capabilities';
import { PlanOptions } from '../../../src/plan/plan-options';
import { DEPLOYMENTS } from '../../../src/standalone/capabilities';
import { problemsOf } from '../../harness/findings';
import { feature, IMAGE, JOB, planned } from '../planned';

type Table = { readonly [part in keyof Capabilities]?: { readonly [field: string]: Capability } };

const WAY_OUT = 'Do without';
const NEVER = never(WAY_OUT);

/** What a system that can do everything but what a test says has against a cluster. */
function refused(table: Table, options: Partial<PlanOptions>): string[] {
  const capabilities = Object.fromEntries(Object.entries(DEPLOYMENTS).map(([part, fields]) => [part, { ...fields, ...table[part as keyof Capabilities] }])) as unknown as Capabilities;
  return problemsOf(planned(options, { capabilities })).filter((problem) => /\((unsupported-by-system|roles-not-alike)\)$/.test(problem));
}

const unsupported = (what: string, remedy = WAY_OUT) => `${what} is not supported by standalone Kubernetes. ${remedy}. (unsupported-by-system)`;
/** What a feature of a user's is told of parts with the same way out. */
const unmet = (what: string, { owner = 'Mine', remedy = WAY_OUT } = {}) => `${owner} requires ${what}, which standalone Kubernetes does not support. ${remedy}. (unsupported-by-system)`;
const unlike = (what: string, remedy = WAY_OUT) => `${what} of JobManager and TaskManagers differ, and standalone Kubernetes has one for both roles. ${remedy}. (roles-not-alike)`;
const env = (name: string) => ({ env: [{ name, value: 'x' }] });
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const port = (number: number) => ({ name: 'debug', port: number, callers: [PortCaller.MONITORING] });

describe('each-role', () => {
  test('takes whatever each role has', () => {
    expect(refused({}, { pod: env('A'), jobManager: { pod: env('B') }, taskManager: { pod: env('C'), replicas: 2 }, features: [feature({ pod: env('D') })] })).toEqual([]);
  });
});

describe('never', () => {
  test.each<[string, Partial<PlanOptions>, string[]]>([
    ['of the cluster', { pod: env('A') }, ['pod.env']],
    ['of a role', { jobManager: { pod: env('A') }, taskManager: { pod: env('B') } }, ['jobManager.pod.env', 'taskManager.pod.env']],
    ['that are added later', { addedToTaskManager: [{ owner: 'taskManager.addEnv()', pod: env('A') }] }, ['taskManager.addEnv()']],
  ])('refuses pods %s, and names the prop', (_, options, what) => {
    expect(refused({ pod: { env: NEVER } }, options)).toEqual(what.map((each) => unsupported(each)));
  });

  test.each<[string, Partial<FeatureConfig>, string]>([
    ['both roles', { pod: env('A') }, 'pod.env'],
    ['one role', { jobManager: { pod: env('A') } }, 'jobManager.pod.env'],
  ])('refuses pods of a feature for %s, and names who requires them', (_, config, what) => {
    expect(refused({ pod: { env: NEVER } }, { features: [feature(config)] })).toEqual([unmet(what)]);
  });

  test.each<[string, Table, Partial<PlanOptions>, string]>([
    ['a prop of the cluster', { cluster: { imagePullPolicy: NEVER } }, { imagePullPolicy: 'Always' }, 'imagePullPolicy'],
    ['a prop of a role', { taskManager: { memoryLimitFactor: NEVER } }, { taskManager: { memoryLimitFactor: 1.2 } }, 'taskManager.memoryLimitFactor'],
    ['a prop of the job', { job: { mainClass: NEVER } }, { job: { ...JOB, mainClass: 'a.B' } }, 'job.mainClass'],
    ['the exposure of REST', { rest: { exposure: NEVER } }, { rest: RestService.nodePort({ protection: RestProtection.EXTERNAL }) }, 'rest with a Service of type NodePort'],
    ['annotations of REST', { rest: { annotations: NEVER } }, { rest: RestService.loadBalancer({ protection: RestProtection.EXTERNAL, annotations: { a: 'b' } }) }, 'rest with annotations'],
    ['a fixed port of REST', { rest: { nodePort: NEVER } }, { rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }, 'rest with nodePort 30081'],
  ])('refuses %s', (_, table, options, what) => {
    expect(refused(table, options)).toEqual([unsupported(what)]);
  });

  test.each<[string, Table, Partial<FeatureConfig>, string]>([
    ['files', { feature: { configFiles: NEVER } }, { configFiles: { 'a.xml': '' } }, "the file 'a.xml'"],
    ['options from Secrets', { feature: { secretConfiguration: NEVER } }, { secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' } } }, "'s3.secret-key' from a Secret"],
    ['objects', { feature: { objects: NEVER } }, { objects: [{ objectsFor: () => ({}) }] }, 'Kubernetes objects'],
    ['labels', { feature: { labels: NEVER } }, { labels: { a: 'b' } }, 'labels'],
    ['annotations', { feature: { annotations: NEVER } }, { annotations: { a: 'b' } }, 'annotations'],
    ['a protocol', { feature: { restProtocol: NEVER } }, { restProtocol: RestProtocol.HTTPS }, 'the REST protocol HTTPS'],
    ['ports', { role: { ports: NEVER } }, { jobManager: { ports: [port(5005)] } }, "port 'debug' of the jobManager"],
    ['permissions', { role: { permissions: NEVER } }, { jobManager: { permissions: [rule] } }, 'permissions of the jobManager at the Kubernetes API'],
    ['arguments', { role: { dynamicProperties: NEVER } }, { taskManager: { dynamicProperties: { 'taskmanager.host': '$(A)' } } }, "'taskmanager.host' as an argument of the taskManager"],
    ['volume claims', { role: { volumeClaims: NEVER } }, { taskManager: { volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }] } }, "volume claim 'a' of the taskManager"],
    ['annotations of an account', { role: { serviceAccountAnnotations: NEVER } }, { jobManager: { serviceAccountAnnotations: { a: 'b' } } }, "annotations of the jobManager's ServiceAccount"],
  ])('refuses %s that a feature asks for, and names it', (_, table, config, what) => {
    expect(refused(table, { features: [feature(config)] })).toEqual([unmet(what)]);
  });

  test.each<[string, Partial<PlanOptions>, string, string]>([
    ['a prop', { plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }, "plugin 'flink-s3-fs-hadoop'", 'plugins'],
    ['a feature', { storage: FlinkStorage.s3('s3://a/b') }, "plugin 'flink-s3-fs-presto'", 'storage'],
    ['an option', { configuration: { 'execution.checkpointing.dir': 'gs://a/b' } }, "plugin 'flink-gs-fs-hadoop'", "'execution.checkpointing.dir'"],
  ])('refuses plugins that %s brings', (_, options, what, owner) => {
    expect(refused({ feature: { plugins: NEVER } }, options)).toEqual([unmet(what, { owner })]);
  });

  test('takes a plugin that the image has already', () => {
    expect(refused({ feature: { plugins: NEVER } }, { plugins: [FlinkPlugin.inImage('mine', ['s3'])] })).toEqual([]);
  });

  test('has nothing against what is not given, or is empty', () => {
    const table: Table = { pod: { env: NEVER, labels: NEVER }, cluster: { labels: NEVER, image: NEVER }, job: { args: NEVER }, feature: { configFiles: NEVER, restProtocol: NEVER } };
    const nothing = feature({ restProtocol: RestProtocol.HTTP, configFiles: {} });
    expect(refused(table, { pod: { env: [], labels: {} }, labels: {}, job: { ...JOB, args: [] }, image: undefined, features: [nothing] })).toEqual([]);
  });
});

describe('library-only', () => {
  const table: Table = { pod: { startupProbe: libraryOnly(WAY_OUT), volumes: libraryOnly(WAY_OUT) } };

  test('leaves out what the library adds by itself', () => {
    expect(refused(table, {})).toEqual([]);
  });

  test('refuses what a user or a feature adds', () => {
    const volume = { volumes: [{ name: 'a', emptyDir: {} }] };
    expect(refused(table, { pod: { startupProbe: { exec: { command: ['true'] } } }, features: [feature({ pod: volume })] })).toEqual([
      unsupported('pod.startupProbe'), unmet('pod.volumes'),
    ]);
  });
});

describe('fixed', () => {
  const table: Table = { jobManager: { replicas: fixed(1, 'Keep one') } };

  test('takes its one value, and no other', () => {
    expect(refused(table, {})).toEqual([]);
    expect(refused(table, { jobManager: { replicas: 1 } })).toEqual([]);
    expect(refused(table, { jobManager: { replicas: 2 } })).toEqual([
      'jobManager.replicas is 2, and standalone Kubernetes supports only 1. Keep one. (unsupported-by-system)',
    ]);
  });
});

describe('names', () => {
  test('takes what has one of them, and refuses the rest by name', () => {
    const files = feature({ configFiles: { 'logback-console.xml': '<configuration/>', 'a.xml': '' } });
    expect(refused({ feature: { configFiles: onlyNamed(['logback-console.xml', 'log4j-console.properties'], 'Mount it') } }, { features: [files] })).toEqual([
      unmet("the file 'a.xml'", { remedy: 'Mount it' }),
    ]);
  });
});

describe('both-roles', () => {
  const SAME = bothRoles('Set it in pod');

  test.each<[string, Partial<PlanOptions>, string[]]>([
    ['nothing', {}, []],
    ['what both have', { pod: env('A') }, []],
    ['what each has, alike', { jobManager: { pod: env('A') }, taskManager: { pod: env('A') } }, []],
    ['what one has', { jobManager: { pod: env('A') } }, [unlike('pod.env', 'Set it in pod')]],
    ['what a feature gives to one', { features: [feature({ taskManager: { pod: env('A') } })] }, [unlike('pod.env', 'Set it in pod')]],
    ['what a pod tells one of itself', { taskManager: { pod: { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] } } }, []],
  ])('compares environment: %s', (_, options, expected) => {
    expect(refused({ pod: { env: SAME } }, options)).toEqual(expected);
  });

  test('does not mind the volume of the library, whose size follows from the role', () => {
    expect(refused({ pod: { volumes: SAME } }, {})).toEqual([]);
    expect(refused({ pod: { volumes: SAME } }, { jobManager: { pod: { volumes: [{ name: 'a', emptyDir: {} }] } } })).toEqual([unlike('pod.volumes', 'Set it in pod')]);
  });

  test('compares ports of one name, and not Flink\'s own', () => {
    const ports = (one: number, other: number) => feature({ jobManager: { ports: [port(one)] }, taskManager: { ports: [port(other)] } });
    expect(refused({ role: { ports: SAME } }, { features: [ports(5005, 5005)] })).toEqual([]);
    expect(refused({ role: { ports: SAME } }, { features: [ports(5005, 5006)] })).toEqual([unlike("port 'debug' (5005 and 5006)", 'Set it in pod')]);
  });

  test.each<[string, Table, Partial<PlanOptions>]>([
    ['serviceAccountAnnotations', { role: { serviceAccountAnnotations: SAME } }, { jobManager: { serviceAccountAnnotations: { a: 'b' } } }],
    ['serviceAccount', { jobManager: { serviceAccount: SAME }, taskManager: { serviceAccount: SAME } }, { jobManager: { serviceAccount: { name: 'a' } as any } }],
  ])('compares %s', (what, table, options) => {
    expect(refused(table, options)).toEqual([unlike(what, 'Set it in pod')]);
  });
});

describe('a feature', () => {
  const table: Table = { feature: { configFiles: NEVER }, pod: { volumes: libraryOnly(WAY_OUT) } };
  const files: Partial<FeatureConfig> = { configFiles: { 'a.xml': '' }, pod: { volumes: [{ name: 'a', emptyDir: {} }] } };

  test('that is optional may be left out', () => {
    expect(refused(table, { features: [feature({ ...files, optional: true })] })).toEqual([]);
  });

  test('that is not is refused once for all parts with the same way out', () => {
    expect(refused(table, { features: [feature(files)] })).toEqual([unmet("pod.volumes, the file 'a.xml'")]);
  });

  test('is refused once more for parts with another way out', () => {
    expect(refused({ ...table, feature: { configFiles: never('Mount it') } }, { features: [feature(files)] })).toEqual([
      unmet('pod.volumes'), unmet("the file 'a.xml'", { remedy: 'Mount it' }),
    ]);
  });

  test('goes by its owner, or by its class', () => {
    class Unnamed implements IFlinkFeature {
      public bind(): FeatureConfig {
        return files as FeatureConfig;
      }
    }
    expect(refused({ feature: { configFiles: NEVER } }, { features: [new Unnamed(), feature(files, 'Named')] })).toEqual([
      unmet("the file 'a.xml'", { owner: 'Unnamed' }), unmet("the file 'a.xml'", { owner: 'Named' }),
    ]);
  });

  test('that comes with another is checked, too', () => {
    expect(refused({ feature: { configFiles: NEVER } }, { image: IMAGE, features: [feature({ features: [feature(files, 'Inner')] }, 'Outer')] })).toEqual([
      unmet("the file 'a.xml'", { owner: 'Inner' }),
    ]);
  });
});
