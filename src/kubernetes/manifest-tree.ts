import { ApiObject, Chart, JsonPatch } from 'cdk8s';
import { Construct, Dependable, IConstruct } from 'constructs';
import { Manifest, Manifests } from './manifest';
import { ManifestObject } from './manifest-object';
import { NamesInUse } from './names-in-use';

const NONE: JsonPatch[] = [];

/**
 * The objects below a construct, in step with its manifests: an object is created when its manifest appears, follows it, and is removed when
 * its manifest disappears. One that comes back has the patches of the one before.
 */
export class ManifestTree {
  private readonly objects = new Map<string, ManifestObject>();
  private readonly patches = new Map<string, JsonPatch[]>();
  private current?: Manifests;

  /** @param manifests the manifests at the time of the call. The same object stands for the same content. */
  public constructor(private readonly owner: Construct, private readonly manifests: () => Manifests) {
    // cdk8s asks for dependencies before it validates. Objects that appeared only then would go without those of the cluster.
    const dependency = {};
    const synchronize = () => this.synchronize();
    Dependable.implement(dependency, { get dependencyRoots() { synchronize(); return []; } });
    owner.node.addDependency(dependency);
  }

  /** Brings objects and manifests in step. */
  public synchronize(): void {
    const manifests = this.manifests();
    if (manifests === this.current) return;
    this.current = manifests;
    // Names are released before any is taken: two objects may exchange theirs.
    const named = new Set<string>();
    for (const [path, object] of this.objects) {
      if (manifests[path] && nameOf(object) === nameOfManifest(manifests[path])) named.add(path);
      else NamesInUse.of(this.owner).release(Chart.of(this.owner).namespace, nameOf(object), this.owner.node.path);
      if (!manifests[path]) this.remove(path, object);
    }
    for (const [path, manifest] of Object.entries(manifests)) {
      this.objects.get(path)?.become(manifest);
      if (!this.objects.has(path)) this.objects.set(path, this.create(path, manifest));
      if (!named.has(path)) NamesInUse.of(this.owner).take(Chart.of(this.owner).namespace, nameOfManifest(manifest), this.owner.node.path);
    }
  }

  public object(path: string): ApiObject | undefined {
    return this.objects.get(path);
  }

  /** The patches of the object at a path: the same list until others are added. */
  public patchesOf(path: string): JsonPatch[] {
    return this.patches.get(path) ?? NONE;
  }

  /** Kinds and names, for example `Deployment orders-jobmanager`. */
  public get names(): string[] {
    return [...this.objects.values()].map(nameOf);
  }

  private create(path: string, manifest: Manifest): ManifestObject {
    const parts = path.split('/');
    const id = parts.pop()!;
    return new ManifestObject(this.scope(parts), id, manifest, this.patchesOf(path), {
      synchronize: () => this.synchronize(),
      patched: (added) => {
        this.patches.set(path, [...this.patchesOf(path), ...added]);
        this.synchronize();
      },
    });
  }

  private remove(path: string, object: ManifestObject): void {
    object.node.scope!.node.tryRemoveChild(object.node.id);
    this.objects.delete(path);
  }

  private scope(path: string[]): Construct {
    return path.reduce<IConstruct>((scope, id) => scope.node.tryFindChild(id) ?? new Construct(scope as Construct, id), this.owner) as Construct;
  }
}

function nameOf({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind} ${name}`;
}

function nameOfManifest({ kind, metadata: { name } }: Manifest): string {
  return nameOf({ kind, name });
}
