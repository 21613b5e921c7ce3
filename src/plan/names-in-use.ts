import { IConstruct } from 'constructs';
import { complaint } from '../private/remedy';

const TAKEN = Symbol.for('cdk8s-flink.names-in-use');

/**
 * Who takes which object name in which namespace, over the whole app: two clusters that took the same would overwrite each other, and
 * under one cluster id one would revive the other's jobs.
 */
export class NamesInUse {
  public static of(construct: IConstruct): NamesInUse {
    const root = construct.node.root as IConstruct & { [TAKEN]?: NamesInUse };
    if (!root[TAKEN]) Object.defineProperty(root, TAKEN, { value: new NamesInUse(), enumerable: false });
    return root[TAKEN]!;
  }

  private readonly takers = new Map<string, Set<string>>();

  /** @param name what is taken, for example `Deployment orders-jobmanager`. */
  public take(namespace: string | undefined, name: string, path: string): void {
    const key = keyOf(namespace, name);
    this.takers.set(key, (this.takers.get(key) ?? new Set()).add(path));
  }

  /** Why a name cannot be this taker's, or undefined when it is the only one. */
  public clash(namespace: string | undefined, name: string, path: string): string | undefined {
    const takers = this.takers.get(keyOf(namespace, name));
    // cdk8s validates the whole app for each of its charts: the usual answer comes first.
    if (!takers || (takers.size === 1 && takers.has(path))) return undefined;
    const [other, ...more] = [...takers].filter((taker) => taker !== path);
    const where = `${more.length ? ` and ${more.length} more` : ''}${namespace ? ` in namespace '${namespace}'` : ''}`;
    return complaint(`the name of ${name} is taken by '${path}' and by '${other}'${where}`, "Give one of them another 'name' or namespace");
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
