import { constructStructs, StructType, structType } from './struct-data';
import { nearest } from '../private/edit-distance';

/** A prop that a struct does not have. */
export interface UnknownProp {
  /** Where the prop stands: its struct, and that struct's path. */
  readonly struct: StructType;
  readonly parent: string;
  readonly name: string;
  /** The struct that contains all others. */
  readonly root: string;
  /** What to do instead, by the names of props. */
  readonly hints: { readonly [prop: string]: string };
}

/** What Kubernetes, operators and other tools call what has other names here: the one that the struct has is meant. */
const OTHER_NAMES: { readonly [name: string]: readonly string[] } = {
  flinkVersion: ['version'],
  flinkConfiguration: ['configuration'],
  flinkProperties: ['configuration'],
  podTemplate: ['pod'],
  ha: ['highAvailability'],
  entryClass: ['mainClass'],
  className: ['mainClass'],
  programArgs: ['args'],
  jar: ['artifact'],
  jarFile: ['artifact'],
  jarURI: ['artifact'],
  jarUri: ['artifact'],
  initialSavepointPath: ['restoreFrom'],
  savepointPath: ['restoreFrom'],
  fromSavepoint: ['restoreFrom'],
  numberOfTaskSlots: ['slots'],
  taskSlots: ['slots'],
  containers: ['sidecars'],
  environment: ['env'],
  volumeMounts: ['mounts'],
  mounts: ['volumeMounts'],
  cmd: ['command'],
  name: ['secretName', 'claimName'],
  path: ['mountPath'],
  port: ['containerPort'],
  secret: ['secretKeyRef', 'secretRef'],
  configMap: ['configMapKeyRef', 'configMapRef'],
};

/** The construct whose props a struct is, or the struct itself: `FlinkApplication`, `JobOptions`. */
export function ownerName(struct: string): string {
  return struct.replace(/Props$/, '');
}

/** How to mend an unknown prop: another spelling, the place where it belongs, or the construct that has it. */
export function unknownPropRemedy({ struct, parent, name, root, hints }: UnknownProp): string {
  if (Object.hasOwn(hints, name)) return hints[name];
  const others = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : [];
  const meant = others.find((other) => struct.props.has(other)) ?? nearest(name, struct.props.keys());
  if (meant !== undefined) return `Did you mean '${meant}'?`;
  const places = isOfKubernetes(struct.name) ? [] : placesOf(root, [name, ...others], parent);
  if (places.length) return `Move it to ${places.slice(0, 2).map((place) => `'${place}'`).join(' or ')}${places[0].includes('.') ? '' : ` of ${ownerName(root)}`}`;
  const constructs = parent === '' ? constructStructs().filter((other) => other !== root && structType(other).props.has(name)).map(ownerName) : [];
  if (constructs.length) return `Remove it: ${constructs.join(' and ')} ${constructs.length > 1 ? 'have' : 'has'} it, and ${ownerName(root)} does not`;
  const names = [...new Set([...struct.props.values()].map((prop) => prop.name))];
  const known = names.length <= 12 ? `Remove it, or use one of: ${names.join(', ')}` : 'Remove it';
  return isOfKubernetes(struct.name) ? `${known}. A field that is newer than this library can be added to the manifest with addJsonPatch()` : known;
}

function isOfKubernetes(struct: string): boolean {
  return struct.startsWith('k8s.');
}

/** Where else below the root a prop of one of these names exists: first below the same struct, then the nearest. */
function placesOf(root: string, names: readonly string[], parent: string): string[] {
  const found: string[] = [];
  const visit = (struct: string, path: string, depth: number): void => {
    for (const prop of structType(struct).props.values()) {
      const place = path === '' ? prop.name : `${path}.${prop.name}`;
      if (path !== parent && names.includes(prop.name)) found.push(place);
      if (depth > 0 && prop.type.kind === 'struct' && !isOfKubernetes(prop.type.name)) visit(prop.type.name, place, depth - 1);
    }
  };
  visit(root, '', 2);
  const distance = (place: string) => (place.startsWith(`${parent}.`) ? 0 : 10) + place.split('.').length;
  return found.sort((a, b) => distance(a) - distance(b));
}
