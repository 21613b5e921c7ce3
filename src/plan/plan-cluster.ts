import { bindFeatures } from './bind-features';
import { portsOf } from '../ports';
import { checkCapabilities } from './checks/capabilities';
import { checkFiles } from './checks/files';
import { checkForcedOptions } from './checks/forced-options';
import { checkImage } from './checks/image';
import { checkJob } from './checks/job';
import { checkLocalDirectories } from './checks/local-directories';
import { checkOptions } from './checks/options';
import { checkPods } from './checks/pods';
import { checkRestTls } from './checks/rest-tls';
import { checkRoles } from './checks/roles';
import { checkSecretObjects } from './checks/secret-objects';
import { checkSecrets } from './checks/secrets';
import { checkConsequences } from './checks/warnings';
import { mergeConfigFiles } from './config-files';
import { mergeNames, NamesPart } from './merge-names';
import { withoutUnsupported } from './optional-parts';
import { ClusterPlan, RoleName } from './plan';
import { planClient } from './plan-client';
import { assignmentsOf, assignmentsOfUser } from './plan-configuration';
import { jobPlan, withParallelism } from './plan-job';
import { planObjects } from './plan-objects';
import { PlanOptions } from './plan-options';
import { planRole, RoleInput, roleSize } from './plan-role';
import { PlanTarget } from './plan-target';
import { planPlugins, pluginInitContainer } from './pods/plugins';
import { restProtocolOf } from './rest-protocol';
import { secretProblems, withSecretsAsArguments } from './secret-options';
import { withNewestKeys } from '../configuration/catalog/resolve-option-key';
import { ConfigurationBuilder } from '../configuration/resolve-configuration';
import { FeatureConfig, FeatureContext, JobManagerDiscovery } from '../features/feature';
import { RestService } from '../features/network/rest-service';
import { FindingSeverity } from '../finding';
import { finding, PlanFinding, problem } from '../private/findings';

/** What only the whole cluster shows. */
const CHECKS = [
  checkRoles, checkImage, checkOptions, checkForcedOptions, checkRestTls, checkSecrets, checkPods, checkFiles, checkLocalDirectories, checkJob,
  checkConsequences,
];

/**
 * The plan of a cluster: what all features and options ask for, merged and checked. The function is pure, and does not throw for what a
 * user can still mend: that is among the findings.
 *
 * @param path the path of the cluster's construct, for messages.
 */
export function planCluster(path: string, options: PlanOptions, target: PlanTarget): ClusterPlan {
  const { version } = options;
  const { name, namespace, platform, capabilities } = target;
  const findings: PlanFinding[] = [];
  const origins: { [what: string]: string } = {};
  const raw = withNewestKeys(version, { ...options.configuration, ...options.edits?.set, ...options.edits?.replaced });
  const asked = options.job && jobPlan(name, options.job, raw);
  const ports = portsOf(options.ports);
  const context: FeatureContext = {
    path,
    version,
    platform,
    clusterId: name,
    namespaceName: namespace,
    jobId: target.fixesJobId ? asked?.jobId : undefined,
    bounded: asked?.bounded,
    storage: options.storage?.locations,
    ports,
    configuration: raw,
  };

  const asBound = bindFeatures(options, context, target.features).map((config) => withoutUnsupported(config, capabilities));
  const discovery = discoveryOf(asBound, findings);
  const bound = withAddressing(asBound, target.addressing(discovery)).flatMap(withSecretsAsArguments);
  for (const { problems = [], warnings = [] } of bound) {
    findings.push(...problems.map((each) => finding(FindingSeverity.ERROR, each)), ...warnings.map((each) => finding(FindingSeverity.WARNING, each)));
  }
  findings.push(...secretProblems(bound));

  const configuration = resolve(options, bound, target);
  findings.push(...configuration.findings);
  const restProtocol = restProtocolOf(bound, configuration.jobManager, findings);
  const job = asked && withParallelism(asked, configuration.jobManager.text('parallelism.default'));
  for (const { key, owner } of configuration.shared.all()) origins[`configuration/${key}`] = owner;

  const image = options.image ?? version.image;
  const configFiles = mergeConfigFiles(bound, findings, origins);
  const plugins = planPlugins({ options, bound, job, configuration, image, findings });
  const delivery = capabilities.feature.plugins;
  const seeding = delivery.scope === 'each-role' && delivery.delivery === 'init-container' && image ? pluginInitContainer(plugins.names, image, options) : [];
  const input: RoleInput = {
    options, target, bound: [...bound, ...seeding], job, configuration, configFiles, discovery, restProtocol, findings, origins,
  };
  const plan: ClusterPlan = {
    path,
    name,
    namespace,
    version,
    platform,
    image,
    ports,
    discovery,
    configFiles,
    job,
    origins,
    findings,
    imagePullPolicy: options.imagePullPolicy,
    labels: mergeNames({ noun: 'label', origin: 'labels' }, namesOf('labels', bound, options), findings, origins),
    annotations: mergeNames({ noun: 'annotation', origin: 'annotations' }, namesOf('annotations', bound, options), findings, origins),
    rest: { service: options.rest ?? RestService.clusterIp(), serviceName: target.places.restService, port: ports.rest, protocol: restProtocol },
    configuration: configuration.shared,
    jobManager: planRole('jobManager', input),
    taskManager: planRole('taskManager', input),
    client: planClient(options, bound, findings, origins),
    plugins: plugins.names,
    schemes: plugins.schemes,
    objects: [],
  };
  findings.push(...checkCapabilities(plan, options, target, asBound, plugins.required));
  for (const check of CHECKS) findings.push(...check(plan, options, target));
  const objects = capabilities.feature.objects.scope === 'never' ? [] : planObjects(plan, target, bound, findings, origins);
  findings.push(...checkSecretObjects(objects, origins));
  return { ...plan, objects, findings: withoutDuplicates(findings) };
}

/** Who is found first keeps its place: addresses come with the feature that requires them. */
function withAddressing(bound: FeatureConfig[], addressing: FeatureConfig): FeatureConfig[] {
  const elected = bound.findIndex((each) => each.discovery === JobManagerDiscovery.LEADER_ELECTION);
  return elected < 0 ? [...bound, addressing] : [...bound.slice(0, elected), addressing, ...bound.slice(elected)];
}

/** The options of all features, of the user, and of the system. */
function resolve(options: PlanOptions, bound: FeatureConfig[], { sizeOptions, optionDictionaries, capabilities }: PlanTarget) {
  const secrets = capabilities.feature.secretConfiguration;
  const builder = new ConfigurationBuilder(options.version, options.edits?.allowed ?? [], optionDictionaries, 'remedy' in secrets ? secrets.remedy : undefined);
  builder.add([...bound.flatMap(assignmentsOf), ...assignmentsOfUser(options)]);
  if (sizeOptions) {
    const size = (role: RoleName) => roleSize(role, options, Number(builder.text(role, 'taskmanager.numberOfTaskSlots') ?? 1));
    builder.add(assignmentsOf(sizeOptions({ jobManager: size('jobManager'), taskManager: size('taskManager') })));
  }
  return builder.build();
}

/** Labels or annotations of features and of the user. */
function namesOf(field: 'labels' | 'annotations', bound: FeatureConfig[], options: PlanOptions): NamesPart[] {
  return [...bound.map(({ owner, [field]: names }) => ({ owner, names })), { owner: field, names: options[field] }];
}

function discoveryOf(bound: FeatureConfig[], findings: PlanFinding[]): JobManagerDiscovery {
  const elected = bound.filter((b) => b.discovery === JobManagerDiscovery.LEADER_ELECTION);
  if (elected.length > 1) findings.push(problem('several-leader-elections', `${elected.map((b) => b.owner).join(' and ')} all elect the leader`, 'Keep one of them'));
  return elected.length ? JobManagerDiscovery.LEADER_ELECTION : JobManagerDiscovery.SERVICE;
}

/** What concerns both roles is found for each of them. */
function withoutDuplicates(findings: PlanFinding[]): PlanFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ id, message, remedy }) => {
    const text = `${id} ${message} ${remedy}`;
    return !seen.has(text) && seen.add(text);
  });
}
