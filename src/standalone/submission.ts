import { k8s } from 'cdk8s-plus-27';
import { configVolume } from './config-map';
import { imageOf } from './containers';
import { Manifest, objectMeta } from './manifest';
import { flinkRun } from '../cli/flink-run';
import { JobManagerDiscovery } from '../features/feature';
import { JobOptions } from '../job';
import { locationProblems } from '../plan/check-files';
import { jobProblems } from '../plan/check-job';
import { ClusterPlan } from '../plan/plan';
import { podTemplate } from '../plan/pod-template';
import { nameProblem } from '../private/names';
import { Plain } from '../private/plain';
import { complaint } from '../private/remedy';

/** One submission to a session cluster. */
export interface Submission {
  readonly name: string;
  readonly jobId: string;
  readonly job: JobOptions;
  readonly restService: string;
}

/**
 * Waits for the JobManager (each try has its own end: a Service without pods lets connections hang), and leaves a job alone that is
 * there already. Only bash: the image has no other tool that speaks HTTP.
 */
const SUBMIT = [
  'ask() { timeout 5 bash -c \'exec 3<>"/dev/tcp/$0/$1" && printf "GET %s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n" "$2" "$0" >&3 && read -r _ code _ <&3 && echo "$code"\' "$REST_HOST" "$REST_PORT" "$1" 2>/dev/null; }',
  'for ((tries = 0; tries < 150; tries++)); do [ "$(ask /config)" = 200 ] && break; echo "Waiting for $REST_HOST:$REST_PORT"; sleep 4; done',
  'if [ "$(ask "/jobs/$JOB_ID")" = 200 ]; then echo "Job $JOB_ID is there already"; exit 0; fi',
  'exec /docker-entrypoint.sh "$@"',
].join('\n');

/** The Kubernetes Job that submits a job. */
export function renderSubmission(plan: ClusterPlan, { name, jobId, job, restService }: Submission): Manifest {
  const { volumes, mounts } = configVolume(plan);
  // The client asks the REST Service, and nobody's leader election, for which it has no permission.
  const properties = plan.discovery === JobManagerDiscovery.LEADER_ELECTION ? { [plan.configuration.keyOf('high-availability.type')!]: 'NONE' } : {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: objectMeta(plan, name),
    spec: {
      backoffLimit: 4,
      template: podTemplate(plan, { role: 'submission', pod: plan.client, containerPorts: [] }, {
        spec: { automountServiceAccountToken: false, restartPolicy: 'Never' },
        volumes,
        mounts,
        container: {
          ...imageOf(plan),
          command: ['bash', '-c', SUBMIT, 'submit'],
          args: flinkRun(job, { jobId, restAddress: restService, restPort: plan.ports.rest, properties }),
          env: [
            { name: 'REST_HOST', value: restService },
            { name: 'REST_PORT', value: String(plan.ports.rest) },
            { name: 'JOB_ID', value: jobId },
            ...(plan.client.env ?? []) as Plain<k8s.EnvVar>[],
          ],
          resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
        },
      }),
    },
  };
}

/** What is wrong with a job for a session cluster. */
export function submissionProblems(plan: ClusterPlan, { name, jobId, job }: Submission): string[] {
  const problems = jobProblems({ ...job, jobId });
  const because = nameProblem(name, 63);
  if (because) problems.push(complaint(`the job's id gives its Kubernetes Job the name '${name}', which ${because}`, 'Choose another id'));
  if (!job.artifact.imagePath) {
    problems.push(complaint(`job.artifact is ${job.artifact.uri}, and the client that submits it can only read what its image has`, 'Bake the jar into the image and use JobArtifact.fromImage()'));
  }
  const slots = Number(plan.taskManager.configuration.text('taskmanager.numberOfTaskSlots') ?? 1) * plan.taskManager.replicas;
  if (job.parallelism !== undefined && job.parallelism > slots) {
    problems.push(complaint(`job.parallelism is ${job.parallelism}, and the session cluster has ${slots} slot(s) in all`, 'Give the cluster more TaskManagers or slots, or the job less parallelism'));
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(job.restoreFrom ?? '')?.[1];
  if (scheme && !plan.schemes.includes(scheme)) {
    problems.push(complaint(`job.restoreFrom has the scheme '${scheme}', which the session cluster does not serve`, "Give the cluster that 'storage', or 'plugins'"));
  }
  if (scheme) problems.push(...locationProblems(plan, 'job.restoreFrom', job.restoreFrom!));
  return problems;
}
