import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { isOfficialImage, parseImageReference } from '../image-reference';
import { ClusterPlan } from '../plan';

/** The reference of the image, when it is pulled, and whether it holds the job. */
export function checkImage(plan: ClusterPlan): PlanFinding[] {
  const { image, imagePullPolicy, version } = plan;
  const findings: PlanFinding[] = [];
  const reference = parseImageReference(image);
  if (!reference) {
    findings.push(problem('invalid-image', `'${image}' is not a reference of an image`, `Write registry/name:tag in lower case, for example '${version.image}'`, 'image'));
  } else if (!reference.digest && moves(reference.tag, reference.official)) {
    findings.push(problem('moving-image-tag', `image '${image}' has a tag that moves: pods that start later may run another Flink version`,
      `Use a tag that does not move, for example '${version.image}', or a digest`, 'image'));
  }
  const held = reference?.official ? /^\d+\.\d+(\.\d+)?(?=-|$)/.exec(reference.tag ?? '')?.[0] : undefined;
  if (held && !`${version.release}.`.startsWith(`${held}.`)) {
    findings.push(problem('image-of-other-version', `image '${image}' contains Flink ${held}, and 'version' is ${version.release}`, `Set 'version' to that of the image, or use '${version.image}'`, 'image'));
  }
  if (imagePullPolicy !== undefined && !['Always', 'IfNotPresent', 'Never'].includes(imagePullPolicy)) {
    findings.push(problem('invalid-pull-policy', `imagePullPolicy is '${imagePullPolicy}'`, "Write 'Always', 'IfNotPresent' or 'Never'", 'imagePullPolicy'));
  }
  return [...findings, ...checkJarInOfficialImage(image, plan.job?.artifact.imagePath, plan.jobManager.pod, 'mount a volume that does')];
}

/**
 * A jar that is expected in the official image and is not there.
 *
 * @param path the jar's path in the image, if it is there.
 * @param pod the pod that reads the jar.
 * @param mount how a volume is mounted in that pod.
 */
export function checkJarInOfficialImage(image: string, path: string | undefined, { mounts = [] }: PodOptions, mount: string): PlanFinding[] {
  if (path === undefined || !isOfficialImage(image) || /^\/opt\/flink\/(examples|lib|opt)\//.test(path)) return [];
  if (mounts.some(({ mountPath }) => `${path}/`.startsWith(`${mountPath.replace(/\/+$/, '')}/`))) return [];
  return [problem('jar-not-in-image', `job.artifact is '${path}', and the official image '${image}' does not contain it`,
    `Set 'image' to an image that contains the jar, or ${mount}`, 'job.artifact')];
}

/** Tags of the official images move from patch to patch, unless they name one. */
function moves(tag: string | undefined, official: boolean): boolean {
  return tag === undefined || tag === 'latest' || (official && !/^\d+\.\d+\.\d+(-|$)/.test(tag));
}
