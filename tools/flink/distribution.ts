/*
 * Real Flink distributions, brought from public package registries into a cache.
 *
 *   distribution('1.20.5')      its folder: lib, opt, plugins, bin, conf. A complete FLINK_HOME.
 *   classPath('1.20.5')         every jar of it, with the jars that are packed inside other jars.
 *   mavenJar('g:a:1.20.5')      one jar that the distribution lacks.
 *   withNested(jars)            jars, each followed by the jars packed inside it.
 *
 * All of them may be called in parallel, from one process or from many: each thing is fetched once.
 * The cache is $CDK8S_FLINK_CACHE, by default ~/.cache/cdk8s-flink. Needs python3 with pip; mavenJar needs mvn.
 *
 * Why the Python packages: they hold the whole lib/ of every release that we support, which Maven does not.
 * What they lack of the official download are the file systems, the SQL gateway and most other jars of opt/.
 * Nothing is installed; but to download a source archive pip asks it for its metadata, in an environment of its own.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'fs';
import { homedir } from 'os';
import { dirname, join, relative, sep } from 'path';
import { once } from './once';
import { run } from './run';

const PYTHON = process.env.PYTHON ?? 'python3';
const MAVEN = process.env.MAVEN ?? 'mvn';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

/** The folder of everything that is fetched. */
export function cache(): string {
  return process.env.CDK8S_FLINK_CACHE ?? join(homedir(), '.cache', 'cdk8s-flink');
}

/** The folder of the whole distribution of one exact release, such as `1.20.5`. */
export function distribution(release: string): Promise<string> {
  return once(join(cache(), 'distribution', release), async (work) => {
    const libraries = await unpack(await download(join(work, 'libraries'), `apache-flink-libraries==${release}`));
    for (const folder of ['lib', 'opt', 'plugins']) renameSync(join(libraries, folder), join(work, folder));
    const scripts = await unpack(await downloadAnyWheel(join(work, 'scripts'), `apache-flink==${release}`));
    for (const folder of ['bin', 'conf']) renameSync(join(scripts, folder), join(work, folder));
    for (const script of readdirSync(join(work, 'bin'))) chmodSync(join(work, 'bin', script), 0o755);
    for (const left of ['libraries', 'scripts']) rmSync(join(work, left), { recursive: true });
  });
}

/** Every jar of a distribution's lib, opt and plugins, in this order, with the jars packed inside them. */
export async function classPath(release: string): Promise<string[]> {
  const home = await distribution(release);
  return withNested(['lib', 'opt', 'plugins'].flatMap((folder) => jarsBelow(join(home, folder))));
}

/** The path of one jar by its Maven coordinates, `group:artifact:version`; without what it depends on. */
export async function mavenJar(coordinates: string): Promise<string> {
  const folder = await once(join(cache(), 'maven', coordinates.split(':').join('+')), (work) => {
    const call = mavenIsFree.then(() => run(MAVEN, ['-B', '-q', COPY, `-Dartifact=${coordinates}`, `-DoutputDirectory=${work}`]));
    mavenIsFree = call.catch(() => undefined);
    return call;
  });
  return join(folder, readdirSync(folder)[0]);
}

// One at a time, for each is a JVM of its own that writes into the same local repository.
let mavenIsFree: Promise<unknown> = Promise.resolve();

/** The jars, each followed by those packed inside it, unpacked. The table planner and the RPC system come like this. */
export async function withNested(jars: string[]): Promise<string[]> {
  const each = await Promise.all(jars.map(async (jar) => {
    const folder = await once(join(cache(), 'nested', relative(cache(), jar).split(sep).join('+')), async (work) => {
      await run(PYTHON, ['-c', UNPACK_JARS, jar, work]);
    });
    return [jar, ...await withNested(jarsBelow(folder))];
  }));
  return each.flat();
}

const UNPACK_JARS = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as jar:
    for name in jar.namelist():
        if name.endswith('.jar'): jar.extract(name, sys.argv[2])
`;

function jarsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? jarsBelow(path) : entry.name.endsWith('.jar') ? [path] : [];
    });
}

/** Downloads one package into a new folder and returns its archive. Nothing is installed. */
async function download(folder: string, requirement: string, ...options: string[]): Promise<string> {
  mkdirSync(folder);
  const quiet = ['-q', '--disable-pip-version-check', '--no-cache-dir', '--no-deps'];
  await run(PYTHON, ['-m', 'pip', 'download', ...quiet, '-d', folder, ...options, requirement]);
  return join(folder, readdirSync(folder)[0]);
}

/** Scripts and conf are the same in all wheels of a release, which are made for one version of Python each: any will do. */
async function downloadAnyWheel(folder: string, requirement: string): Promise<string> {
  const refusals: unknown[] = [];
  for (const minor of [11, 12, 10, 9, 8, 7]) {
    const tags = ['--abi', `cp3${minor}`, '--abi', `cp3${minor}m`, '--platform', 'manylinux1_x86_64', '--platform', 'manylinux2014_x86_64'];
    try {
      return await download(folder, requirement, '--only-binary=:all:', '--implementation', 'cp', '--python-version', `3.${minor}`, ...tags);
    } catch (refusal) {
      refusals.push(refusal);
      rmSync(folder, { recursive: true });
    }
  }
  throw new AggregateError(refusals, `no wheel of ${requirement}: ${refusals[0]}`);
}

/** Unpacks a Python archive without running anything in it, and returns the folder that holds lib, opt and the like. */
async function unpack(archive: string): Promise<string> {
  const into = dirname(archive);
  await run(PYTHON, ['-m', archive.endsWith('.whl') ? 'zipfile' : 'tarfile', '-e', archive, into]);
  // A wheel keeps the distribution under pyflink/, a source archive under <name>/deps/.
  const homes = [join(into, 'pyflink'), ...readdirSync(into).map((name) => join(into, name, 'deps'))];
  const home = homes.find((folder) => existsSync(folder));
  if (!home) throw new Error(`no distribution inside ${archive}`);
  return home;
}
