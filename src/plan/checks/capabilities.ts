import { canExpress, isGiven, podParts, RequiredPart, requiredParts } from './required-parts';
import { FeatureConfig } from '../../features/feature';
import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { canonical } from '../../private/plain';
import { Capability } from '../capabilities';
import { ClusterPlan, RoleName, RolePlan } from '../plan';
import { PlanOptions } from '../plan-options';
import { PlanTarget } from '../plan-target';
import { PodPart } from '../pods/merge-pods';

const ROLES: RoleName[] = ['jobManager', 'taskManager'];
const DEFAULT_REMEDY = 'Leave it out, or run the cluster standalone';

/** What users and features ask for and the system cannot express, by who asks and with the way out. */
export function checkCapabilities(
  plan: ClusterPlan, options: PlanOptions, target: PlanTarget, bound: FeatureConfig[], plugins: FeatureConfig[],
): PlanFinding[] {
  const { capabilities } = target;
  return [
    ...propsOf('', options, capabilities.cluster, target),
    ...(options.job ? propsOf('job.', options.job, capabilities.job, target) : []),
    ...ROLES.flatMap((role) => propsOf(`${role}.`, options[role] ?? {}, capabilities[role], target)),
    ...asked([...restParts(plan, target), ...podPartsOfUser(options).flatMap(({ owner, pod }) => podParts(owner, pod, capabilities.pod))], target),
    ...bound.filter(({ optional }) => !optional).flatMap((config) => required(config.owner, requiredParts(config, capabilities), target)),
    ...plugins.flatMap((config) => required(config.owner, pluginParts(config, target), target)),
    ...alike(plan, target),
  ];
}

/** Additions of users to pods, with the props by which they are made. */
export function podPartsOfUser(options: PlanOptions, role?: RoleName): PodPart[] {
  const added = { jobManager: options.addedToJobManager, taskManager: options.addedToTaskManager };
  return [
    { owner: 'pod', pod: options.pod },
    ...ROLES.filter((each) => role === undefined || each === role).flatMap((each) => [
      { owner: `${each}.pod`, pod: options[each]?.pod },
      ...added[each] ?? [],
    ]),
  ].filter((part): part is PodPart => part.pod !== undefined);
}

/** Props of one struct. */
function propsOf(prefix: string, given: object, table: { readonly [prop: string]: Capability }, { platform }: PlanTarget): PlanFinding[] {
  return Object.entries(table).flatMap(([prop, capability]) => {
    const content = (given as { [prop: string]: unknown })[prop];
    const { scope, only, remedy = DEFAULT_REMEDY } = capability;
    const name = `${prefix}${prop}`;
    if (!isGiven(content) || (scope === 'fixed' && content === only)) return [];
    if (scope === 'fixed') return [problem('unsupported-by-system', `${name} is ${content}, and ${platform} supports only ${only}`, remedy, name)];
    return canExpress({ what: name, capability }) ? [] : [problem('unsupported-by-system', `${name} is not supported by ${platform}`, remedy, name)];
  });
}

function restParts({ rest: { service } }: ClusterPlan, { capabilities: { rest } }: PlanTarget): RequiredPart[] {
  return [
    ...(service.serviceType === 'ClusterIP' ? [] : [{ what: `rest with a Service of type ${service.serviceType}`, capability: rest.exposure }]),
    ...(isGiven(service.annotations) ? [{ what: 'rest with annotations', capability: rest.annotations }] : []),
    ...(service.fixedNodePort === undefined ? [] : [{ what: `rest with nodePort ${service.fixedNodePort}`, capability: rest.nodePort }]),
  ];
}

/** Plugins that must be brought to where Flink loads them from. */
function pluginParts({ plugins = [] }: FeatureConfig, { capabilities }: PlanTarget): RequiredPart[] {
  return plugins.filter(({ fromOpt }) => fromOpt).map(({ name }) => ({ what: `plugin '${name}'`, capability: capabilities.feature.plugins }));
}

/** What users ask for, one finding each. */
function asked(parts: RequiredPart[], { platform }: PlanTarget): PlanFinding[] {
  return parts.filter((part) => !canExpress(part)).map(({ what, capability: { remedy = DEFAULT_REMEDY } }) => (
    problem('unsupported-by-system', `${what} is not supported by ${platform}`, remedy, what.split(' ')[0])));
}

/** What a feature requires, one finding for all that has the same way out. */
function required(owner: string, parts: RequiredPart[], { platform }: PlanTarget): PlanFinding[] {
  const missing = parts.filter((part) => !canExpress(part));
  const remedies = new Set(missing.map(({ capability }) => capability.remedy ?? DEFAULT_REMEDY));
  return [...remedies].map((remedy) => {
    const whats = missing.filter(({ capability }) => (capability.remedy ?? DEFAULT_REMEDY) === remedy).map(({ what }) => what);
    return problem('unsupported-by-system', `${owner} requires ${whats.join(', ')}, which ${platform} does not support`, remedy, owner);
  });
}

/** What only both roles together can have. */
function alike(plan: ClusterPlan, { capabilities: { pod, role, jobManager }, platform }: PlanTarget): PlanFinding[] {
  const [one, other] = [plan.jobManager, plan.taskManager];
  const differ = (what: string, { scope, remedy = 'Make them equal' }: Capability, equal: boolean) => (scope !== 'both-roles' || equal ? [] : [
    problem('roles-not-alike', `${what} of JobManager and TaskManagers differ, and ${platform} has one for both roles`, remedy, what.split(' ')[0]),
  ]);
  const numberOf = (name: string) => other.ports.find((each) => each.name === name)?.port;
  const ports = one.ports.filter(({ builtIn }) => !builtIn).map(({ name, port }) => ({ name, port, same: numberOf(name) ?? port }));
  return [
    ...Object.entries(pod).flatMap(([field, capability]) => (
      differ(`pod.${field}`, capability, canonical(comparedOf(plan, one, other, field)) === canonical(comparedOf(plan, other, one, field))))),
    ...ports.flatMap(({ name, port, same }) => differ(`port '${name}' (${port} and ${same})`, role.ports, port === same)),
    ...differ('serviceAccountAnnotations', role.serviceAccountAnnotations, canonical(one.serviceAccountAnnotations) === canonical(other.serviceAccountAnnotations)),
    ...differ('cpuLimit', jobManager.cpuLimit, one.cpuLimit === other.cpuLimit),
    ...differ('serviceAccount', jobManager.serviceAccount, one.givenServiceAccount === other.givenServiceAccount),
  ];
}

/** What a field of one role's pods must have in common with the other's: neither what the library adds, nor what the other does not mind. */
function comparedOf({ origins }: ClusterPlan, { role, pod }: RolePlan, other: RolePlan, field: string): unknown {
  if (field === 'env') return pod.env?.filter((variable) => !isHarmless(variable, other.pod)) ?? [];
  if (field === 'volumes') return pod.volumes?.filter(({ name }) => origins[`${role}/volumes/${name}`] !== 'the library') ?? [];
  return pod[field as keyof PodOptions] ?? [];
}

/** What a pod says of itself does no harm where only the other role asks for it. */
function isHarmless({ name, valueFrom }: NonNullable<PodOptions['env']>[number], other: PodOptions): boolean {
  return valueFrom?.fieldRef !== undefined && !other.env?.some((variable) => variable.name === name);
}
