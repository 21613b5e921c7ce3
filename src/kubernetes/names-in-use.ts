import { IConstruct } from 'constructs';
import { PlanFinding, problem } from '../private/findings';

const IN_USE = Symbol.for('cdk8s-flink.names-in-use');

/**
 * The names that are taken in each namespace, over the whole app: two clusters with the same object name would overwrite each other, and
 * with the same cluster id one would recover the other's jobs.
 */
export class NamesInUse {
  public static of(construct: IConstruct): NamesInUse {
    const root = construct.node.root as IConstruct & { [IN_USE]?: NamesInUse };
    if (!root[IN_USE]) Object.defineProperty(root, IN_USE, { value: new NamesInUse(), enumerable: false });
    return root[IN_USE]!;
  }

  private readonly takers = new Map<string, Set<string>>();
  private changes = 0;

  /** Changes whenever a name is taken or released that others have, too. A name of one's own changes nobody's conflicts. */
  public get version(): number {
    return this.changes;
  }

  /** @param name what is taken, for example `Deployment orders-jobmanager`. */
  public take(namespace: string | undefined, name: string, path: string): void {
    const key = keyOf(namespace, name);
    const takers = this.takers.get(key) ?? new Set();
    this.takers.set(key, takers.add(path));
    if (takers.size > 1) this.changes += 1;
  }

  public release(namespace: string | undefined, name: string, path: string): void {
    const takers = this.takers.get(keyOf(namespace, name));
    if (takers?.delete(path) && takers.size) this.changes += 1;
  }

  /** Why a name cannot be this construct's, or undefined when no other has it. */
  public conflict(namespace: string | undefined, name: string, path: string): PlanFinding | undefined {
    const [other, ...more] = [...this.takers.get(keyOf(namespace, name)) ?? []].filter((taker) => taker !== path);
    if (other === undefined) return undefined;
    const where = `${more.length ? ` and ${more.length} more` : ''}${namespace ? ` in namespace '${namespace}'` : ''}`;
    return problem('name-in-use', `the name of ${name} is used by '${path}' and by '${other}'${where}`, "Give one of them another 'name' or namespace", 'name');
  }
}

function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
