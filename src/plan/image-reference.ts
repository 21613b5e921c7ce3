/** A registry is told from a folder by a dot, a port, or by being `localhost`. */
const REGISTRY = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:\\d))(?::\\d+)?/';
const FOLDER = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const REFERENCE = new RegExp(`^(${REGISTRY})?(${FOLDER}(?:/${FOLDER})*)(?::(\\w[\\w.-]{0,127}))?(@sha256:[0-9a-f]{64})?$`);

/** The parts of a reference to an image. */
export interface ImageReference {
  readonly tag?: string;
  readonly digest?: string;
  /** Whether it is an image of the Flink project. */
  readonly official: boolean;
}

/** The parts of a reference, or undefined when it is none. */
export function parseImageReference(image: string): ImageReference | undefined {
  const [reference, registry, name, tag, digest] = REFERENCE.exec(image) ?? [];
  if (reference === undefined) return undefined;
  const official = ['flink', 'library/flink', 'apache/flink'].includes(name) && (registry === undefined || registry === 'docker.io/');
  return { tag, digest, official };
}

/** Whether an image is one of the Flink project. */
export function isOfficialImage(image: string): boolean {
  return parseImageReference(image)?.official ?? false;
}
