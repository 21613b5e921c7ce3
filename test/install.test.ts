import { readFileSync } from 'fs';
import { join } from 'path';

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
const { name, peerDependencies, jsii: { targets } } = JSON.parse(read('package.json'));
const [, install] = /\n## ([^]*?)\n## /.exec(read('README.md'))!;

test('the README begins with how to install the library', () => expect(install.split('\n')[0]).toBe('Install'));

test.each([
  ['npm', `npm install ${[name, ...Object.keys(peerDependencies)].join(' ')}\n`],
  ['pip', `pip install ${targets.python.distName}\n`],
  ['Go', `go get ${targets.go.moduleName}/${targets.go.packageName}\n`],
  ['Maven', `  <groupId>${targets.java.maven.groupId}</groupId>\n  <artifactId>${targets.java.maven.artifactId}</artifactId>\n`],
])('the README installs with %s what the package is called there', (_, line) => expect(install).toContain(line));
