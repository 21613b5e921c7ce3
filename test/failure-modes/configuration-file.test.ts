import { configuration, flink, objects, pod, pods, the, warnings } from './synthesized';
import { FlinkVersion } from '../../src';
import { application, complaintsAbout, configured, JOB, jobCluster, session, sessionJob } from '../bad-input/refused';

const FOLDER = '/opt/flink/conf';
/** The image edits its file for these, and cannot here. */
const EDITING = ['FLINK_PROPERTIES', 'JOB_MANAGER_RPC_ADDRESS', 'TASK_MANAGER_NUMBER_OF_TASK_SLOTS', 'ENABLE_BUILT_IN_PLUGINS'];
const withEnv = (name: string) => session({ pod: { env: [{ name, value: 'x' }] } });

test('16 environment that only works with a writable configuration is refused, and the library uses none', () => {
  for (const name of EDITING) expect(complaintsAbout(withEnv(name))).toEqual([expect.stringContaining(`pod.env sets ${name}, which has no effect or a harmful one here`)]);
  const all = objects(sessionJob(JOB));
  for (const template of pods(all)) {
    expect((flink(template).env ?? []).map(({ name }: any) => name).filter((name: string) => EDITING.includes(name))).toEqual([]);
  }
});

test('17 the folder that hides the image\'s has every file that Flink reads', () => {
  const all = objects(session());
  const { data } = the('ConfigMap', all);
  expect(Object.keys(data).sort()).toEqual(['config.yaml', 'log4j-cli.properties', 'log4j-console.properties']);
  for (const role of ['jobmanager', 'taskmanager'] as const) {
    const { items } = pod(all, role).spec.volumes.find(({ name }: any) => name === 'flink-config').configMap;
    expect(items.map(({ path }: any) => path).sort()).toEqual(Object.keys(data).sort());
  }
  expect(configuration(all)['env.java.opts.all']).toContain('--add-opens=');
});

test('18 the configuration is mounted as a folder, which follows a change, and nobody may mount a file into it', () => {
  const mounts = flink(pod(objects(session()), 'jobmanager')).volumeMounts.filter(({ mountPath }: any) => mountPath.startsWith(FOLDER));
  expect(mounts).toEqual([{ name: 'flink-config', mountPath: FOLDER, readOnly: true }]);
  expect(complaintsAbout(session({ pod: { volumes: [{ name: 'x', emptyDir: {} }], mounts: [{ name: 'x', mountPath: `${FOLDER}/x`, subPath: 'x' }] } }))).toHaveLength(1);
});

test('19 another configuration gives the pods another annotation, and the same one the same', () => {
  const checksums = (options: any) => pods(objects(session(options))).map(({ metadata }) => metadata.annotations['checksum/flink-config']);
  expect(checksums({})).toEqual(checksums({}));
  const [jobManager, taskManager] = checksums({});
  const [changedJobManager, changedTaskManager] = checksums({ configuration: { 'web.timeout': 1234 } });
  expect(changedJobManager).not.toBe(jobManager);
  expect(changedTaskManager).toBe(taskManager);
});

test('20 the file has the name that the line reads', () => {
  const names = FlinkVersion.all().map((version) => [version.minorVersion, Object.keys(the('ConfigMap', objects(session({ version }))).data).find((name) => name.endsWith('.yaml'))]);
  expect(Object.fromEntries(names)).toMatchObject({ '1.13': 'flink-conf.yaml', '1.18': 'flink-conf.yaml', '1.19': 'config.yaml', '1.20': 'config.yaml', '2.0': 'config.yaml', '2.3': 'config.yaml' });
});

test('21 no option is written twice: who sets it again is refused', () => {
  const lines = the('ConfigMap', objects(application())).data['config.yaml'].trim().split('\n').map((line: string) => line.split(':')[0]);
  expect(new Set(lines).size).toBe(lines.length);
  expect(complaintsAbout(configured({ 'rest.port': 9000 }))).toEqual([expect.stringContaining("'rest.port' is set twice: '8081' by ports and '9000' by configuration")]);
});

test('22 a value that YAML would take apart arrives whole', () => {
  const awkward = '-Da=b: c -Dd=#e -Df="g" -Dh=1.10 -Di={a: 1} -Dj=ü';
  expect(configuration(objects(configured({ 'env.java.opts.client': awkward })))['env.java.opts.client']).toBe(awkward);
  const version = FlinkVersion.V1_18;
  expect(complaintsAbout(configured({ 'env.java.opts.client': '-Dd=#e' }, { version }))).toEqual([expect.stringContaining('which flink-conf.yaml of Flink 1.18 cannot represent')]);
});

test('23 an option that is the beginning of another is written by its longer name, or refused', () => {
  const options = configuration(objects(configured({ 'state.backend': 'rocksdb', 'state.backend.incremental': true, 'restart-strategy': 'none' })));
  expect(options).toMatchObject({ 'state.backend.type': 'rocksdb', 'execution.checkpointing.incremental': 'true', 'restart-strategy.type': 'none' });
  expect(Object.keys(options).filter((key) => Object.keys(options).some((other) => other.startsWith(`${key}.`)))).toEqual([]);
  const clashing = (chart: any) => configured({ 'a.b': 1, 'a.b.c': 1 })(chart).configuration.allowUnknown('a.');
  expect(complaintsAbout(clashing)).toEqual([expect.stringContaining("'a.b' (by configuration) is a prefix of 'a.b.c'")]);
});

test('24 an option that went is refused with its successor, and one that was renamed is warned of', () => {
  expect(complaintsAbout(configured({ 'jobmanager.heap.size': '1g' }, { version: FlinkVersion.V2_0 }))).toEqual([expect.stringContaining("Write 'jobmanager.memory.heap.size'")]);
  expect(warnings(configured({ 'state.checkpoints.dir': 's3://a/b' }))).toEqual(['deprecated-option']);
});

test('25 a typo is refused with what was meant', () => {
  expect(complaintsAbout(configured({ 'metrics.reporter.promport': 9249 }))).toEqual([expect.stringContaining("Did you mean 'metrics.reporter.prom.port'")]);
  expect(complaintsAbout((chart) => configured({ 'metrics.reporter.promport': 9249 })(chart).configuration.allowUnknown('metrics.reporter.promport'))).toEqual([]);
});

test('26 variables that look like Flink\'s are refused', () => {
  for (const name of ['TASKMANAGER_NUMBER_OF_TASK_SLOTS', 'TASK_MANAGER_MEMORY_PROCESS_SIZE', 'NUMBER_OF_TASK_SLOTS', 'JOBMANAGER_MEMORY']) {
    expect(complaintsAbout(withEnv(name))).toEqual([expect.stringContaining(`pod.env sets ${name}, which Flink does not read`)]);
  }
});

test('27 JVM options keep their blanks and dollars: they are in the file, through which no shell script goes', () => {
  const options = configuration(objects(session({ jvmOptions: { jobManager: ['-Da=b c', '-Dd=$e'] } })));
  expect(options['env.java.opts.jobmanager']).toBe('-Da=b c -Dd=$e');
  expect(complaintsAbout(withEnv('FLINK_PROPERTIES'))).toHaveLength(1);
});

test('28 the file is complete before the pod starts, so that nothing is left to write into it', () => {
  for (const all of [objects(session({ taskManager: { slots: 4 } })), objects(jobCluster({ taskManager: { slots: 4 } }))]) {
    expect(configuration(all)).toMatchObject({ 'jobmanager.rpc.address': expect.stringMatching(/^orders-/), 'blob.server.port': '6124', 'taskmanager.numberOfTaskSlots': '4' });
    for (const template of pods(all)) expect(flink(template).env ?? []).toEqual([]);
  }
});

test('29 an option of one role is an argument of that role\'s processes alone', () => {
  const all = objects(session({ taskManager: { configuration: { 'taskmanager.debug.memory.log': true } } }));
  expect(JSON.stringify(the('ConfigMap', all).data)).not.toContain('taskmanager.debug.memory.log');
  expect(flink(pod(all, 'taskmanager')).args).toContain('taskmanager.debug.memory.log=true');
  expect(flink(pod(all, 'jobmanager')).args.join(' ')).not.toContain('taskmanager.debug.memory.log');
});
