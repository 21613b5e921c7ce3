import { readdirSync, readFileSync, statSync } from 'fs';
import { dirname, join, relative, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..');
const SRC = join(ROOT, 'src');

/** Every TypeScript file below a folder. */
function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : files(path);
    return /\.m?ts$/.test(name) ? [path] : [];
  });
}

const sources = files(SRC).map((path) => ({ path, name: relative(SRC, path), text: readFileSync(path, 'utf8') }));

/**
 * Floors by folder, subfolder or file: the longest name that fits counts. What stands in src itself is a value. Fractions are steps
 * within a floor: a folder's subfolders may stand below or above the files of the folder itself.
 */
const FLOORS: { [name: string]: number } = {
  'finding.ts': 0,
  'private': 0.2,
  'props': 0.3,
  'configuration/catalog': 1,
  'configuration/values': 1.1,
  'configuration': 1.2,
  'memory': 1.3,
  'features': 2,
  'features/storage': 2.1,
  'features/state': 2.1,
  'features/availability': 2.1,
  'features/observability': 2.1,
  'features/security': 2.1,
  'features/network': 2.1,
  'features/process': 2.1,
  'cluster.ts': 3,
  'plan/plan.ts': 3.1,
  'plan/plan-options.ts': 3.1,
  'plan/capabilities.ts': 3.1,
  'plan/plan-target.ts': 3.15,
  'plan/image-reference.ts': 3.1,
  'plan/pods': 3.2,
  'plan/checks': 3.3,
  'plan': 3.4,
  'cli': 4,
  'kubernetes': 5,
  'standalone': 6,
  'apache': 6,
  'index.ts': 8,
};

/** The floor of a file by its path below src. */
function floorOf(name: string): number {
  const parts = name.split('/');
  if (FLOORS[name] !== undefined) return FLOORS[name];
  for (let length = parts.length - 1; length > 0; length--) {
    const floor = FLOORS[parts.slice(0, length).join('/')];
    if (floor !== undefined) return floor;
  }
  return parts.length === 1 ? 0.5 : NaN;
}

/** Files of src that a file imports. */
function imports({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(/(?:from|import|require\(|import\()\s*'(\.[^']*)'/g)].map(([, target]) => {
    const base = resolve(dirname(path), target);
    return relative(SRC, sources.find((s) => s.path === `${base}.ts` || s.path === join(base, 'index.ts'))!.path);
  });
}

/** Whether two files stand in one folder. */
function isNeighbour(one: string, other: string): boolean {
  return dirname(one) === dirname(other);
}

test('a file imports only from its own folder or from a lower floor', () => {
  const wrong = sources.flatMap((source) => imports(source)
    .filter((target) => (isNeighbour(target, source.name) ? floorOf(target) > floorOf(source.name) : floorOf(target) >= floorOf(source.name)))
    .map((target) => `${source.name} → ${target}`));
  expect(wrong).toEqual([]);
});

test('folders go two levels deep at most', () => {
  expect(sources.filter(({ name }) => name.split('/').length > 3).map(({ name }) => name)).toEqual([]);
});

test('every folder has its floor', () => {
  expect(sources.filter(({ name }) => Number.isNaN(floorOf(name))).map(({ name }) => name)).toEqual([]);
});

test('no system knows another', () => {
  const systems = Object.keys(FLOORS).filter((folder) => FLOORS[folder] === 6);
  const wrong = sources.filter(({ name }) => systems.includes(name.split('/')[0])).flatMap((source) => imports(source)
    .filter((target) => systems.includes(target.split('/')[0]) && target.split('/')[0] !== source.name.split('/')[0])
    .map((target) => `${source.name} → ${target}`));
  expect(wrong).toEqual([]);
});

test('imports go in no circle', () => {
  const graph = new Map(sources.map((source) => [source.name, imports(source)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, above: string[]) => {
    if (above.includes(name)) circles.push([...above.slice(above.indexOf(name)), name].join(' → '));
    if (done.has(name) || above.includes(name)) return;
    for (const next of graph.get(name)!) walk(next, [...above, name]);
    done.add(name);
  };
  for (const name of graph.keys()) walk(name, []);
  expect(circles).toEqual([]);
});

test('nothing below floor 5 makes a construct', () => {
  const makes = /extends Construct\b|new (Construct|ApiObject|Chart|App|kplus\.\w+)\(/;
  expect(sources.filter(({ name, text }) => floorOf(name) < 5 && makes.test(text)).map(({ name }) => name)).toEqual([]);
});

test('only configuration/ and flink-version.ts compare versions', () => {
  const wrong = sources.filter(({ name, text }) => !name.startsWith('configuration/') && name !== 'flink-version.ts' && comparesVersions(text));
  expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** Whether a text decides by the number of a Flink version instead of asking the catalog or the version's facts. */
function comparesVersions(text: string): boolean {
  const part = '\\.(minorVersion|release)';
  return new RegExp(`FlinkVersion\\.V\\d|${part}\\s*(===|!==|<=?|>=?)|${part}\\.(startsWith|endsWith|split|match|localeCompare|includes)\\(|(===|!==|<=?|>=?)\\s*'\\d+\\.\\d+`).test(text);
}

test.each([
  ["version.minorVersion === '1.20'", true],
  ['version.minorVersion >= other', true],
  ["version.minorVersion.startsWith('1.')", true],
  ["version.release.split('.')", true],
  ["text < '1.20'", true],
  ['FlinkVersion.V1_20', true],
  ['`Flink ${version.minorVersion}`', false],
])('%j compares versions: %p', (text, expected) => {
  expect(comparesVersions(text)).toBe(expected);
});

/** How code can name a system: its folder, its constructs, and the title that messages have for it. */
const SYSTEM_NAMES = (() => {
  const ofSystems = sources.filter(({ name }) => floorOf(name) === 6);
  const found = (pattern: RegExp) => ofSystems.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, name]) => name));
  return {
    folders: [...new Set(ofSystems.map(({ name }) => name.split('/')[0]))],
    constructs: found(/export class (\w+) extends FlinkClusterBase/g),
    titles: found(/\btitle: '([^']+)'/g),
  };
})();

/** The names of systems in a text beside its comments. A folder's name may stand in names of Java packages and images, and be a value of an option. */
function systemsIn(text: string): string[] {
  const { folders, constructs, titles } = SYSTEM_NAMES;
  const code = text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
  return [
    ...folders.filter((folder) => new RegExp(`(?<![.\\w])${folder}(?![/\\w])|\\.\\./${folder}/`, 'i').test(code.replaceAll(`'${folder}'`, ''))),
    ...constructs.filter((construct) => new RegExp(`\\b${construct}\\b`).test(code)),
    ...titles.filter((title) => code.includes(title)),
  ];
}

test('no feature and no part of the plan names a system', () => {
  expect(SYSTEM_NAMES).toEqual({
    folders: ['apache', 'standalone'],
    constructs: ['FlinkDeployment', 'FlinkApplication', 'FlinkJobCluster', 'FlinkSessionCluster'],
    titles: ['the Apache operator', 'standalone Kubernetes', 'an indexed Job', 'a Job beside a Deployment'],
  });
  const wrong = sources.filter(({ name }) => /^(features|plan)\//.test(name)).flatMap(({ name, text }) => systemsIn(text).map((system) => `${name}: ${system}`));
  expect(wrong).toEqual([]);
});

test.each([
  ["'Leave it out, or run the cluster standalone'", ['standalone']],
  ["'Use FlinkApplication'", ['FlinkApplication']],
  ["platform.title === 'an indexed Job'", ['an indexed Job']],
  ["import { X } from '../standalone/x'", ['standalone']],
  ["'apache/flink', 'org.apache.flink.metrics', type === 'standalone', FlinkApplicationOptions", []],
  ['/** As the Apache operator does. */ // standalone', []],
])('%s names %j', (text, expected) => {
  expect(systemsIn(text)).toEqual(expected);
});

test('a file is named after its idea', () => {
  const vague = sources.filter(({ name }) => /(^|[/-])(utils?|helpers?|common|misc|shared|types)\.ts$/.test(name));
  expect(vague.map(({ name }) => name)).toEqual([]);
});

test('a hand-written file has 300 lines at most', () => {
  const long = ['src', 'test', 'tools', 'examples'].flatMap((folder) => files(join(ROOT, folder)))
    .filter((path) => !path.includes('.generated.'))
    .map((path) => ({ name: relative(ROOT, path), lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

/** What a user of any language sees: exported declarations of the files that the index re-exports. */
const publicDeclarations = (() => {
  const seen = new Map<string, ts.SourceFile>();
  const visit = (path: string) => {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    const reexports = file.statements.filter(ts.isExportDeclaration).map((e) => resolve(dirname(path), (e.moduleSpecifier as ts.StringLiteral).text));
    if (!reexports.length) seen.set(path, file);
    for (const base of reexports) visit(sources.find((s) => s.path === `${base}.ts`)?.path ?? join(base, 'index.ts'));
  };
  visit(join(SRC, 'index.ts'));
  return [...seen.values()].flatMap((file) => file.statements
    .filter((s): s is ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration => (
      (ts.isClassDeclaration(s) || ts.isInterfaceDeclaration(s) || ts.isEnumDeclaration(s)) && !isInternal(s)))
    // A class that is not exported shows in those that extend it.
    .filter((s) => isExported(s) || (ts.isClassDeclaration(s) && s.modifiers?.some((m) => m.kind === ts.SyntaxKind.AbstractKeyword)))
    .map((declaration) => ({ declaration, name: `${relative(SRC, file.fileName)} ${declaration.name!.text}` })));
})();

function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some((tag) => tag.tagName.text === 'internal');
}

function isExported(node: ts.HasModifiers): boolean {
  return node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** What cdk8s-plus calls is declared again for TypeScript alone: other languages see the first declaration (docs/adr/0011). */
const CALLED_BY_CDK8S_PLUS = ['toPodSelectorConfig', 'toNetworkPolicyPeerConfig', 'toPodSelector', 'toScalingTarget'];

function isDeclaredAgain(node: ts.Node, index: number, members: readonly ts.Node[]): boolean {
  const nameOf = (member: ts.Node) => ((member as ts.NamedDeclaration).name as ts.Identifier)?.text;
  return CALLED_BY_CDK8S_PLUS.includes(nameOf(node)) && members.findIndex((member) => nameOf(member) === nameOf(node)) < index;
}

/** Members that other languages see. */
const publicMembers = publicDeclarations.flatMap(({ declaration, name }) => {
  const members: readonly ts.Node[] = declaration.members;
  return members
    .filter((m, i) => !isDeclaredAgain(m, i, members))
    .filter((m) => !isInternal(m) && !((m as ts.HasModifiers).modifiers?.some((mod) => mod.kind === ts.SyntaxKind.PrivateKeyword)))
    .map((member) => ({ declaration, member: member as ts.TypeElement | ts.ClassElement | ts.EnumMember, name: `${name}.${((member as ts.NamedDeclaration).name as ts.Identifier)?.text ?? 'constructor'}` }));
});

test('every public declaration and member says what it is', () => {
  const silent = [...publicDeclarations.map(({ declaration, name }) => ({ node: declaration as ts.Node, name })), ...publicMembers.map(({ member, name }) => ({ node: member as ts.Node, name }))]
    .filter(({ node }) => !ts.isConstructorDeclaration(node) && !ts.getJSDocCommentsAndTags(node).length)
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});

test('every optional prop says its default', () => {
  const silent = publicMembers
    .filter(({ declaration, member }) => ts.isInterfaceDeclaration(declaration) && (member as ts.PropertySignature).questionToken)
    .filter(({ member }) => !ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'default' && tag.comment))
    .map(({ name }) => name);
  expect(silent).toEqual([]);
});

test('no public signature has a union, a literal, an overload or a type parameter', () => {
  const wrong: string[] = [];
  for (const { member, name } of publicMembers) {
    if (ts.isEnumMember(member)) continue;
    const types = (node: ts.Node): void => {
      if (ts.isBlock(node) || ts.isPropertyAccessExpression(node) || ts.isNewExpression(node) || ts.isCallExpression(node) || ts.isStringLiteral(node)) return;
      // The names of Flink's options, for completion: other languages see a plain string.
      if (node.getText() === 'FlinkOptionKey | (string & {})') return;
      const real = ts.isUnionTypeNode(node) ? node.types.filter((t) => t.kind !== ts.SyntaxKind.UndefinedKeyword) : [];
      if (real.length > 1 || ts.isLiteralTypeNode(node) || ts.isTypeParameterDeclaration(node) || ts.isMappedTypeNode(node)) wrong.push(name);
      ts.forEachChild(node, types);
    };
    types(member);
  }
  const named = publicMembers.filter(({ member }) => ts.isMethodDeclaration(member)).map(({ name }) => name);
  wrong.push(...named.filter((name, i) => named.indexOf(name) !== i));
  expect(wrong).toEqual([]);
});

test('no public member has a name that cdk8s gives a meaning of its own', () => {
  expect(publicMembers.filter(({ name }) => /\.(value|resolve)$/.test(name)).map(({ name }) => name)).toEqual([]);
});
