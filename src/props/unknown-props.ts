import { constructStructs, StructType, structType } from './struct-data';
import { nearest } from '../private/edit-distance';

/** What to do about a prop that a struct does not have. */
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

/** The construct whose props a struct is, or the struct itself: `FlinkApplication`, `JobOptions`. */
export function ownerName(struct: string): string {
  return struct.replace(/Props$/, '');
}

/** How to mend an unknown prop: another spelling, the place where it belongs, or the construct that has it. */
export function unknownPropRemedy({ struct, parent, name, root, hints }: UnknownProp): string {
  if (parent === '' && hints[name] !== undefined) return hints[name];
  const near = nearest(name, struct.props.keys());
  if (near !== undefined) return `Did you mean '${near}'?`;
  const elsewhere = placesOf(root, name, parent);
  if (elsewhere.length) return `Move it to ${elsewhere.slice(0, 2).map((place) => `'${place}'`).join(' or ')}${elsewhere[0].includes('.') ? '' : ` of ${ownerName(root)}`}`;
  const others = parent === '' ? constructStructs().filter((other) => other !== root && structType(other).props.has(name)).map(ownerName) : [];
  if (others.length) return `Remove it: ${others.join(' and ')} ${others.length > 1 ? 'have' : 'has'} it, and ${ownerName(root)} does not`;
  if (struct.name.startsWith('k8s.')) return 'Remove it. A field that is newer than this library can be added to the manifest with addJsonPatch()';
  const names = [...struct.props.keys()];
  return names.length <= 12 ? `Remove it, or use one of: ${names.join(', ')}` : 'Remove it';
}

/** Where else below the root a prop of that name exists, the nearest first. */
function placesOf(root: string, name: string, parent: string): string[] {
  const found: string[] = [];
  const visit = (struct: string, path: string, depth: number): void => {
    const { props } = structType(struct);
    if (path !== parent && props.has(name)) found.push(path === '' ? name : `${path}.${name}`);
    if (depth === 0) return;
    for (const prop of props.values()) {
      if (prop.type.kind === 'struct' && !prop.type.name.startsWith('k8s.')) visit(prop.type.name, path === '' ? prop.name : `${path}.${prop.name}`, depth - 1);
    }
  };
  visit(root, '', 2);
  const isBelow = (place: string) => (parent !== '' && place.startsWith(`${parent}.`) ? 0 : 1);
  return found.sort((a, b) => isBelow(a) - isBelow(b) || a.split('.').length - b.split('.').length);
}
