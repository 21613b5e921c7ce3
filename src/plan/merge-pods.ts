import { PodOptions } from '../pod';
import { canonical, plain } from '../private/plain';
import { complaint } from '../private/remedy';

/** What somebody adds to a pod, and who that is. */
export interface PodPart {
  readonly owner: string;
  readonly pod: PodOptions;
}

type Item = { [field: string]: any };

/** Lists whose entries have an identity: what it is, and how messages call an entry. */
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

/** A role's pod on top of the cluster's: entries of the same identity are replaced, maps are laid over each other. */
export function overlayPods(pods: PodOptions[]): PodOptions {
  return pods.map((pod) => plain(pod)).reduce<Item>((under, over: Item) => {
    const merged: Item = { ...under, ...over };
    for (const list of Object.keys(IDENTITY)) {
      if (!over[list] || !under[list]) continue;
      const { key } = IDENTITY[list];
      const replaced = under[list].map((item: Item) => over[list].find((o: Item) => o[key] === item[key]) ?? item);
      merged[list] = [...replaced, ...over[list].filter((o: Item) => !under[list].some((item: Item) => item[key] === o[key]))];
    }
    for (const list of LISTS) if (over[list] && under[list]) merged[list] = [...under[list], ...over[list]];
    for (const map of [...MAPS, 'resources']) if (over[map] && under[map]) merged[map] = overlay(under[map], over[map]);
    return merged;
  }, {});
}

/** Parts of equal right: what two of them ask for under one name must be the same thing. */
export function joinPods(parts: PodPart[], problems: string[]): PodOptions {
  const joined: Item = {};
  const owners = new Map<string, string>();
  const claim = (what: string, owner: string, equal: boolean) => {
    const before = owners.get(what);
    if (before && !equal) problems.push(complaint(`${what} is asked for twice, differently: by ${before} and by ${owner}`, 'Rename or drop one of the two'));
    if (!before) owners.set(what, owner);
  };
  for (const { owner, pod } of parts) {
    for (const [field, content] of Object.entries(plain(pod) as Item)) {
      if (IDENTITY[field]) {
        const { key, noun } = IDENTITY[field];
        joined[field] ??= [];
        for (const item of content as Item[]) {
          const twin = joined[field].find((i: Item) => i[key] === item[key]);
          claim(`${noun} '${item[key]}'`, owner, !twin || canonical(twin) === canonical(item));
          if (!twin) joined[field].push(item);
        }
      } else if (LISTS.includes(field)) {
        joined[field] = [...(joined[field] ?? []), ...content];
      } else if (MAPS.includes(field)) {
        for (const [name, entry] of Object.entries(content)) {
          const before = joined[field]?.[name];
          claim(`${field}.${name}`, owner, before === undefined || canonical(before) === canonical(entry));
          joined[field] = { [name]: entry, ...joined[field] };
        }
      } else {
        claim(field, owner, joined[field] === undefined || canonical(joined[field]) === canonical(content));
        joined[field] ??= content;
      }
    }
  }
  return joined;
}

/** Maps laid over each other, to any depth; lists and leaves are replaced. */
export function overlay<T extends object>(under: T, over: Partial<T>): T {
  const isMap = (x: any) => x && typeof x === 'object' && !Array.isArray(x);
  return Object.entries(over).reduce<Item>((all, [key, content]) => ({
    ...all,
    [key]: isMap(content) && isMap(all[key]) ? overlay(all[key], content as object) : content,
  }), { ...under }) as T;
}
