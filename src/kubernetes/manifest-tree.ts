import { ApiObject, Chart, JsonPatch, Lazy } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Manifest, Manifests } from './manifest';
import { NamesInUse } from './names-in-use';

/**
 * The objects below a construct, in step with its manifests: an object is created when its manifest appears, replaced when its kind or name
 * changes, and removed when its manifest disappears. What an object contains is read when it is synthesized.
 */
export class ManifestTree {
  private readonly objects = new Map<string, ApiObject>();
  private current?: Manifests;

  /**
   * @param manifests the manifests at the time of the call. The same object stands for the same content.
   * @param patches patches of an object that is created again.
   */
  public constructor(
    private readonly owner: Construct,
    private readonly manifests: () => Manifests,
    private readonly patches: (path: string) => JsonPatch[] = () => [],
  ) {}

  /** Brings objects and manifests in step. */
  public synchronize(): void {
    const manifests = this.manifests();
    if (manifests === this.current) return;
    const before = this.current ?? {};
    this.current = manifests;
    for (const [path, object] of this.objects) {
      if (isSame(manifests[path], before[path])) continue;
      object.node.scope!.node.tryRemoveChild(object.node.id);
      NamesInUse.of(this.owner).release(Chart.of(this.owner).namespace, `${object.kind} ${object.name}`, this.owner.node.path);
      this.objects.delete(path);
    }
    for (const [path, manifest] of Object.entries(manifests)) {
      const object = this.objects.get(path);
      if (object) update(object, manifest);
      else this.objects.set(path, this.create(path, manifest));
    }
  }

  public object(path: string): ApiObject | undefined {
    return this.objects.get(path);
  }

  /** Kinds and names, for example `Deployment orders-jobmanager`. */
  public get names(): string[] {
    return [...this.objects.values()].map(({ kind, name }) => `${kind} ${name}`);
  }

  private create(path: string, { apiVersion, kind, metadata, ...content }: Manifest): ApiObject {
    const parts = path.split('/');
    const id = parts.pop()!;
    const lazy = Object.fromEntries(Object.keys(content).map((field) => [field, Lazy.any({ produce: () => this.manifests()[path][field] })]));
    NamesInUse.of(this.owner).take(Chart.of(this.owner).namespace, `${kind} ${metadata.name}`, this.owner.node.path);
    const object = new ApiObject(this.scope(parts), id, { apiVersion, kind, metadata, ...lazy });
    object.addJsonPatch(...this.patches(path));
    return object;
  }

  private scope(path: string[]): Construct {
    return path.reduce<IConstruct>((scope, id) => scope.node.tryFindChild(id) ?? new Construct(scope as Construct, id), this.owner) as Construct;
  }
}

/** Whether an object can stay for a manifest: it has its kind and name, and no label or annotation that has disappeared. */
function isSame(now: Manifest | undefined, before: Manifest): boolean {
  if (now?.kind !== before.kind || now.metadata.name !== before.metadata.name) return false;
  const kept = (names: object = {}, all: object = {}) => Object.keys(names).every((name) => name in all);
  return kept(before.metadata.labels, now.metadata.labels) && kept(before.metadata.annotations, now.metadata.annotations);
}

/** Labels and annotations are the part of an object that cannot be lazy. */
function update(object: ApiObject, { metadata: { labels, annotations } }: Manifest): void {
  for (const [name, text] of Object.entries(labels ?? {})) object.metadata.addLabel(name, text as string);
  for (const [name, text] of Object.entries(annotations ?? {})) object.metadata.addAnnotation(name, text as string);
}
