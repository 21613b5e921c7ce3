import { ApiObject, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import { Manifest } from './manifest';
import { argumentError, messageOf } from '../private/findings';

/** What an object calls. */
export interface ManifestObjectCalls {
  /** Brings the object in step with its manifest. */
  readonly synchronize: () => void;
  /** Called after patches were added to the object. */
  readonly patched: (patches: JsonPatch[]) => void;
}

/** What newer releases of cdk8s write before the error itself. */
const OF_CDK8S = /^Failed serializing construct at path '[^']*' with name '[^']*': (\w*Error: )?/;

type Texts = { readonly [name: string]: string };

/**
 * The object of a manifest. It stays the same construct whatever becomes of its manifest, its kind and its name included: so its patches, its
 * dependencies and the labels that others add stay, and nobody holds an object that is no longer synthesized.
 */
export class ManifestObject extends ApiObject {
  /** Everything but the metadata. cdk8s reads it when it synthesizes the object. */
  private readonly content: { [field: string]: unknown };
  private patched: boolean;

  /** @param patches patches of the object that was there before. */
  public constructor(scope: Construct, id: string, private manifest: Manifest, patches: JsonPatch[], private readonly calls: ManifestObjectCalls) {
    const content = { ...manifest };
    super(scope, id, content);
    super.addJsonPatch(...patches);
    this.patched = patches.length > 0;
    this.content = content;
  }

  /** Takes over another manifest. */
  public become(manifest: Manifest): void {
    const { metadata, ...content } = manifest;
    const before = this.manifest.metadata;
    this.manifest = manifest;
    for (const field of Object.keys(this.content)) delete this.content[field];
    Object.assign(this.content, content);
    const { apiVersion, kind } = manifest;
    Object.assign(this, { apiVersion, kind, name: metadata.name, apiGroup: apiVersion.includes('/') ? apiVersion.split('/')[0] : 'core' });
    Object.assign(this.metadata, { name: metadata.name });
    const present = this.metadata.toJson();
    takeOver(before.labels, metadata.labels, present.labels, (name, text) => this.metadata.addLabel(name, text));
    takeOver(before.annotations, metadata.annotations, present.annotations, (name, text) => this.metadata.addAnnotation(name, text));
  }

  public addJsonPatch(...patches: JsonPatch[]): void {
    super.addJsonPatch(...patches);
    this.patched = true;
    this.calls.patched(patches);
  }

  public toJson(): any {
    this.calls.synchronize();
    try {
      return super.toJson();
    } catch (error) {
      if (!this.patched) throw error;
      const refused = argumentError(this.node.path, 'json-patch-failed', `a JSON patch of ${this.kind} '${this.name}' cannot be applied: ${messageOf(error).replace(OF_CDK8S, '')}`,
        'Patch a field that is in the manifest, or add the maps and lists around it by patches before');
      throw Object.assign(refused, { cause: error });
    }
  }
}

/** Brings labels or annotations in step, except those that others have changed. What has no text is not synthesized. */
function takeOver(before: Texts = {}, now: Texts = {}, present: Texts = {}, set: (name: string, text: string) => void): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (present[name] === before[name] && now[name] !== before[name]) set(name, now[name]);
  }
}
