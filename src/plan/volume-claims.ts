import { JoinedPod } from './pods/merge-pods';
import { VolumeClaim } from '../features/feature';
import { PlanFinding, problem } from '../private/findings';
import { canonical, plain } from '../private/plain';

/** Volume claims of one owner. */
export interface ClaimsPart {
  readonly owner: string;
  readonly volumeClaims?: VolumeClaim[];
}

/** A claim that is kept, and who asks for it. */
interface KeptClaim {
  readonly owner: string;
  readonly claim: VolumeClaim;
}

/**
 * The volume claims of all owners. Two different claims of one name or at one path are a problem, and so is a claim that takes the name or
 * the path of a volume of the pod.
 */
export function mergeVolumeClaims(parts: ClaimsPart[], joined: JoinedPod, findings: PlanFinding[]): KeptClaim[] {
  const kept: KeptClaim[] = [];
  for (const { owner, volumeClaims = [] } of parts) {
    for (const claim of volumeClaims) {
      const other = kept.find((each) => each.claim.name === claim.name || each.claim.mountPath === claim.mountPath);
      const same = other && canonical(plain(other.claim)) === canonical(plain(claim));
      if (!other) kept.push({ owner, claim });
      else if (!same) findings.push(conflict(claim, other.claim.name === claim.name, other.owner, owner));
    }
  }
  return kept.filter(({ owner, claim }) => {
    const wrong = takenInPod(owner, claim, joined);
    findings.push(...wrong);
    return !wrong.length;
  });
}

/** A claim is a volume and a mount of the pod, too: one of two that are called alike would vanish. */
function takenInPod(owner: string, claim: VolumeClaim, { pod, origins }: JoinedPod): PlanFinding[] {
  const { name, mountPath } = claim;
  if (pod.volumes?.some((volume) => volume.name === name)) return [conflict(claim, true, origins[`volumes/${name}`], owner)];
  if (pod.mounts?.some((mount) => mount.mountPath === mountPath)) return [conflict(claim, false, origins[`mounts/${mountPath}`], owner)];
  return [];
}

function conflict({ name, mountPath }: VolumeClaim, byName: boolean, one: string, other: string): PlanFinding {
  const what = byName ? `volume '${name}'` : `mount '${mountPath}'`;
  return problem('conflicting-volume-claims', `${what} of a volume claim is defined twice, differently: by ${one} and by ${other}`, 'Rename or remove one of the two', name);
}
