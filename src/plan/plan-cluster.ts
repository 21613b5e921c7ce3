import { Bound, bindFeatures } from './bind-features';
import { checkFiles } from './check-files';
import { checkForced } from './check-forced';
import { checkImage } from './check-image';
import { checkJob } from './check-job';
import { checkOptions } from './check-options';
import { checkPods } from './check-pods';
import { checkRoles } from './check-roles';
import { checkSecrets } from './check-secrets';
import { jobPlan, withParallelism } from './job-plan';
import { joinPods } from './merge-pods';
import { ClusterPlan } from './plan';
import { PlanOptions, PlanTarget } from './plan-options';
import { planPlugins } from './plugins';
import { checkRequired } from './required';
import { planRole, RoleInput, SCRATCH } from './role-plan';
import { settleConfiguration } from './settle-configuration';
import { warningsOf } from './warnings';
import { newestNames } from '../configuration/spelling';
import { FeatureContext, JobManagerDiscovery } from '../features/feature';
import { RestService } from '../features/rest-service';
import { PodOptions } from '../pod';
import { portsOf } from '../ports';
import { complaint } from '../private/remedy';

/** What only the whole cluster shows. */
const CHECKS = [checkRoles, checkImage, checkOptions, checkForced, checkSecrets, checkPods, checkFiles, checkJob];

/**
 * The plan of a cluster: what all features and options ask for, put together and checked. Pure, and it never throws for what a user
 * can still mend: whatever is wrong stands in `problems`.
 *
 * @param path where the cluster stands, for messages.
 */
export function planCluster(path: string, options: PlanOptions, target: PlanTarget): ClusterPlan {
  checkRequired(path, options);
  const { version } = options;
  const raw = { ...options.configuration, ...options.edits?.set, ...options.edits?.replaced };
  const configuration = newestNames(version, raw);
  const asked = options.job && jobPlan(target.name, options.job, configuration);
  const ports = portsOf(options.ports);
  const context: FeatureContext = {
    path,
    version,
    platform: target.platform,
    clusterId: target.name,
    namespaceName: target.namespace,
    jobId: asked?.jobId,
    bounded: asked?.bounded,
    storage: options.storage?.locations,
    ports,
    configuration,
  };
  const bound = bindFeatures(options, context, target.features);
  const problems = bound.flatMap((b) => b.problems ?? []);
  const warnings = bound.flatMap((b) => b.warnings ?? []);
  const discovery = discoveryOf(bound, problems);

  const address: Bound[] = discovery === JobManagerDiscovery.SERVICE && target.jobManagerAddress
    ? [{ owner: 'the JobManager\'s Service', configuration: { 'jobmanager.rpc.address': target.jobManagerAddress } }]
    : [];
  const settled = settleConfiguration(options, [...bound, ...address], target.foreignOptions ?? []);
  problems.push(...settled.problems);
  warnings.push(...settled.warnings);
  const job = asked && withParallelism(asked, settled.jobManager.text('parallelism.default'));

  const image = options.image ?? version.image;
  const configFiles = filesOf(bound, problems);
  const plugins = planPlugins({ options, bound, job, settled, image, problems });
  const input: RoleInput = { options, target, bound: [...bound, ...plugins.bound], job, settled, configFiles, problems };
  const plan: ClusterPlan = {
    path,
    name: target.name,
    namespace: target.namespace,
    version,
    platform: target.platform,
    image,
    imagePullPolicy: options.imagePullPolicy,
    ports,
    rest: options.rest ?? RestService.clusterIp(),
    discovery,
    configuration: settled.shared,
    configFiles,
    jobManager: planRole('jobManager', input),
    taskManager: planRole('taskManager', input),
    client: clientPod(bound, options.pod),
    schemes: plugins.schemes,
    job,
    problems,
    warnings,
  };
  for (const check of CHECKS) problems.push(...check(plan, options));
  // What concerns both roles is found for each of them.
  return { ...plan, problems: [...new Set(problems)], warnings: [...warnings, ...warningsOf(plan)] };
}

/** Neither sidecars, which would keep a Kubernetes Job from its end, nor labels by which others find Flink. */
function clientPod(bound: Bound[], pod: PodOptions = {}): PodOptions {
  const { sidecars, labels, startupProbe, readinessProbe, livenessProbe, ...rest } = pod;
  const files = bound.filter((b) => b.owner === 'logging').map((b) => ({ owner: b.owner, pod: b.pod ?? {} }));
  return joinPods([SCRATCH, ...files, { owner: 'pod', pod: rest }], []);
}

function discoveryOf(bound: Bound[], problems: string[]): JobManagerDiscovery {
  const elected = bound.filter((b) => b.discovery === JobManagerDiscovery.LEADER_ELECTION);
  if (elected.length > 1) {
    problems.push(complaint(`${elected.map((b) => b.owner).join(' and ')} all elect the leader`, 'Keep one of them'));
  }
  return elected.length ? JobManagerDiscovery.LEADER_ELECTION : JobManagerDiscovery.SERVICE;
}

function filesOf(bound: Bound[], problems: string[]): { [name: string]: string } {
  const files: { [name: string]: string } = {};
  const owners: { [name: string]: string } = {};
  for (const { owner, configFiles } of bound) {
    for (const [name, text] of Object.entries(configFiles ?? {})) {
      if (files[name] !== undefined && files[name] !== text) {
        problems.push(complaint(`the file '${name}' is written twice, differently: by ${owners[name]} and by ${owner}`, 'Drop one of the two'));
      } else if (!/^[-._a-zA-Z0-9]+$/.test(name)) {
        problems.push(complaint(`${owner} writes a file '${name}', which a ConfigMap cannot hold`, 'Use letters, digits, dot, hyphen and underscore'));
      } else if (/(^|-)(config|flink-conf)\.yaml$/.test(name)) {
        problems.push(complaint(`${owner} writes a file '${name}', which is Flink's configuration itself`, "Use 'configuration' of the feature"));
      }
      files[name] ??= text;
      owners[name] ??= owner;
    }
  }
  return files;
}
