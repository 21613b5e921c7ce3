import { describeType, isClass } from './describe-value';
import { exampleOf } from './examples';
import { isInstance, isPlain } from './instances';
import { PropType, structType } from './struct-data';

/** How to mend a value of the wrong type. */
export function wrongTypeRemedy(given: unknown, type: PropType): string {
  const { kind, name, of } = type;
  if (given === null || given === undefined) return `Leave it out, or use ${describeType(type)}, for example ${exampleOf(type)}`;
  if (kind === 'list' && isEntry(given, of!)) return 'Put it into a list: [ … ]';
  if (kind === 'string' && ['number', 'boolean', 'bigint'].includes(typeof given)) return 'Write it in quotes';
  if (kind === 'number' && typeof given === 'string' && given.trim() !== '' && Number.isFinite(Number(given))) return `Write ${given.trim()} without quotes`;
  if (kind === 'boolean' && typeof given === 'string' && /^(true|false)$/i.test(given)) return `Write ${given.toLowerCase()} without quotes`;
  if (kind === 'class' && isClass(given)) return `Create an instance, for example ${/^I[A-Z]/.test(name) ? `new ${given.name}()` : exampleOf(type)}`;
  if (name === 'FlinkVersion' && typeof given === 'string' && /^\d+\.\d+\.\d+$/.test(given)) return `Use FlinkVersion.of('${given}')`;
  return kind === 'string' ? 'Write a string' : `Use ${describeType(type)}, for example ${exampleOf(type)}`;
}

/** Whether a value could be an entry of a list. */
function isEntry(given: unknown, { kind, name }: PropType): boolean {
  if (kind === 'class') return isInstance(given, name);
  if (kind !== 'struct') return typeof given === kind;
  const { props } = structType(name);
  return typeof given === 'object' && given !== null && isPlain(given) && Object.keys(given).length > 0 && Object.keys(given).every((prop) => props.has(prop));
}
