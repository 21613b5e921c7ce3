import { classType, isClassName } from './struct-data';

/**
 * Whether an object can be what a class or an interface promises. Users have several copies and versions of cdk8s, cdk8s-plus and of this
 * library beside each other, so an instance is known by its members and not by its class.
 */
export function isInstance(given: unknown, name: string): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { properties, methods } = classType(name);
  const members = given as { readonly [member: string]: unknown };
  if (!properties.every((property) => property in members) || !methods.every((method) => typeof members[method] === 'function')) return false;
  // A storage can do all that high availability can. It is another class of ours nevertheless.
  const classes = classNames(given);
  return isInterface(name) || classes.includes(name) || !classes.some(isClassName);
}

/** Whether an object is data: what `{ … }` makes, in this or in another realm of JavaScript. */
export function isPlain(given: object): boolean {
  const prototype = Object.getPrototypeOf(given) as object | null;
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.prototype.hasOwnProperty.call(prototype, 'hasOwnProperty'));
}

/** The names of an object's class and of those that it extends. */
export function classNames(given: object): string[] {
  const names: string[] = [];
  for (let prototype = Object.getPrototypeOf(given) as object | null; prototype; prototype = Object.getPrototypeOf(prototype) as object | null) {
    const name: unknown = prototype.constructor?.name;
    if (typeof name === 'string') names.push(name);
  }
  return names;
}

function isInterface(name: string): boolean {
  return /^I[A-Z]/.test(name);
}
