import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

/** Directories that JobManager and TaskManagers share. */
const SHARED = [
  'execution.checkpointing.dir', 'execution.checkpointing.savepoint-dir', 'high-availability.storageDir', 'jobmanager.archive.fs.dir', 'job-result-store.storage-path', 'state.changelog.dstl.dfs.base-path',
];

/** Schemes whose URIs begin with a bucket or a container. */
const BUCKETS = ['s3', 's3a', 's3p', 'gs', 'oss', 'abfs', 'abfss', 'wasb', 'wasbs'];

/** Directories that must be durable: a `file:` directory is on a volume that all pods share and that outlives them. */
export function checkFiles(plan: ClusterPlan): PlanFinding[] {
  const { configuration, job } = plan;
  return [
    ...SHARED.flatMap((option) => {
      const text = configuration.text(option);
      return text ? locationProblems(plan, `'${option}'`, text) : [];
    }),
    // That it is a URI at all is checked with the job.
    ...(job?.restoreFrom && schemeOf(job.restoreFrom) ? locationProblems(plan, 'job.restoreFrom', job.restoreFrom) : []),
  ];
}

/** Why a URI is not a place that all pods of a cluster see. */
export function locationProblems(plan: ClusterPlan, where: string, uri: string): PlanFinding[] {
  const scheme = schemeOf(uri);
  if (!scheme) {
    return [problem('invalid-storage-location', `${where} is '${uri}', a path without a scheme`,
      `Write the whole URI, for example 'file://${uri.startsWith('/') ? uri : `/${uri}`}' on a shared volume, or 's3://bucket/prefix'`, where)];
  }
  if (BUCKETS.includes(scheme) && !/^\w+:\/\/[^/]/.test(uri)) {
    return [problem('invalid-storage-location', `${where} is '${uri}', which names no bucket`, `Write bucket and prefix after two slashes, for example '${scheme}://bucket/prefix'`, where)];
  }
  return scheme === 'file' ? checkShared(plan, where, uri.replace(/^file:(\/\/)?/, '')) : [];
}

function schemeOf(uri: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1];
}

function checkShared(plan: ClusterPlan, where: string, path: string): PlanFinding[] {
  for (const [role, title] of [[plan.jobManager, 'JobManager'], [plan.taskManager, 'TaskManager']] as const) {
    const mount = (role.pod.mounts ?? []).find((m) => path === m.mountPath || path.startsWith(`${m.mountPath}/`));
    const volume = (role.pod.volumes ?? []).find((v) => v.name === mount?.name);
    const remedy = "Use FlinkStorage.persistentVolumeClaim('claim'), which mounts it in all pods, or object storage";
    if (!mount) {
      return [problem('storage-location-not-shared', `${where} is 'file:${path}', and the ${title}'s pods mount no volume there: what is written is lost with the pod`, remedy, where)];
    }
    if (volume?.emptyDir) {
      return [problem('storage-location-not-shared', `${where} is 'file:${path}', which is an emptyDir of the ${title}'s pods: other pods do not see it, and it is lost with the pod`, remedy, where)];
    }
  }
  return [];
}
