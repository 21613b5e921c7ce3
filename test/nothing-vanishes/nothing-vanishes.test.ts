import { readFileSync } from 'fs';
import { join } from 'path';
import { ATTACHED } from './attached';
import { Outcome, outcome, Subject, SUBJECTS, ToldFinding } from './constructs';
import { leaves, Sample, samples } from './samples';

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
  /** The prop and the structs around it, as findings call them whole. */
  readonly subjects: string[];
  /** Whether the base has another value of it, so that a finding about the prop itself is the same for both. */
  readonly replaces: boolean;
  readonly base: any;
  readonly changed: any;
}

/** A struct with one leaf set, and the structs around it. */
function withLeaf(base: any, [first, ...rest]: readonly string[], content: unknown): any {
  return { ...base, [first]: rest.length ? withLeaf(base?.[first] ?? {}, rest, content) : content };
}

const own: Case[] = SUBJECTS.flatMap((subject) => leaves(subject.struct).flatMap(({ path, struct, prop }) => (
  samples(path, struct, prop, path.length === 1 ? subject.base[prop.name] : undefined).map((sample) => ({
    subject,
    prop: `${struct.name}.${prop.name}`,
    path: labelled(path.join('.'), sample),
    names: namesOf(path),
    subjects: path.map((_, i) => path.slice(0, i + 1).join('.')).reverse(),
    replaces: path.length === 1 && subject.base[prop.name] !== undefined,
    base: subject.base,
    changed: withLeaf(subject.base, path, sample.content),
  })))));
const attached: Case[] = SUBJECTS.filter(({ struct }) => struct !== 'JobOptions').flatMap((subject) => ATTACHED.flatMap(({ struct: name, required = {}, via, props }) => {
  const base = { ...subject.base, ...props(required) };
  return leaves(name).flatMap(({ path, struct, prop }) => samples(path, struct, prop, (required as any)[prop.name]).map((sample) => ({
    subject,
    prop: `${struct.name}.${prop.name}`,
    path: labelled(`${name}: ${path.join('.')}`, sample),
    names: [...namesOf(path), ...(via ?? [])],
    subjects: [],
    replaces: false,
    base,
    changed: { ...subject.base, ...props(withLeaf(required, path, sample.content)) },
  })));
}));
const cases = [...own, ...attached];

function labelled(path: string, { label }: Sample): string {
  return label === undefined ? path : `${path} (${label})`;
}

function namesOf(path: readonly string[]): string[] {
  const last = path[path.length - 1];
  return [last, WORDS[last]].filter((name) => name !== undefined);
}

/** Where what is set shows: in what is synthesized, in a finding that names it (or no longer has to), or nowhere. */
function seen(each: Case): 'output' | 'finding' | undefined {
  const { subject, changed, names, subjects, replaces } = each;
  const [plain, before, after] = [outcomeOf(subject, subject.base), outcomeOf(subject, each.base), outcome(subject, changed)];
  if (after.output !== before.output) return 'output';
  const told = [...without(after.findings, plain.findings), ...without(before.findings, after.findings)];
  const isTold = told.some((finding) => names.some((name) => isNamed(name, finding)) || subjects.includes(finding.subject ?? ''))
    || (replaces && after.findings.some((finding) => finding.subject === subjects[0]));
  return isTold ? 'finding' : undefined;
}

function without(findings: readonly ToldFinding[], others: readonly ToldFinding[]): ToldFinding[] {
  return findings.filter(({ text }) => !others.some((other) => other.text === text));
}

/** Whether a finding is about a prop, or has its name as a word of its own. */
function isNamed(name: string, { subject = '', text }: ToldFinding): boolean {
  const word = new RegExp(`(?<![A-Za-z0-9])${name}s?(?![A-Za-z0-9])`, 'i');
  return word.test(subject) || word.test(text);
}

const bases = new Map<Subject, Map<unknown, Outcome>>();

/** The outcome of props that many cases of one construct have in common. Several constructs have the same props, and different outcomes. */
function outcomeOf(subject: Subject, base: unknown): Outcome {
  const ofSubject = bases.get(subject) ?? new Map<unknown, Outcome>();
  bases.set(subject, ofSubject);
  if (!ofSubject.has(base)) ofSubject.set(base, outcome(subject, base));
  return ofSubject.get(base)!;
}

type Count = { [way in 'output' | 'finding' | 'silent' | 'exception']: number };
const counts: { [construct: string]: Count } = {};

/** The counts are the proof, so they are printed whether the tests pass or not. */
afterAll(() => {
  const lines = Object.entries(counts).map(([name, { output, finding, silent, exception }]) => (
    `  ${name}: ${output} in the output, ${finding} in a finding, ${silent} silent, ${exception} silent by exception\n`));
  process.stdout.write(`nothing vanishes: where each prop that is set shows\n${lines.join('')}`);
});

describe.each(SUBJECTS.map(({ name }) => name))('%s', (name) => {
  test('shows nothing where nothing is set, so that what it shows is due to the prop', () => {
    const { subject, base } = cases.find((each) => each.subject.name === name)!;
    expect(seen({ subject, base, changed: { ...base }, prop: '', path: '', names: ['job', 'image', 'version'], subjects: [], replaces: false })).toBeUndefined();
  });

  test('shows every prop that is set in what it synthesizes, or in a finding that names it', () => {
    const count: Count = { output: 0, finding: 0, silent: 0, exception: 0 };
    counts[name] = count;
    const silent: string[] = [];
    for (const each of cases.filter(({ subject }) => subject.name === name)) {
      const way = seen(each) ?? (exceptionOf(each) === undefined ? 'silent' : 'exception');
      count[way] += 1;
      if (way === 'silent') silent.push(each.path);
    }
    expect(silent).toEqual([]);
    expect(count.silent).toBe(0);
    expect(count.output + count.finding).toBeGreaterThan(name === 'addJob' ? 7 : 300);
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
