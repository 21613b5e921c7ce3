import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan, RolePlan } from '../plan';

/** Directories on the local disk that a process writes to, by who reads the option. */
const LOCAL = [
  'io.tmp.dirs', 'state.backend.rocksdb.localdir', 'state.backend.forst.local-dir', 'process.working-dir', 'process.jobmanager.working-dir', 'process.taskmanager.working-dir',
  'blob.storage.directory', 'web.tmpdir',
];

/** Local directories must lie on a volume: the root file system of the containers is read-only. */
export function checkLocalDirectories({ jobManager, taskManager }: ClusterPlan): PlanFinding[] {
  return [jobManager, taskManager].filter(hasReadOnlyRoot).flatMap((role) => LOCAL.filter((option) => concerns(role, option)).flatMap((option) => {
    const outside = directories(role.configuration.text(option)).find((path) => !isOnVolume(role, path));
    return outside === undefined ? [] : [problem('directory-not-writable',
      `'${option}' is '${outside}', and the ${role.role}'s pods have no volume there: their root file system is read-only`,
      "Use a directory below '/tmp', whose size ephemeralStorage sets, or mount a volume of your own with pod.volumes and pod.mounts", option)];
  }));
}

function hasReadOnlyRoot({ pod }: RolePlan): boolean {
  return pod.containerSecurityContext?.readOnlyRootFilesystem ?? true;
}

function concerns({ role }: RolePlan, option: string): boolean {
  return !option.startsWith(role === 'jobManager' ? 'process.taskmanager.' : 'process.jobmanager.');
}

/** Flink separates directories by commas, colons and pipes. */
function directories(text = ''): string[] {
  return text.split(/[,:|]/).map((path) => path.trim()).filter((path) => path.startsWith('/'));
}

function isOnVolume({ pod, volumeClaims }: RolePlan, path: string): boolean {
  const mounts = [...(pod.mounts ?? []).filter(({ readOnly }) => !readOnly), ...volumeClaims];
  return mounts.some(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`));
}
