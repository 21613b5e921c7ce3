import { readFileSync } from 'fs';
import { join } from 'path';

/** The type of a prop. */
export interface PropType {
  readonly kind: 'any' | 'string' | 'number' | 'boolean' | 'date' | 'quantity' | 'int-or-string' | 'text-enum' | 'enum' | 'class' | 'struct' | 'list' | 'map';
  /** The name of an enum, a class or a struct. */
  readonly name: string;
  /** The type of the entries of a list or a map. */
  readonly of?: PropType;
  /** The texts that a text enum allows. */
  readonly texts?: readonly string[];
}

/** One prop of a struct. */
export interface Prop {
  readonly name: string;
  /** The name in manifests, where cdk8s-plus names the field of a Kubernetes object differently. */
  readonly manifestName: string;
  readonly type: PropType;
  readonly required: boolean;
}

/** A struct, with its props by all names under which they may be written. */
export interface StructType {
  readonly name: string;
  readonly props: ReadonlyMap<string, Prop>;
  readonly required: readonly Prop[];
}

/** How an instance of a class or an interface is known. */
export interface ClassType {
  readonly properties: readonly string[];
  readonly methods: readonly string[];
  /** The constants of an enum-like class. */
  readonly constants: readonly string[];
}

/** The constants of an enum with their values. */
export type EnumType = { readonly [constant: string]: string };

interface StructData {
  readonly enums: { readonly [name: string]: EnumType };
  readonly classes: { readonly [name: string]: string };
  readonly structs: { readonly [name: string]: { readonly [prop: string]: string } };
}

const SCALARS: { readonly [text: string]: PropType['kind'] } = {
  any: 'any', string: 'string', number: 'number', boolean: 'boolean', date: 'date', Quantity: 'quantity', IntOrString: 'int-or-string',
};

let loaded: StructData | undefined;
const structs = new Map<string, StructType>();
const classes = new Map<string, ClassType>();
const types = new Map<string, PropType>();

/** Read when the first props are checked, and not with the library. */
function data(): StructData {
  loaded ??= JSON.parse(readFileSync(join(__dirname, '..', '..', 'catalog', 'structs.json'), 'utf8')) as StructData;
  return loaded;
}

/** A struct by its name, for example `JobOptions` or `k8s.Volume`; a method's parameters by class and name, for example `FlinkStorage.s3`. */
export function structType(name: string): StructType {
  let struct = structs.get(name);
  if (!struct) {
    const props = Object.entries(data().structs[name]).map(([prop, text]) => asProp(prop, text));
    const byName = new Map(props.flatMap((prop): [string, Prop][] => [[prop.manifestName, prop], [prop.name, prop]]));
    struct = { name, props: byName, required: props.filter(({ required }) => required) };
    structs.set(name, struct);
  }
  return struct;
}

/** The names of all structs that are the props of a construct. */
export function constructStructs(): string[] {
  return Object.keys(data().structs).filter((name) => name.endsWith('Props'));
}

export function enumType(name: string): EnumType {
  return data().enums[name];
}

export function classType(name: string): ClassType {
  let type = classes.get(name);
  if (!type) {
    const [members, constants = ''] = data().classes[name].split(' ');
    const all = members.split(',');
    type = {
      properties: all.filter((member) => !member.endsWith('()')),
      methods: all.filter((member) => member.endsWith('()')).map((member) => member.slice(0, -2)),
      constants: constants.split(',').filter(Boolean),
    };
    classes.set(name, type);
  }
  return type;
}

export function isClassName(name: string): boolean {
  return Object.hasOwn(data().classes, name);
}

function asProp(name: string, text: string): Prop {
  const [own, manifestName = own] = name.split('>');
  const required = text.endsWith('!');
  return { name: own, manifestName, required, type: propType(required ? text.slice(0, -1) : text) };
}

function propType(text: string): PropType {
  let type = types.get(text);
  if (!type) {
    type = parsed(text);
    types.set(text, type);
  }
  return type;
}

function parsed(text: string): PropType {
  if (text.endsWith('[]')) return { kind: 'list', name: text, of: propType(text.slice(0, -2)) };
  if (text.endsWith('{}')) return { kind: 'map', name: text, of: propType(text.slice(0, -2)) };
  if (text.startsWith('=')) return { kind: 'text-enum', name: text, texts: text.slice(1).split('|') };
  const kind = SCALARS[text] ?? (data().enums[text] ? 'enum' : data().classes[text] ? 'class' : 'struct');
  return { kind, name: text };
}
