import { ClusterPlan } from './plan';
import { complaint } from '../private/remedy';

/** A registry is told from a folder by a dot, a port, or by being `localhost`. */
const REGISTRY = '(?:localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|[A-Za-z0-9-]+(?=:\\d))(?::\\d+)?/';
const FOLDER = '[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*';
const REFERENCE = new RegExp(`^(${REGISTRY})?(${FOLDER}(?:/${FOLDER})*)(?::(\\w[\\w.-]{0,127}))?(@sha256:[0-9a-f]{64})?$`);

/** The image's name, and when it is pulled. */
export function checkImage({ image, imagePullPolicy, version }: ClusterPlan): string[] {
  const problems: string[] = [];
  const [reference, registry, name, tag, digest] = REFERENCE.exec(image) ?? [];
  if (reference === undefined) {
    problems.push(complaint(`'${image}' is no reference of an image`, `Write it as registry/name:tag in lower case, for example '${version.image}'`));
  } else if (!digest && moves(tag, isOfficialName(registry, name))) {
    problems.push(complaint(`image '${image}' moves: a pod that starts tomorrow may run another Flink than the others`,
      `Give it a tag that stays, for example '${version.image}', or a digest`));
  }
  const held = isOfficialName(registry, name) ? /^\d+\.\d+(\.\d+)?(?=-|$)/.exec(tag ?? '')?.[0] : undefined;
  if (held && !`${version.release}.`.startsWith(`${held}.`)) {
    problems.push(complaint(`image '${image}' holds Flink ${held}, and 'version' says ${version.release}`, `Set 'version' to the image's, or take '${version.image}'`));
  }
  if (imagePullPolicy !== undefined && !['Always', 'IfNotPresent', 'Never'].includes(imagePullPolicy)) {
    problems.push(complaint(`imagePullPolicy is '${imagePullPolicy}'`, "Write 'Always', 'IfNotPresent' or 'Never'"));
  }
  return problems;
}

/** The official images' tags move from patch to patch, unless they name one. */
function moves(tag: string | undefined, official: boolean): boolean {
  return tag === undefined || tag === 'latest' || (official && !/^\d+\.\d+\.\d+(-|$)/.test(tag));
}

/** Whether an image is one of those that the Flink project makes. */
export function isOfficial(image: string): boolean {
  const [, registry, name] = REFERENCE.exec(image) ?? [];
  return name !== undefined && isOfficialName(registry, name);
}

function isOfficialName(registry: string | undefined, name: string): boolean {
  return ['flink', 'library/flink', 'apache/flink'].includes(name) && (registry === undefined || registry === 'docker.io/');
}
