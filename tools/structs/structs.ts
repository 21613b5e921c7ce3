import { DeclaredType, Fields, Member, Method, nameOf, TypeReference } from './assembly';
import { kubernetesStruct } from './kubernetes-structs';

/** What is known at run time of the types that users hand in. */
export interface Structs {
  /** Enums, with the value of each constant. */
  readonly enums: { readonly [name: string]: { readonly [constant: string]: string } };
  /** Classes and interfaces: the members by which an instance is known, and after a blank the constants of an enum-like class. */
  readonly classes: { readonly [name: string]: string };
  /** Structs, with inherited fields; methods by class and name, with their parameters as fields. */
  readonly structs: { readonly [name: string]: Fields };
}

/**
 * The members by which instances are known where the public ones do not tell: what the library calls. Classes of other packages may come
 * from another copy, or from another version, than the one that we compile against.
 */
const KNOWN_BY: { readonly [name: string]: string } = {
  FlinkVersion: '_facts',
  S3Credentials: '_env',
  Duration: 'toMilliseconds()',
  Size: 'toKibibytes()',
  Cpu: 'amount',
  JsonPatch: '_toJson()',
  ISecret: 'name',
  IServiceAccount: 'name',
  IConstruct: 'node',
};

/** Types that are written as text or numbers, or as an instance that holds either. */
const AMOUNTS = ['k8s.Quantity', 'k8s.IntOrString'];

/** Everything that users hand in, from the assemblies. */
export class StructCollector {
  private readonly enums: { [name: string]: { [constant: string]: string } } = {};
  private readonly classes: { [name: string]: string } = {};
  private readonly structs: { [name: string]: Fields } = {};
  private readonly kubernetesNames: string[];

  /**
   * @param own the fully qualified names of our own types.
   * @param valuesOf the values of an enum of ours, which the assembly does not hold.
   */
  public constructor(
    private readonly types: { readonly [fqn: string]: DeclaredType },
    private readonly own: readonly string[],
    private readonly valuesOf: (name: string) => { readonly [constant: string]: string },
  ) {
    this.kubernetesNames = Object.keys(types).map(nameOf).filter((name) => name.startsWith('k8s.'));
  }

  public collect(): Structs {
    const own = this.own.map((fqn) => this.types[fqn]);
    // What users implement returns what they hand in.
    const implemented = own.filter(({ kind, datatype, methods = [] }) => kind === 'interface' && !datatype && methods.some(({ returns }) => returns));
    for (const { methods = [] } of implemented) for (const { returns } of methods) this.reference(returns!.type);
    const calledByLibrary = implemented.map(({ fqn }) => fqn);
    for (const type of own) if (type.kind === 'class') this.addClass(type, calledByLibrary);
    return { enums: this.enums, classes: this.classes, structs: this.structs };
  }

  /** The constructor and the methods that users call. */
  private addClass(type: DeclaredType, calledByLibrary: readonly string[]): void {
    const structs = (type.initializer?.parameters ?? []).filter(({ type: { fqn } }) => fqn && this.types[fqn]?.datatype);
    for (const parameter of structs) this.reference(parameter.type);
    for (const { name, parameters = [], overrides, protected: isProtected } of type.methods ?? []) {
      if (!calledByLibrary.includes(overrides ?? '') && !isProtected && parameters.length) this.structs[`${nameOf(type.fqn)}.${name}`] = this.fields(parameters.map(asField));
    }
  }

  private fields(members: readonly Member[]): Fields {
    return Object.fromEntries(members.map(({ name, type, optional }) => [name, this.reference(type) + (optional || type.primitive === 'any' ? '' : '!')]));
  }

  /** The text for a type; what it refers to is collected. */
  private reference({ primitive, collection, fqn }: TypeReference): string {
    if (primitive) return primitive;
    if (collection) return this.reference(collection.elementtype) + (collection.kind === 'array' ? '[]' : '{}');
    const name = nameOf(fqn!);
    if (AMOUNTS.includes(name)) return name.slice('k8s.'.length);
    const type = this.types[fqn!];
    if (type?.kind === 'enum') this.enums[name] ??= this.valuesOf(name);
    else if (type?.datatype) this.addStruct(name, type);
    else this.classes[name] ??= this.membersOf(name, type);
    return name;
  }

  private addStruct(name: string, type: DeclaredType): void {
    if (this.structs[name]) return;
    this.structs[name] = {};
    const fields = this.fields(this.inherited(type));
    this.structs[name] = name.startsWith('k8s.') ? kubernetesStruct(name, fields, this.kubernetesNames) : fields;
    // Structs that only a newer Kubernetes has are found through fields that only it has.
    for (const added of Object.values(this.structs[name])) {
      const found = /^k8s\.\w+/.exec(added)?.[0];
      if (found && !this.structs[found]) this.addStruct(found, this.types[`cdk8s-plus-27.${found}`] ?? { fqn: found, kind: 'interface', datatype: true });
    }
  }

  private inherited({ properties = [], interfaces = [] }: DeclaredType): Member[] {
    return [...interfaces.flatMap((fqn) => this.inherited(this.types[fqn])), ...properties];
  }

  private membersOf(name: string, type: DeclaredType | undefined): string {
    const constants = (type?.properties ?? []).filter((property) => property.const && property.type.fqn === type!.fqn).map((property) => property.name);
    const isPublic = (member: Member | Method) => !member.static && !member.protected;
    const members = [...(type?.properties ?? []).filter(isPublic).map((property) => property.name), ...(type?.methods ?? []).filter(isPublic).map((method) => `${method.name}()`)];
    return [KNOWN_BY[name] ?? members.join(','), ...(constants.length ? [constants.join(',')] : [])].join(' ');
  }
}

/** A parameter as a field: what comes one by one is a list. */
function asField({ variadic, ...parameter }: Member): Member {
  return variadic ? { ...parameter, type: { collection: { kind: 'array', elementtype: parameter.type } } } : parameter;
}
