import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { canonical, plain } from '../../private/plain';

/** Additions to a pod, and who makes them. */
export interface PodPart {
  readonly owner: string;
  readonly pod: PodOptions;
}

/** A pod of several parts, and who asked for each entry, for example `env/POD_IP` → `highAvailability`. */
export interface JoinedPod {
  readonly pod: PodOptions;
  readonly origins: { readonly [entry: string]: string };
}

type Item = { [field: string]: any };

/** Lists whose entries have an identity, and the noun for an entry in messages. */
const IDENTITY: { [list: string]: { key: string; noun: string } } = {
  env: { key: 'name', noun: 'environment variable' },
  volumes: { key: 'name', noun: 'volume' },
  mounts: { key: 'mountPath', noun: 'mount' },
  initContainers: { key: 'name', noun: 'init container' },
  sidecars: { key: 'name', noun: 'sidecar' },
  imagePullSecrets: { key: 'name', noun: 'image pull secret' },
  hostAliases: { key: 'ip', noun: 'host alias' },
};
const LISTS = ['envFrom', 'tolerations', 'topologySpreadConstraints'];
const MAPS = ['labels', 'annotations', 'nodeSelector', 'securityContext', 'containerSecurityContext'];

/** Parts of which each lies over the one before: entries of the same identity are replaced, maps are merged. */
export function overlayPods(parts: PodPart[]): JoinedPod {
  const origins: { [entry: string]: string } = {};
  const pod = parts.map(({ owner, pod: given }) => ({ owner, pod: plain(given) as Item })).reduce<Item>((under, { owner, pod: over }) => {
    for (const entry of entriesOf(over)) origins[entry] = owner;
    const merged: Item = { ...under, ...over };
    for (const list of Object.keys(IDENTITY)) {
      if (!over[list] || !under[list]) continue;
      const { key } = IDENTITY[list];
      const [before, added] = [firstBy(key, under[list]), firstBy(key, over[list])];
      const replaced = under[list].map((item: Item) => added.get(item[key]) ?? item);
      merged[list] = [...replaced, ...over[list].filter((item: Item) => !before.has(item[key]))];
    }
    for (const list of LISTS) if (over[list] && under[list]) merged[list] = [...under[list], ...over[list]];
    for (const map of [...MAPS, 'resources']) if (over[map] && under[map]) merged[map] = overlay(under[map], over[map]);
    return merged;
  }, {});
  return { pod, origins };
}

/** Parts of equal precedence: two different entries of the same identity are a problem. */
export function joinPods(parts: (PodPart & Partial<JoinedPod>)[], findings: PlanFinding[]): JoinedPod {
  const joined: Item = {};
  const origins: { [entry: string]: string } = {};
  for (const part of parts) {
    const register = (entry: string, what: string, equal: boolean) => {
      const owner = part.origins?.[entry] ?? part.owner;
      if (origins[entry] && !equal) findings.push(problem('conflicting-pod-entries', `${what} is defined twice, differently: by ${origins[entry]} and by ${owner}`, 'Rename or remove one of the two', owner));
      origins[entry] ??= owner;
    };
    for (const [field, content] of Object.entries(plain(part.pod) as Item)) {
      if (IDENTITY[field]) {
        const { key, noun } = IDENTITY[field];
        joined[field] ??= [];
        const before = firstBy(key, joined[field]);
        for (const item of content as Item[]) {
          const other = before.get(item[key]);
          register(`${field}/${item[key]}`, `${noun} '${item[key]}'`, !other || canonical(other) === canonical(item));
          if (other) continue;
          before.set(item[key], item);
          joined[field].push(item);
        }
      } else if (LISTS.includes(field)) {
        for (const entry of content) register(`${field}/${canonical(entry)}`, field, true);
        joined[field] = [...(joined[field] ?? []), ...content];
      } else if (MAPS.includes(field)) {
        for (const [name, entry] of Object.entries(content)) {
          const before = joined[field]?.[name];
          register(`${field}/${name}`, `${field}.${name}`, before === undefined || canonical(before) === canonical(entry));
          joined[field] = { [name]: entry, ...joined[field] };
        }
      } else {
        register(field, field, joined[field] === undefined || canonical(joined[field]) === canonical(content));
        joined[field] ??= content;
      }
    }
  }
  return { pod: joined, origins };
}

/** Items by their identity; of several alike the first. Lists may have thousands of entries. */
function firstBy(key: string, items: readonly Item[]): Map<string, Item> {
  return new Map([...items].reverse().map((item) => [item[key], item]));
}

/** What a pod consists of, as keys of its origins. */
function entriesOf(pod: Item): string[] {
  return Object.entries(pod).flatMap(([field, content]) => {
    if (IDENTITY[field]) return content.map((item: Item) => `${field}/${item[IDENTITY[field].key]}`);
    if (LISTS.includes(field)) return content.map((entry: unknown) => `${field}/${canonical(entry)}`);
    return MAPS.includes(field) ? Object.keys(content).map((name) => `${field}/${name}`) : [field];
  });
}

/** Maps merged to any depth; lists and leaves are replaced. */
export function overlay<T extends object>(under: T, over: Partial<T>): T {
  const isMap = (x: any) => x && typeof x === 'object' && !Array.isArray(x);
  return Object.entries(over).reduce<Item>((all, [key, content]) => ({
    ...all,
    [key]: isMap(content) && isMap(all[key]) ? overlay(all[key], content as object) : content,
  }), { ...under }) as T;
}
