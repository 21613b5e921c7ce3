import { classNames, isPlain } from './instances';
import { PropType } from './struct-data';
import { ownerName } from './unknown-props';

/** Where a value may be a secret, which no message may contain. */
const SECRET = /secret|password|token|credential|key|\benv\b|variables|args/i;

/** What somebody has given, for a message: `'4g' (a string)`, `a list`, `an instance of Volume`. */
export function describeValue(given: unknown, path: string): string {
  if (given === null || given === undefined) return String(given);
  if (Array.isArray(given)) return 'a list';
  if (typeof given === 'function') return isClass(given) ? `the class ${given.name}` : 'a function';
  if (typeof given === 'object') return isPlain(given) ? 'an object' : `an instance of ${classNames(given)[0] ?? 'a class'}`;
  if (typeof given === 'symbol') return 'a symbol';
  if (SECRET.test(path)) return `a ${typeof given}`;
  if (typeof given === 'string') return `'${given.length > 60 ? `${given.slice(0, 57)}…` : given}' (a string)`;
  return typeof given === 'number' && !Number.isFinite(given) ? String(given) : `${String(given)} (a ${typeof given})`;
}

export function isClass(given: unknown): given is { readonly name: string } {
  return typeof given === 'function' && given.name !== '' && /^class\b/.test(Function.prototype.toString.call(given));
}

/** What a type asks for, for a message: `a Size`, `a list of k8s.Volume`. */
export function describeType({ kind, name, of, texts }: PropType): string {
  switch (kind) {
    case 'any': return 'anything';
    case 'boolean': return 'true or false';
    case 'date': return 'a Date';
    case 'quantity': return 'a Kubernetes quantity';
    case 'int-or-string': return 'a number or a string';
    case 'text-enum': return `one of ${texts!.filter(Boolean).slice(0, 12).map((text) => `'${text}'`).join(', ')}${texts!.length > 12 ? ' …' : ''}`;
    case 'list': return `a list of ${plural(of!)}`;
    case 'map': return `a map of ${plural(of!)}`;
    case 'struct': return `an object with the props of ${ownerName(name)}`;
    case 'class': case 'enum': return `${/^(apache\.)?[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
    default: return `a ${kind}`;
  }
}

function plural({ kind, name, of }: PropType): string {
  if (kind === 'list' || kind === 'map') return `${kind}s of ${plural(of!)}`;
  return ['string', 'number', 'any'].includes(kind) ? { string: 'strings', number: 'numbers' }[kind as 'string' | 'number'] ?? 'values' : kind === 'text-enum' ? 'strings' : name;
}
