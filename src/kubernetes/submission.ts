import { JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { configVolume } from './config-map';
import { Manifest, objectMeta } from './manifest';
import { flinkRun } from '../cli/flink-run';
import { FlinkOptionCatalog } from '../configuration/catalog/option-catalog';
import { JobManagerDiscovery } from '../features/feature';
import { RestProtocol } from '../features/feature-objects';
import { Boundedness, JobOptions } from '../job';
import { locationProblems } from '../plan/checks/files';
import { checkJarInOfficialImage } from '../plan/checks/image';
import { jobProblems } from '../plan/checks/job';
import { ClusterPlan } from '../plan/plan';
import { roleLabels } from '../plan/pods/labels';
import { defined, PodTemplate, podTemplate } from '../plan/pods/pod-template';
import { probesOf } from '../plan/pods/probes';
import { DEFAULT_EPHEMERAL_STORAGE } from '../plan/pods/temporary-files';
import { digest } from '../private/digest';
import { PlanFinding, problem, warning } from '../private/findings';
import { nameProblem } from '../private/names';
import { Plain } from '../private/plain';

/** One submission to a session cluster. */
export interface Submission {
  /** The name of the job among those of the cluster. */
  readonly id: string;
  readonly jobId: string;
  readonly job: JobOptions;
}

/**
 * A finished submission is deleted after a day: one that is created again finds its job, and leaves it alone. That of a bounded job stays for
 * a week, since it would find its job ended and forgotten, and run it again.
 */
const DAY = 24 * 60 * 60;
const WEEK = 7 * DAY;

/** Waits until the REST port accepts connections. Each try has a time limit of its own: a Service without pods lets connections hang. */
const WAIT = (ready: string) => `for ((tries = 0; tries < 150; tries++)); do ${ready} && break; echo "Waiting for $REST_HOST:$REST_PORT"; sleep 4; done`;

/** Leaves a job alone that exists. Bash alone speaks HTTP: the image has no other tool that does. */
const SUBMIT_BY_HTTP = [
  'ask() { timeout 5 bash -c \'exec 3<>"/dev/tcp/$0/$1" && printf "GET %s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n" "$2" "$0" >&3 && read -r _ code _ <&3 && echo "$code"\' "$REST_HOST" "$REST_PORT" "$1" 2>/dev/null; }',
  WAIT('[ "$(ask /config)" = 200 ]'),
  'if [ "$(ask "/jobs/$JOB_ID")" = 200 ]; then echo "Job $JOB_ID is there already"; exit 0; fi',
  'exec /docker-entrypoint.sh "$@"',
].join('\n');

/** The same through TLS, which Flink's client speaks: it gets the options of the submission, which stand before the jar. */
const SUBMIT_BY_CLIENT = [
  'options=(); for word in "$@"; do case "$word" in "-D\\$internal."*) ;; -D*) options+=("$word") ;; /*.jar) break ;; esac; done',
  WAIT('timeout 5 bash -c \'exec 3<>"/dev/tcp/$0/$1"\' "$REST_HOST" "$REST_PORT" 2>/dev/null && jobs=$(/docker-entrypoint.sh flink list --all --target remote "${options[@]}")'),
  'if [[ "$jobs" == *" : $JOB_ID : "* ]]; then echo "Job $JOB_ID is there already"; exit 0; fi',
  'exec /docker-entrypoint.sh "$@"',
].join('\n');

/** Whether Flink deletes the result of a job that has ended, by which it would refuse to run it again. */
const DELETES_RESULTS = 'job-result-store.delete-on-commit';

/** What can be changed of a Kubernetes Job that exists. */
const CHANGEABLE = ['activeDeadlineSeconds', 'backoffLimit', 'parallelism', 'suspend', 'ttlSecondsAfterFinished'];

/**
 * The Kubernetes Job that submits a job. Its name ends with a digest of what Kubernetes lets nobody change of a Job: another image or other
 * arguments are another Job. What only describes stands outside of that, so that a change of it changes the Job and submits nothing.
 *
 * @param patches patches of the Kubernetes Job.
 */
export function renderSubmission(plan: ClusterPlan, submission: Submission, patches: JsonPatch[] = []): Manifest {
  const { id, job } = submission;
  const spec = { backoffLimit: 4, ttlSecondsAfterFinished: isBounded(plan, job) ? WEEK : DAY, template: submissionTemplate(plan, submission) };
  const manifest = { apiVersion: 'batch/v1', kind: 'Job', metadata: objectMeta(plan, `${plan.name}-${id}`), spec };
  const fixed = Object.fromEntries(Object.entries(patched(manifest, patches).spec ?? {}).filter(([field]) => !CHANGEABLE.includes(field)));
  return { ...manifest, metadata: { ...manifest.metadata, name: `${manifest.metadata.name}-${digest(fixed, 8)}` } };
}

/** A manifest after patches. One that cannot be applied is left out: synthesis fails with it. */
function patched(manifest: Manifest, patches: JsonPatch[]): Manifest {
  // Others may add labels and annotations to the object, beside which a patch is then applied.
  const metadata = { labels: {}, annotations: {}, ...manifest.metadata };
  const copy = JSON.parse(JSON.stringify({ ...manifest, metadata }));
  return patches.reduce((all, patch) => {
    try {
      return JsonPatch.apply(all, patch);
    } catch {
      return all;
    }
  }, copy);
}

/** A pod that runs Flink's client. It has the labels by which it is found, and what is said of clients and pods alone. */
function submissionTemplate(plan: ClusterPlan, { jobId, job }: Submission): PodTemplate {
  const { pod } = plan.client;
  const { volumes, mounts } = configVolume(plan);
  const { serviceName, port, protocol } = plan.rest;
  // The client calls the REST Service, and not the leader election, for which it has no permission.
  const withoutElection = plan.discovery === JobManagerDiscovery.LEADER_ELECTION ? { [plan.configuration.keyOf('high-availability.type')!]: 'NONE' } : {};
  const properties = { ...withoutElection, ...plan.client.dynamicProperties };
  const { spec } = podTemplate(plan, { role: 'submission', pod, probes: probesOf(pod), ephemeralStorage: DEFAULT_EPHEMERAL_STORAGE.client }, {
    spec: { automountServiceAccountToken: false, restartPolicy: 'Never' },
    volumes,
    mounts,
    container: defined({
      image: plan.image,
      imagePullPolicy: plan.imagePullPolicy,
      command: ['bash', '-c', protocol === RestProtocol.HTTP ? SUBMIT_BY_HTTP : SUBMIT_BY_CLIENT, 'submit'],
      args: flinkRun(job, { jobId, restAddress: serviceName, restPort: port, properties }),
      env: [
        { name: 'REST_HOST', value: serviceName },
        { name: 'REST_PORT', value: String(port) },
        { name: 'JOB_ID', value: jobId },
        ...(pod.env ?? []) as Plain<k8s.EnvVar>[],
      ],
    }),
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  });
  return { metadata: defined({ labels: { ...pod.labels, ...roleLabels(plan, { role: 'submission' }) }, annotations: pod.annotations }), spec };
}

/** What is wrong with a job for a session cluster. */
export function checkSubmission(plan: ClusterPlan, { id, jobId, job }: Submission, name: string): PlanFinding[] {
  const findings = jobProblems({ ...job, jobId });
  const reason = nameProblem(name, 63);
  if (reason) findings.push(problem('invalid-job-name', `the id '${id}' gives its Kubernetes Job the name '${name}', which ${reason}`, 'Choose another id', 'id'));
  if (!isBounded(plan, job) && plan.discovery === JobManagerDiscovery.SERVICE) {
    findings.push(warning('session-job-not-recovered', 'the session cluster has no high availability: when its JobManager is lost, the job is lost and not submitted again',
      "Give the session cluster 'storage' and 'highAvailability: HighAvailability.kubernetes()', or run the job in a FlinkApplication", 'job'));
  }
  if (isBounded(plan, job)) findings.push(...againAfterEnd(plan));
  if (!job.artifact.imagePath) {
    findings.push(problem('artifact-not-local', `job.artifact is ${job.artifact.uri}, and Flink's client can submit only jars of its image`, 'Add the jar to the image and use JobArtifact.fromImage()', 'job.artifact'));
  }
  findings.push(...checkJarInOfficialImage(plan.image, job.artifact.imagePath, plan.client.pod, "mount a volume that does with 'pod', which reaches the pod that submits the job"));
  const slots = Number(plan.taskManager.configuration.text('taskmanager.numberOfTaskSlots') ?? 1) * plan.taskManager.replicas;
  if (job.parallelism !== undefined && job.parallelism > slots) {
    findings.push(problem('too-few-slots', `job.parallelism is ${job.parallelism}, and the session cluster has ${slots} slot(s) in all`, 'Use more TaskManagers or slots, or a lower parallelism', 'job.parallelism'));
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(job.restoreFrom ?? '')?.[1];
  if (scheme && !plan.schemes.includes(scheme)) {
    findings.push(problem('unsupported-scheme', `job.restoreFrom has the scheme '${scheme}', which the session cluster does not support`, "Give the cluster that 'storage', or 'plugins'", 'job.restoreFrom'));
  }
  if (scheme) findings.push(...locationProblems(plan, 'job.restoreFrom', job.restoreFrom!));
  return findings;
}

/** Flink forgets jobs that have ended, in one JobManager's life or with it, unless it persists their results. */
function againAfterEnd({ configuration, discovery, version }: ClusterPlan): PlanFinding[] {
  const elected = discovery === JobManagerDiscovery.LEADER_ELECTION;
  if (elected && configuration.text(DELETES_RESULTS) === 'false') return [];
  const kept = `; or ${elected ? '' : "set 'highAvailability' and "}set '${DELETES_RESULTS}' to false in 'configuration', so that Flink refuses to run it again`;
  return [warning('bounded-session-job-runs-again',
    'the job is bounded, and runs again when its Kubernetes Job is created again after the job has ended: when what is submitted changes, and when the manifests are applied after that Kubernetes Job was deleted, a week after it completed',
    `Remove the job from the program when it has ended${FlinkOptionCatalog.of(version).find(DELETES_RESULTS) ? kept : ''}`, 'job.boundedness')];
}

function isBounded({ configuration }: ClusterPlan, { boundedness }: JobOptions): boolean {
  return boundedness === undefined ? configuration.text('execution.runtime-mode') === 'BATCH' : boundedness === Boundedness.BOUNDED;
}
