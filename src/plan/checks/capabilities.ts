import { FeatureConfig } from '../../features/feature';
import { RestProtocol } from '../../features/feature-objects';
import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { canonical, plain } from '../../private/plain';
import { Capability } from '../capabilities';
import { ClusterPlan, RoleName, RolePlan } from '../plan';
import { PlanOptions } from '../plan-options';
import { PlanTarget } from '../plan-target';
import { PodPart } from '../pods/merge-pods';

const ROLES: RoleName[] = ['jobManager', 'taskManager'];

/** What users and features ask for and the system cannot express, by whom and with the way out. */
export function checkCapabilities(
  plan: ClusterPlan, options: PlanOptions, target: PlanTarget, bound: FeatureConfig[], plugins: FeatureConfig[],
): PlanFinding[] {
  const check = new CapabilityCheck(plan, target);
  check.props('', options, target.capabilities.cluster);
  check.rest(plan);
  if (options.job) check.props('job.', options.job, target.capabilities.job);
  for (const role of ROLES) check.props(`${role}.`, options[role] ?? {}, target.capabilities[role]);
  for (const part of podPartsOfUser(options)) check.pod(part.owner, part.pod);
  for (const config of bound.filter(({ optional }) => !optional)) check.feature(config);
  check.plugins(plugins);
  check.alike();
  return check.findings;
}

/** What users add to pods, by the props and methods by which they do. */
export function podPartsOfUser(options: PlanOptions, role?: RoleName): PodPart[] {
  return [
    { owner: 'pod', pod: options.pod },
    ...ROLES.filter((each) => role === undefined || each === role).flatMap((each) => [
      { owner: `${each}.pod`, pod: options[each]?.pod },
      ...(each === 'jobManager' ? options.addedToJobManager : options.addedToTaskManager)?.map((pod) => ({ owner: each as string, pod })) ?? [],
    ]),
  ].filter((part): part is PodPart => part.pod !== undefined);
}

class CapabilityCheck {
  public readonly findings: PlanFinding[] = [];

  public constructor(private readonly plan: ClusterPlan, private readonly target: PlanTarget) {}

  /** Props of one struct. */
  public props(prefix: string, given: object, table: { readonly [prop: string]: Capability }): void {
    for (const [prop, capability] of Object.entries(table)) {
      const content = (given as { [prop: string]: unknown })[prop];
      if (!isGiven(content) || (capability.scope === 'fixed' && content === capability.only)) continue;
      if (capability.scope !== 'each-role' && capability.scope !== 'both-roles') this.report(`${prefix}${prop}`, `${prefix}${prop}`, capability);
    }
  }

  public rest({ rest: { service } }: ClusterPlan): void {
    const { exposure, annotations, nodePort } = this.target.capabilities.rest;
    if (service.serviceType !== 'ClusterIP') this.unless(exposure, `rest with a Service of type ${service.serviceType}`, 'rest');
    if (isGiven(service.annotations)) this.unless(annotations, 'rest.annotations', 'rest');
    if (service.fixedNodePort !== undefined) this.unless(nodePort, `rest with nodePort ${service.fixedNodePort}`, 'rest');
  }

  /** Additions to pods. */
  public pod(owner: string, pod: PodOptions): void {
    for (const [field, capability] of Object.entries(this.target.capabilities.pod)) {
      if (!isGiven(pod[field as keyof PodOptions])) continue;
      const what = /(^|\.)pod$/.test(owner) ? `${owner}.${field}` : `pod.${field}, which ${owner} requires,`;
      this.unless(capability, what, what.split(',')[0]);
    }
  }

  public feature(config: FeatureConfig): void {
    const { capabilities } = this.target;
    const { owner } = config;
    if (config.pod) this.pod(owner, config.pod);
    for (const file of Object.keys(config.configFiles ?? {})) this.unless(capabilities.feature.configFiles, `file '${file}', which ${owner} requires,`, file, file);
    for (const option of Object.keys(config.secretConfiguration ?? {})) this.unless(capabilities.feature.secretConfiguration, `'${option}' from a Secret, which ${owner} requires,`, option);
    if (config.objects?.length) this.unless(capabilities.feature.objects, `a Kubernetes object, which ${owner} requires,`, owner);
    if (isGiven(config.labels)) this.unless(capabilities.feature.labels, `labels, which ${owner} requires,`, owner);
    if (isGiven(config.annotations)) this.unless(capabilities.feature.annotations, `annotations, which ${owner} requires,`, owner);
    if (config.restProtocol && config.restProtocol !== RestProtocol.HTTP) this.unless(capabilities.feature.restProtocol, `REST protocol ${config.restProtocol}, which ${owner} requires,`, owner);
    for (const role of ROLES) {
      const { pod, ports = [], permissions = [], dynamicProperties = {}, volumeClaims = [], serviceAccountAnnotations } = config[role] ?? {};
      if (pod) this.pod(owner, pod);
      if (ports.length) this.unless(capabilities.role.ports, `port '${ports[0].name}', which ${owner} requires,`, owner);
      if (permissions.length) this.unless(capabilities.role.permissions, `permissions at the Kubernetes API, which ${owner} requires,`, owner);
      for (const option of Object.keys(dynamicProperties)) this.unless(capabilities.role.dynamicProperties, `'${option}' as an argument of the ${role}, which ${owner} requires,`, option);
      for (const { name } of volumeClaims) this.unless(capabilities.role.volumeClaims, `volume claim '${name}' of the ${role}, which ${owner} requires,`, owner);
      if (isGiven(serviceAccountAnnotations)) this.unless(capabilities.role.serviceAccountAnnotations, `annotations of a ServiceAccount, which ${owner} requires,`, owner);
    }
  }

  /** Plugins that must be brought to where Flink loads them from. */
  public plugins(bound: FeatureConfig[]): void {
    for (const { owner, plugins = [] } of bound) {
      for (const { name } of plugins.filter(({ fromOpt }) => fromOpt)) this.unless(this.target.capabilities.feature.plugins, `plugin '${name}', which ${owner} requires,`, name);
    }
  }

  /** What only both roles together can have. */
  public alike(): void {
    const { pod, role, jobManager, taskManager } = this.target.capabilities;
    const [one, other] = [this.plan.jobManager, this.plan.taskManager];
    for (const [field, capability] of Object.entries(pod).filter(([, each]) => each.scope === 'both-roles')) {
      if (canonical(this.compared(one, other, field)) !== canonical(this.compared(other, one, field))) this.differs(`pod.${field}`, capability);
    }
    if (role.ports.scope === 'both-roles') {
      for (const { name, port } of one.ports.filter(({ builtIn }) => !builtIn)) {
        const same = other.ports.find((each) => each.name === name);
        if (same && same.port !== port) this.differs(`port '${name}' (${port} and ${same.port})`, role.ports);
      }
    }
    if (role.serviceAccountAnnotations.scope === 'both-roles' && canonical(one.serviceAccountAnnotations) !== canonical(other.serviceAccountAnnotations)) {
      this.differs('serviceAccountAnnotations', role.serviceAccountAnnotations);
    }
    if (jobManager.cpuLimit.scope === 'both-roles' && one.cpuLimit !== other.cpuLimit) this.differs('cpuLimit', taskManager.cpuLimit);
    if (jobManager.serviceAccount.scope === 'both-roles' && one.givenServiceAccount !== other.givenServiceAccount) this.differs('serviceAccount', taskManager.serviceAccount);
  }

  /** What a field of a role's pods must have in common with the other's: neither what the library adds, nor what the other does not mind. */
  private compared(mine: RolePlan, theirs: RolePlan, field: string): unknown {
    const content = mine.pod[field as keyof PodOptions] ?? [];
    if (field === 'env') return mine.pod.env?.filter((variable) => !isHarmless(variable, theirs.pod)) ?? [];
    return field === 'volumes' ? mine.pod.volumes?.filter(({ name }) => this.plan.origins[`${mine.role}/volumes/${name}`] !== 'the library') : content;
  }

  private unless(capability: Capability, what: string, subject: string, name?: string): void {
    if (capability.scope === 'each-role' || capability.scope === 'both-roles') return;
    if (name !== undefined && capability.names?.includes(name)) return;
    this.report(what, subject, capability);
  }

  private report(what: string, subject: string, { remedy = 'Leave it out, or run the cluster standalone' }: Capability): void {
    this.findings.push(problem('unsupported-by-system', `${what} is not supported by ${this.target.platform}`, remedy, subject));
  }

  private differs(what: string, { remedy = 'Make them equal' }: Capability): void {
    this.findings.push(problem('roles-not-alike', `${what} of JobManager and TaskManagers differ, and ${this.target.platform} has one for both roles`, remedy, what.split(' ')[0]));
  }
}

/** What a pod tells of itself does no harm where only the other role asks for it. */
function isHarmless({ name, valueFrom }: NonNullable<PodOptions['env']>[number], other: PodOptions): boolean {
  return valueFrom?.fieldRef !== undefined && !other.env?.some((variable) => variable.name === name);
}

function isGiven(content: unknown): boolean {
  const data = plain(content);
  return !(data === undefined || data === null || (Array.isArray(data) && !data.length) || (typeof data === 'object' && data.constructor === Object && !Object.keys(data).length));
}
