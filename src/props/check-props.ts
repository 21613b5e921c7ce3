import { isInstance, isPlain } from './instances';
import { PropContext, PropReport } from './prop-report';
import { Prop, PropType, StructType, classType, enumType, structType } from './struct-data';
import { PlanFinding } from '../private/findings';
import { isQuantity } from '../private/quantity';

/** What was given without what is wrong, and what is wrong. */
export interface CheckedProps<T> {
  /** Plain data: structs are copied, instances of classes are those that were given. */
  readonly cleaned: Partial<T>;
  readonly findings: PlanFinding[];
}

/** Stands for a value that cannot be used. */
const INVALID = Symbol('invalid');

type Data = { readonly [prop: string]: unknown };

/**
 * Checks data against a struct of this library or of Kubernetes, to any depth: unknown, missing and wrong props are findings, and are left
 * out of the result. A struct that lacks a required prop is left out as a whole, except the outermost one. Never throws.
 *
 * @param struct the name of the struct, as in `catalog/structs.json`.
 */
export function checkProps<T>(struct: string, given: unknown, context: PropContext = {}): CheckedProps<T> {
  const report = new PropReport(struct, context);
  const type = structType(struct);
  const path = context.path ?? '';
  // A construct without props lacks those that it requires; a method that returns nothing has forgotten to.
  const props = given === undefined && context.where === undefined ? {} : given;
  if (!isStruct(props, type)) {
    report.wrongType(given, { kind: 'struct', name: struct }, path);
    return { cleaned: {}, findings: report.findings };
  }
  return { cleaned: new PropCheck(report).props(props as Data, type, path).cleaned as Partial<T>, findings: report.findings };
}

/** Data, or an instance of a class that has props of the struct and nothing else. */
function isStruct(given: unknown, { props }: StructType): boolean {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  return isPlain(given) || (Object.keys(given).every((name) => props.has(name)) && [...props.keys()].some((name) => name in given));
}

function isEnumLike({ kind, name }: PropType): boolean {
  return kind === 'enum' || (kind === 'class' && classType(name).constants.length > 0);
}

class PropCheck {
  public constructor(private readonly report: PropReport) {}

  /** The usable props, and whether the required ones are among them. */
  public props(given: Data, struct: StructType, path: string): { readonly cleaned: Data; readonly complete: boolean } {
    const cleaned: { [prop: string]: unknown } = {};
    const names = isPlain(given) ? Object.keys(given) : [...struct.props.keys()].filter((name) => name in given);
    for (const name of names) {
      const prop = struct.props.get(name);
      if (prop) this.prop(prop, given[name], path === '' ? name : `${path}.${name}`, cleaned);
      else if (given[name] !== undefined) this.report.unknownProp(struct, name, path);
    }
    const missing = struct.required.filter(({ manifestName }) => cleaned[manifestName] === undefined);
    for (const prop of missing) {
      if (given[prop.name] === undefined && given[prop.manifestName] === undefined) this.report.missingProp(prop, path, prop.name in given);
    }
    return { cleaned, complete: missing.length === 0 };
  }

  private prop({ type, required, manifestName }: Prop, given: unknown, path: string, cleaned: { [prop: string]: unknown }): void {
    if (given === undefined) {
      if (!required && isEnumLike(type)) this.report.undefinedProp(type, path);
      return;
    }
    const usable = this.value(given, type, path);
    if (usable !== INVALID) cleaned[manifestName] = usable;
  }

  private value(given: unknown, type: PropType, path: string): unknown {
    switch (type.kind) {
      case 'any': return given;
      case 'list': return this.list(given, type, path);
      case 'map': return this.map(given, type, path);
      case 'struct': return this.struct(given, type, path);
      case 'quantity': case 'int-or-string': return this.amount(given, type, path);
      case 'enum': case 'text-enum': return isConstant(given, type) ? given : this.invalid(() => this.report.notInEnum(given, type, path));
      default: return isOfType(given, type) ? given : this.wrong(given, type, path);
    }
  }

  private list(given: unknown, type: PropType, path: string): unknown {
    if (!Array.isArray(given)) return this.wrong(given, type, path);
    return Array.from(given as unknown[], (entry, i) => this.value(entry, type.of!, `${path}[${i}]`)).filter((entry) => entry !== INVALID);
  }

  private map(given: unknown, type: PropType, path: string): unknown {
    if (typeof given !== 'object' || given === null || Array.isArray(given) || !isPlain(given)) return this.wrong(given, type, path);
    if (type.of!.kind === 'any') return given;
    const usable: { [name: string]: unknown } = {};
    for (const [name, content] of Object.entries(given)) {
      this.prop({ name, manifestName: name, type: type.of!, required: false }, content, /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}['${name}']`, usable);
    }
    return usable;
  }

  private struct(given: unknown, type: PropType, path: string): unknown {
    const struct = structType(type.name);
    if (!isStruct(given, struct)) return this.wrong(given, type, path);
    const { cleaned, complete } = this.props(given as Data, struct, path);
    return complete ? cleaned : INVALID;
  }

  /** A quantity, or the number or name of a port: as it is, or in an instance that holds it. */
  private amount(given: unknown, type: PropType, path: string): unknown {
    const content = typeof given === 'object' && given !== null && !isPlain(given) ? (given as { readonly value?: unknown }).value : given;
    if (Number.isFinite(content)) return content;
    if (typeof content !== 'string') return this.wrong(given, type, path);
    return type.kind === 'int-or-string' || isQuantity(content) ? content : this.wrong(content, type, path);
  }

  private wrong(given: unknown, type: PropType, path: string): typeof INVALID {
    return this.invalid(() => this.report.wrongType(given, type, path));
  }

  private invalid(report: () => void): typeof INVALID {
    report();
    return INVALID;
  }
}

function isOfType(given: unknown, { kind, name }: PropType): boolean {
  if (kind === 'class') return isInstance(given, name);
  if (kind === 'number') return Number.isFinite(given);
  return kind === 'date' ? Object.prototype.toString.call(given) === '[object Date]' : typeof given === kind;
}

function isConstant(given: unknown, { name, texts }: PropType): boolean {
  return (texts ?? Object.values(enumType(name))).includes(given as string);
}
