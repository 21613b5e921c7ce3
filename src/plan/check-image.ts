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
  } else if (!digest && (tag === undefined || tag === 'latest')) {
    problems.push(complaint(`image '${image}' moves: a pod that starts tomorrow may run another Flink than the others`,
      `Give it a tag that stays, for example '${version.image}', or a digest`));
  }
  const line = isOfficial(registry, name) ? /^\d+\.\d+(?=[.-]|$)/.exec(tag ?? '')?.[0] : undefined;
  if (line && line !== version.line) {
    problems.push(complaint(`image '${image}' holds Flink ${line}, and the configuration is written for Flink ${version.line}`,
      `Set 'version' to the image's, or take '${version.image}'`));
  }
  if (imagePullPolicy !== undefined && !['Always', 'IfNotPresent', 'Never'].includes(imagePullPolicy)) {
    problems.push(complaint(`imagePullPolicy is '${imagePullPolicy}'`, "Write 'Always', 'IfNotPresent' or 'Never'"));
  }
  return problems;
}

function isOfficial(registry: string | undefined, name: string): boolean {
  return ['flink', 'library/flink', 'apache/flink'].includes(name) && (registry === undefined || registry === 'docker.io/');
}
