import { ClusterPlan } from './plan';
import { complaint } from '../private/remedy';

/** Directories that JobManager and TaskManagers must see alike. */
const SHARED = [
  'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir', 'jobmanager.archive.fs.dir', 'job-result-store.storage-path', 'state.changelog.dstl.dfs.base-path',
];

/** What is called durable must be: a `file:` directory lies on a volume that all pods share and that outlives them. */
export function checkFiles(plan: ClusterPlan): string[] {
  const problems: string[] = [];
  for (const option of SHARED) {
    const text = plan.configuration.text(option);
    if (!text) continue;
    const scheme = /^([a-z][a-z0-9+.-]*):/.exec(text)?.[1];
    if (!scheme) {
      problems.push(complaint(`'${option}' is '${text}', a path without a scheme`, `Write the whole URI, for example 'file://${text.startsWith('/') ? text : `/${text}`}' on a shared volume, or 's3://bucket/prefix'`));
    } else if (scheme === 'file') {
      problems.push(...checkShared(plan, option, text.replace(/^file:(\/\/)?/, '')));
    }
  }
  return problems;
}

function checkShared(plan: ClusterPlan, option: string, path: string): string[] {
  for (const [role, title] of [[plan.jobManager, 'JobManager'], [plan.taskManager, 'TaskManager']] as const) {
    const mount = (role.pod.mounts ?? []).find((m) => path === m.mountPath || path.startsWith(`${m.mountPath}/`));
    const volume = (role.pod.volumes ?? []).find((v) => v.name === mount?.name);
    const remedy = "Take FlinkStorage.persistentVolumeClaim('claim'), which mounts it in all pods, or object storage";
    if (!mount) {
      return [complaint(`'${option}' is 'file:${path}', and the ${title}'s pods mount no volume there: what is written is lost with the pod`, remedy)];
    }
    if (volume?.emptyDir) {
      return [complaint(`'${option}' is 'file:${path}', which is an emptyDir of the ${title}'s pods: nobody else sees it, and it ends with the pod`, remedy)];
    }
  }
  return [];
}
