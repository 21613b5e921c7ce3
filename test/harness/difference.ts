/**
 * What must change in `base` to make it `other`, as a merge patch: a map holds what differs, null stands for what is gone, anything else
 * replaces. Lists of named entries (containers, ports, environment) and files of settings are taken as the maps they are.
 *
 * @returns undefined when nothing differs.
 */
export function difference(base: any, other: any): any {
  if (other === undefined) return null;
  const [before, after] = [asMap(base), asMap(other)];
  // Where the order of entries differs, only the whole tells it.
  if (!before || !after || !sameOrder(before, after)) return JSON.stringify(base) === JSON.stringify(other) ? undefined : other;
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const changed = names.map((name) => [name, difference(before.get(name), after.get(name))]).filter(([, change]) => change !== undefined);
  return changed.length ? Object.fromEntries(changed) : undefined;
}

/** Objects by what they are and how they are called. */
export function byName(objects: any[]): { [name: string]: any } {
  return Object.fromEntries(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
}

function asMap(data: any): Map<string, any> | undefined {
  if (Array.isArray(data)) return uniquely(data.map((entry) => [entry?.name, entry]));
  if (typeof data === 'string') return data.includes('\n') ? asSettings(data) : undefined;
  return data && typeof data === 'object' ? new Map(Object.entries(data)) : undefined;
}

/** `name: text` or `name = text` on every line. */
function asSettings(text: string): Map<string, any> | undefined {
  return uniquely(text.split('\n').filter((line) => line).map((line) => {
    const [, name, content] = /^([^:=\s]+)(?:: | = )(.*)$/.exec(line) ?? [];
    return [name, content];
  }));
}

function uniquely(entries: [string | undefined, any][]): Map<string, any> | undefined {
  const map = new Map(entries.filter((entry): entry is [string, any] => typeof entry[0] === 'string'));
  return map.size === entries.length ? map : undefined;
}

function sameOrder(one: Map<string, any>, other: Map<string, any>): boolean {
  const shared = (map: Map<string, any>, of: Map<string, any>) => [...map.keys()].filter((name) => of.has(name)).join('\n');
  return shared(one, other) === shared(other, one);
}
