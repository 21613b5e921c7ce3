import { describeType, isClass } from './describe-value';
import { exampleOf } from './examples';
import { isInstance, isPlain } from './instances';
import { PropType, structType } from './struct-data';

/** How to mend a value of the wrong type. */
export function wrongTypeRemedy(given: unknown, type: PropType): string {
  const { kind, name, of } = type;
  if (given === null || given === undefined) return `Leave it out, or use ${describeType(type)}, for example ${exampleOf(type)}`;
  if (kind === 'list' && isEntry(given, of!)) return 'Put it into a list: [ … ]';
  if (kind === 'string') return ['number', 'boolean', 'bigint'].includes(typeof given) ? 'Write it in quotes' : 'Write a string';
  if (kind === 'number' && typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given))) return `Write ${given.trim()} without quotes`;
  if (kind === 'boolean' && typeof given === 'string' && /^(true|false)$/i.test(given)) return `Write ${given.toLowerCase()} without quotes`;
  if (kind === 'class' && isClass(given)) return `Create an instance, for example ${/^I[A-Z]/.test(name) ? `new ${given.name}()` : exampleOf(type)}`;
  const meant = typeof given === 'string' || typeof given === 'number' ? meantInstance(String(given).trim(), name) : undefined;
  return meant === undefined ? `Use ${describeType(type)}, for example ${exampleOf(type)}` : `Use ${meant}`;
}

/** Whether a value could be an entry of a list. */
function isEntry(given: unknown, { kind, name }: PropType): boolean {
  if (kind === 'class') return isInstance(given, name);
  if (kind !== 'struct') return typeof given === kind;
  const { props } = structType(name);
  return typeof given === 'object' && given !== null && isPlain(given) && Object.keys(given).length > 0 && Object.keys(given).every((prop) => props.has(prop));
}

/** Units as Flink, Kubernetes and people write them, with the methods that take them. */
const UNITS: { readonly [name: string]: readonly (readonly [unit: RegExp, method: string])[] } = {
  Cpu: [[/^m$/, 'millis'], [/^$/, 'units']],
  Duration: [
    [/^(ms|milli(second)?s?)$/, 'millis'], [/^(s|sec(ond)?s?)$/, 'seconds'], [/^(m|min(ute)?s?)$/, 'minutes'], [/^(h|hours?)$/, 'hours'], [/^(d|days?)$/, 'days'],
  ],
  Size: [[/^ki?b?$/i, 'kibibytes'], [/^mi?b?$/i, 'mebibytes'], [/^gi?b?$/i, 'gibibytes'], [/^ti?b?$/i, 'tebibytes']],
};

/** The instance that a text or a number probably stands for. */
function meantInstance(text: string, name: string): string | undefined {
  if (name === 'FlinkVersion') return /^\d+\.\d+\.\d+$/.test(text) ? `FlinkVersion.of('${text}')` : undefined;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*([a-zA-Z]*)$/.exec(text) ?? [];
  const method = amount === undefined ? undefined : UNITS[name]?.find(([pattern]) => pattern.test(unit))?.[1];
  return method && `${name}.${method}(${amount})`;
}
