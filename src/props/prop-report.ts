import { describeType, describeValue } from './describe-value';
import { classConstantsOf, constantsOf, exampleOf } from './examples';
import { Prop, PropType, StructType, enumType } from './struct-data';
import { ownerName, unknownPropRemedy } from './unknown-props';
import { wrongTypeRemedy } from './wrong-type-remedy';
import { FindingSeverity } from '../finding';
import { nearest } from '../private/edit-distance';
import { messageOf, PlanFinding, problem, warning } from '../private/findings';

/** What a check of props may know beside the struct. */
export interface PropContext {
  /** Who was given the props or has returned them, for messages, for example `FlinkStorage.s3()`. */
  readonly where?: string;
  /** The path of the struct itself, for example `job`. */
  readonly path?: string;
  /** What to do instead of a prop that the struct does not have, by its name. */
  readonly hints?: { readonly [prop: string]: string };
}

/** Writes the findings of one check of props. */
export class PropReport {
  public readonly findings: PlanFinding[] = [];

  public constructor(private readonly root: string, private readonly context: PropContext) {}

  /** Whether there is an error behind a number of earlier findings. */
  public hasErrorAfter(earlier: number): boolean {
    return this.findings.slice(earlier).some(({ severity }) => severity === FindingSeverity.ERROR);
  }

  public unknownProp(struct: StructType, name: string, parent: string): void {
    const path = parent === '' ? name : `${parent}.${name}`;
    const { hints = {}, path: start = '' } = this.context;
    const remedy = unknownPropRemedy({ struct, parent, name, root: this.root, hints: parent === start ? hints : {} });
    this.findings.push(problem('unknown-prop', `${this.label(path)} is not a prop of ${ownerName(struct.name)}`, remedy, path));
  }

  public wrongType(given: unknown, type: PropType, path: string): void {
    this.findings.push(problem('invalid-prop-type', `${this.label(path)} is ${describeValue(given, path)}, and must be ${describeType(type)}`, wrongTypeRemedy(given, type), path));
  }

  /** @param given whether the prop is there, with the value undefined. */
  public missingProp(prop: Prop, parent: string, given: boolean): void {
    const path = parent === '' ? prop.name : `${parent}.${prop.name}`;
    const constants = given ? this.constants(prop.type) : [];
    const remedy = constants.length ? `Use ${either(constants)}` : prop.type.kind === 'string' ? 'Set it' : `Set it, for example ${exampleOf(prop.type)}`;
    this.findings.push(problem('missing-prop', `${this.label(path)} is ${given ? 'undefined' : 'missing'}`, remedy, path));
  }

  public notInEnum(given: unknown, type: PropType, path: string): void {
    const all = type.kind === 'enum' ? constantsOf(type.name) : type.texts!.filter(Boolean).map((text) => `'${text}'`);
    const meant = typeof given === 'string' ? this.meant(given, type) : undefined;
    this.findings.push(problem('invalid-enum-value', `${this.label(path)} is ${describeValue(given, path)}, and must be ${describeType(type)}`,
      meant ? `Did you mean ${meant}?` : `Use ${either(all)}`, path));
  }

  /** In JavaScript a constant that an enum does not have is undefined. */
  public undefinedProp(type: PropType, path: string): void {
    this.findings.push(warning('undefined-prop', `${this.label(path)} is undefined, like a constant that ${type.name} does not have, so its default is used`,
      `Use ${either(this.constants(type))}, or remove it`, path));
  }

  /** A getter or a proxy has thrown an error. */
  public unreadable(error: unknown, path: string): void {
    this.findings.push(problem('unreadable-prop', `${this.label(path)} cannot be read: ${messageOf(error)}`, 'Give plain data', path));
  }

  public reservedName(name: string, path: string): void {
    this.findings.push(problem('reserved-name', `${this.label(path)}: '${name}' is a property of every JavaScript object, and no entry of a map can have that name`, 'Use another name', path));
  }

  public cyclicData(path: string): void {
    this.findings.push(problem('cyclic-data', `${this.label(path)} contains itself`, 'Remove the reference to a map or list around it', path));
  }

  public deepData(path: string, depth: number): void {
    this.findings.push(problem('deeply-nested-data', `${this.label(path)} is nested more than ${depth} levels deep`, 'Flatten it', path));
  }

  public manyWrongEntries(path: string, shown: number, unchecked: number): void {
    this.findings.push(problem('many-invalid-entries', `${this.label(path)} has ${shown} wrong entries, and the ${unchecked} behind them are not checked`, 'Mend these first', path));
  }

  private label(path: string): string {
    const { where } = this.context;
    return where === undefined ? path || 'props' : `${where}: ${path || 'the result'}`;
  }

  private constants({ kind, name }: PropType): string[] {
    return kind === 'enum' ? constantsOf(name) : kind === 'class' ? classConstantsOf(name) : [];
  }

  /** The constant that a text probably stands for. */
  private meant(given: string, { kind, name, texts }: PropType): string | undefined {
    if (kind === 'text-enum') {
      const near = nearest(given, texts!);
      return near && `'${near}'`;
    }
    const constants = enumType(name);
    const near = nearest(given, [...Object.keys(constants), ...Object.values(constants)]);
    return near && `${name}.${constants[near] === undefined ? Object.keys(constants).find((constant) => constants[constant] === near) : near}`;
  }
}

/** `A, B or C`; of many the first. */
function either(words: readonly string[]): string {
  if (words.length > 12) return `${words.slice(0, 12).join(', ')} …`;
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
