import { copyOfData, INVALID, isEntryName } from './any-data';
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

/** With so many wrong entries, the rest of a list is probably wrong in the same way. */
const WRONG_ENTRIES_SHOWN = 10;

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
  try {
    if (isStruct(props, type)) {
      const { cleaned } = new PropCheck(report).props(props as Data, type, path);
      return { cleaned: cleaned as Partial<T>, findings: report.findings };
    }
    report.wrongType(given, { kind: 'struct', name: struct }, path);
  } catch (error) {
    // A proxy may refuse even to be looked at.
    report.unreadable(error, path);
  }
  return { cleaned: {}, findings: report.findings };
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
    const tried = new Set<string>();
    // What is not enumerable, or is inherited, was given as well.
    const own = isPlain(given) ? Object.keys(given) : [];
    const names = new Set([...own, ...[...struct.props.keys()].filter((name) => name in given)]);
    for (const name of names) {
      const prop = struct.props.get(name);
      const place = path === '' ? name : `${path}.${name}`;
      try {
        const content = given[name];
        if (content !== undefined) tried.add(prop?.manifestName ?? name);
        if (prop) this.prop(prop, content, place, cleaned);
        else if (content !== undefined) this.report.unknownProp(struct, name, path);
      } catch (error) {
        tried.add(prop?.manifestName ?? name);
        this.report.unreadable(error, place);
      }
    }
    const missing = struct.required.filter(({ manifestName }) => cleaned[manifestName] === undefined);
    for (const prop of missing) if (!tried.has(prop.manifestName)) this.report.missingProp(prop, path, prop.name in given);
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

  /** A getter or a proxy within the value may throw an error: then that part cannot be used, and everything else can. */
  private value(given: unknown, type: PropType, path: string): unknown {
    try {
      return this.usable(given, type, path);
    } catch (error) {
      return this.invalid(() => this.report.unreadable(error, path));
    }
  }

  private usable(given: unknown, type: PropType, path: string): unknown {
    switch (type.kind) {
      case 'any': return copyOfData(given, path, this.report);
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
    const usable: unknown[] = [];
    for (let [i, wrong] = [0, 0]; i < given.length; i++) {
      const earlier = this.report.findings.length;
      const entry = this.value(given[i], type.of!, `${path}[${i}]`);
      if (entry !== INVALID) usable.push(entry);
      if (this.report.hasErrorAfter(earlier)) wrong += 1;
      if (wrong === WRONG_ENTRIES_SHOWN && i + 1 < given.length) {
        this.report.manyWrongEntries(path, wrong, given.length - i - 1);
        break;
      }
    }
    return usable;
  }

  private map(given: unknown, type: PropType, path: string): unknown {
    if (typeof given !== 'object' || given === null || Array.isArray(given) || !isPlain(given)) return this.wrong(given, type, path);
    const usable: { [name: string]: unknown } = {};
    for (const [name, content] of Object.entries(given)) {
      const place = /^[A-Za-z_$][\w$]*$/.test(name) ? `${path}.${name}` : `${path}['${name}']`;
      if (!isEntryName(name, place, this.report)) continue;
      // An option that is set to undefined is for the configuration to report.
      if (content === undefined && type.of!.kind === 'any') usable[name] = undefined;
      else this.prop({ name, manifestName: name, type: type.of!, required: false }, content, place, usable);
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
