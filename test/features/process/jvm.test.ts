import { FlinkVersion } from '../../../src';
import { Jvm, JvmOptions } from '../../../src/features/process/jvm';
import { told } from '../../harness/findings';
import { CONTEXT } from '../context';

const bind = (options?: JvmOptions, version = FlinkVersion.V1_20) => new Jvm(options).bind({ ...CONTEXT, version });

test.each(FlinkVersion.all().filter((v) => v._facts.java >= 17).map((v) => [v.minorVersion, v] as const))('Flink %s on Java 17 keeps the module flags of its own configuration file', (_, version) => {
  const { 'env.java.opts.all': flags, ...others } = bind(undefined, version).configuration!;
  expect(others).toEqual({});
  expect(flags).toMatch(/^--add-exports=java\.\S+ /);
  expect(flags).toContain('--add-opens=java.base/java.util=ALL-UNNAMED');
});

test.each([FlinkVersion.V1_13, FlinkVersion.V1_17])('Flink %s, whose configuration file has no flags, gets none', (version) => {
  expect(bind(undefined, version).configuration).toEqual({});
});

test('options for all processes come behind Flink\'s own', () => {
  const own = bind().configuration!['env.java.opts.all'];
  expect(bind({ all: ['-XX:+UseG1GC', '-Dx=1'] }).configuration!['env.java.opts.all']).toBe(`${own} -XX:+UseG1GC -Dx=1`);
});

test('options of one role are that role\'s', () => {
  const { configuration } = bind({ jobManager: ['-Da=1', '-Db=2'], taskManager: ['-Dc=3'] });
  expect(configuration!['env.java.opts.jobmanager']).toBe('-Da=1 -Db=2');
  expect(configuration!['env.java.opts.taskmanager']).toBe('-Dc=3');
});

test.each([
  ['a command in backticks', '-Dx=`id`', 'Write the option without ` and $( )'],
  ['a command substitution', '-Dx=$(id)', 'Write the option without ` and $( )'],
  ['a second line', '-Dx=1\n-Dy=2', 'Write the option without ` and $( )'],
  ['what is no option', 'UseG1GC', "Write one option in each entry, beginning with '-'"],
  ['a heap size', '-Xmx4g', 'Set the memory of the role instead'],
  ['a metaspace size', '-XX:MaxMetaspaceSize=1g', 'Set the memory of the role instead'],
])('refuses %s', (_, option, remedy) => {
  const problems = told(bind({ taskManager: [option] }).problems);
  expect(problems).toEqual([expect.stringMatching(/^jvmOptions\.taskManager has /)]);
  expect(problems[0]).toContain(remedy);
});

test('lets usual options pass', () => {
  expect(bind({ all: ['-XX:+UseG1GC', '-verbose:gc', '--add-opens=java.base/java.lang=ALL-UNNAMED'] }).problems).toEqual([]);
});
