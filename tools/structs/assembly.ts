import { readFileSync } from 'fs';
import { join } from 'path';

/** Fields with their types: `string`, `Size!` (required), `k8s.Volume[]`, `string{}` (a map), `=Always|Never` (one of a few texts). */
export interface Fields {
  readonly [field: string]: string;
}

export const ROOT = join(__dirname, '..', '..');

/** A type as an assembly refers to it. */
export interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

/** A property or a parameter. */
export interface Member {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly static?: boolean;
  readonly protected?: boolean;
  readonly const?: boolean;
  readonly variadic?: boolean;
}

export interface Method {
  readonly name: string;
  readonly static?: boolean;
  readonly protected?: boolean;
  readonly overrides?: string;
  readonly parameters?: Member[];
  readonly returns?: { readonly type: TypeReference };
}

/** A type as an assembly declares it, as far as it is read here. */
export interface DeclaredType {
  readonly fqn: string;
  readonly kind: 'class' | 'interface' | 'enum';
  /** Whether an interface is a struct. */
  readonly datatype?: boolean;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: string[];
  readonly properties?: Member[];
  readonly methods?: Method[];
  readonly initializer?: { readonly parameters?: Member[] };
  readonly members?: { readonly name: string }[];
}

/** All types of several assemblies, by their fully qualified names. */
export function assemblies(...folders: string[]): { readonly [fqn: string]: DeclaredType } {
  return Object.assign({}, ...folders.map((folder) => JSON.parse(readFileSync(join(ROOT, folder, '.jsii'), 'utf8')).types));
}

/** The name by which users know a type: `apache.UpgradeMode`, `k8s.Volume`, `Duration`. */
export function nameOf(fqn: string): string {
  return fqn.slice(fqn.indexOf('.') + 1);
}
