import { readdirSync, readFileSync, statSync, writeFileSync } from 'fs';
import { delimiter, join } from 'path';
import { Language, pacmak, PEERS, ROOT } from './language';
import { run } from '../flink/run';

const OUT = join(ROOT, 'dist');

/** Our jar and those of the peers, without sources and documentation. */
function jars(): string[] {
  return readdirSync(join(OUT, 'java'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jar') && !/-(sources|javadoc)\.jar$/.test(file)).map((file) => join(OUT, 'java', file));
}

function ours(): string {
  const jar = jars().find((file) => file.includes('cdk8s-flink'));
  if (!jar) throw new Error('jsii-pacmak has written no jar into dist/java');
  return jar;
}

/** A project that needs nothing but what our package needs beside the peers: the runtime of jsii. */
function project(): string {
  const pom = readFileSync(ours().replace(/\.jar$/, '.pom'), 'utf8');
  const [, version] = /<artifactId>jsii-runtime<\/artifactId>\s*<version>([^<]+)</.exec(pom) ?? [];
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>example</groupId><artifactId>example</artifactId><version>1</version>
  <dependencies><dependency><groupId>software.amazon.jsii</groupId><artifactId>jsii-runtime</artifactId><version>${version}</version></dependency></dependencies>
</project>`;
}

async function compileAndRun(work: string, source: string, main: string, ...args: string[]): Promise<string> {
  const classpath = [...jars(), join(work, 'libraries', '*'), join(work, 'classes')].join(delimiter);
  await run('javac', ['-cp', classpath, '-d', 'classes', source], work);
  return run('java', ['-cp', classpath, main, ...args], work);
}

export const JAVA: Language = {
  name: 'java',
  needs: [['mvn', '--version'], ['javac', '--version']],
  async pack() {
    await pacmak('java', OUT, [...PEERS, '.']);
    return `dist/java, ${Math.round(statSync(ours()).size / 1024)} KB`;
  },
  async synthesize(work) {
    writeFileSync(join(work, 'pom.xml'), project());
    await run('mvn', ['--batch-mode', '--quiet', 'dependency:copy-dependencies', '-DoutputDirectory=libraries'], work);
    await compileAndRun(work, join(ROOT, 'examples', 'java', 'io', 'acme', 'SessionCluster.java'), 'io.acme.SessionCluster', 'out');
    return join(work, 'out');
  },
  ownFeature: (work) => compileAndRun(work, join(__dirname, 'OwnFeature.java'), 'OwnFeature'),
};
