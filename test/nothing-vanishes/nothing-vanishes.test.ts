import { readFileSync } from 'fs';
import { join } from 'path';
import { ATTACHED } from './attached';
import { Outcome, outcome, Subject, SUBJECTS } from './constructs';
import { leaves, sample } from './samples';

/** Props that may change nothing, each with its reason. A name stands for all props of the struct at that place. */
const EXCEPTIONS: { readonly [prop: string]: string } = {
  'FeatureConfig.owner': 'names the feature in messages, and shows when there is one',
  'FeatureConfig.optional': 'decides what is reported where a system cannot express a part, and shows when there is one',
  'FeatureConfig.client': 'concerns pods that call the REST API, and an application has none',
  'FeatureConfig.discovery': 'a system that sets all addresses itself needs nothing for it',
  'JobOptions.artifact': 'a jar in /opt/flink/usrlib is found by Flink itself',
};

/** The exception that a leaf falls under, if any. */
function exceptionOf({ prop, path }: Pick<Case, 'prop' | 'path'>): string | undefined {
  if (/^FeatureConfig: client\./.test(path)) return 'FeatureConfig.client';
  return EXCEPTIONS[prop] === undefined ? undefined : prop;
}

/** How messages name a prop, where not by its own name. */
const WORDS: { readonly [prop: string]: string } = {
  restProtocol: 'REST protocol',
  secretConfiguration: 'from a Secret',
  volumeClaims: 'volume claim',
  dynamicProperties: 'argument',
  configFiles: 'file',
  objects: 'Kubernetes objects',
  plugins: 'plugin',
  ports: 'port',
  serviceAccountAnnotations: 'annotations',
  client: 'client',
};

interface Case {
  readonly subject: Subject;
  readonly prop: string;
  readonly path: string;
  readonly names: string[];
  readonly base: any;
  readonly changed: any;
}

/** A struct with one leaf set, and the structs around it. */
function withLeaf(base: any, [first, ...rest]: readonly string[], content: unknown): any {
  return { ...base, [first]: rest.length ? withLeaf(base?.[first] ?? {}, rest, content) : content };
}

const own: Case[] = SUBJECTS.flatMap((subject) => leaves(subject.struct).map(({ path, struct, prop }) => ({
  subject, prop: `${struct.name}.${prop.name}`, path: path.join('.'), names: namesOf(path), base: subject.base, changed: withLeaf(subject.base, path, sample(path, struct, prop, path.length === 1 ? subject.base[prop.name] : undefined)),
})));
const attached: Case[] = SUBJECTS.filter(({ struct }) => struct !== 'JobOptions').flatMap((subject) => ATTACHED.flatMap(({ struct: name, required = {}, via, props }) => {
  const base = { ...subject.base, ...props(required) };
  return leaves(name).map(({ path, struct, prop }) => ({
    subject,
    prop: `${struct.name}.${prop.name}`,
    path: `${name}: ${path.join('.')}`,
    names: [...namesOf(path), ...(via ?? [])],
    base,
    changed: { ...subject.base, ...props(withLeaf(required, path, sample(path, struct, prop, (required as any)[prop.name]))) },
  }));
}));
const cases = [...own, ...attached];

function namesOf(path: readonly string[]): string[] {
  const last = path[path.length - 1];
  return [last, WORDS[last]].filter((name) => name !== undefined);
}

/** Where what is set shows: in what is synthesized, in a finding that names it (or no longer has to), or nowhere. */
function seen(each: Case): 'output' | 'finding' | undefined {
  const { subject, changed, names } = each;
  const [plain, before, after] = [outcomeOf(subject, subject.base), outcomeOf(subject, each.base), outcome(subject, changed)];
  if (after.output !== before.output) return 'output';
  const told = [...after.findings.filter((finding) => !plain.findings.includes(finding)), ...before.findings.filter((finding) => !after.findings.includes(finding))];
  return told.some((finding) => names.some((name) => finding.toLowerCase().includes(name.toLowerCase()))) ? 'finding' : undefined;
}

const bases = new Map<unknown, Outcome>();

/** The outcome of props that many cases have in common. */
function outcomeOf(subject: Subject, base: unknown): Outcome {
  if (!bases.has(base)) bases.set(base, outcome(subject, base));
  return bases.get(base)!;
}

describe.each(SUBJECTS.map(({ name }) => name))('%s', (name) => {
  test('shows every prop that is set in what it synthesizes, or in a finding that names it', () => {
    const mine = cases.filter(({ subject }) => subject.name === name);
    const silent = mine.filter((each) => exceptionOf(each) === undefined && seen(each) === undefined).map(({ path }) => path);
    expect(silent).toEqual([]);
    expect(mine.length).toBeGreaterThan(name === 'addJob' ? 7 : 250);
  });
});

test('an exception is needed: it is silent on some construct', () => {
  const silent = cases.filter((each) => exceptionOf(each) !== undefined && seen(each) === undefined);
  expect([...new Set(silent.map(exceptionOf))].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  expect(Object.keys(EXCEPTIONS).length).toBeLessThanOrEqual(5);
});

test('every struct that users fill in is among those that are tried', () => {
  const { structs } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'catalog', 'structs.json'), 'utf8'));
  const filled = Object.keys(structs).filter((name) => !name.startsWith('k8s.') && !/\.[a-z]/.test(name) && name !== 'FlinkClusterOptions');
  const tried = new Set(cases.map(({ prop }) => prop.slice(0, prop.lastIndexOf('.'))));
  expect(filled.filter((name) => !tried.has(name) && !SUBJECTS.some(({ struct }) => struct === name))).toEqual([]);
});
