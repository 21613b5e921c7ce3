import { isGiven, podParts, refusal, RequiredPart, requiredParts } from './required-parts';
import { FeatureConfig } from '../../features/feature';
import { RestProtocol } from '../../features/feature-objects';
import { PodOptions } from '../../pod';
import { PlanFinding, problem } from '../../private/findings';
import { canonical } from '../../private/plain';
import { Capability } from '../capabilities';
import { ClusterPlan, RoleName, RolePlan } from '../plan';
import { PlanOptions } from '../plan-options';
import { PlanTarget } from '../plan-target';
import { PodPart } from '../pods/merge-pods';

const ROLES: RoleName[] = ['jobManager', 'taskManager'];

/** What users and features ask for and the system cannot express, by who asks and with the way out. */
export function checkCapabilities(
  plan: ClusterPlan, options: PlanOptions, target: PlanTarget, bound: FeatureConfig[], plugins: FeatureConfig[],
): PlanFinding[] {
  const { capabilities } = target;
  return [
    ...propsOf('', options, capabilities.cluster, target),
    ...(options.job ? propsOf('job.', options.job, capabilities.job, target) : []),
    ...ROLES.flatMap((role) => propsOf(`${role}.`, options[role] ?? {}, capabilities[role], target)),
    ...asked(restParts(plan, bound, target), target),
    ...asked(podPartsOfUser(options).flatMap(({ owner, pod }) => podParts(owner, pod, capabilities.pod)), target),
    ...bound.flatMap((config) => required(config.owner, requiredParts(config, capabilities), target)),
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
    const name = `${prefix}${prop}`;
    const limit = refusal({ capability });
    if (!isGiven(content) || !limit || (limit.scope === 'fixed' && content === limit.only)) return [];
    const what = limit.scope === 'fixed' ? `${name} is ${content}, and ${platform} supports only ${limit.only}` : `${name} is not supported by ${platform}`;
    return [problem('unsupported-by-system', what, limit.remedy, name)];
  });
}

function restParts({ rest: { service, protocol } }: ClusterPlan, bound: FeatureConfig[], { capabilities }: PlanTarget): RequiredPart[] {
  const { rest, feature } = capabilities;
  const byOption = protocol !== RestProtocol.HTTP && !bound.some(({ restProtocol }) => restProtocol);
  return [
    ...(byOption ? [{ what: `rest through ${protocol}`, capability: feature.restProtocol }] : []),
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
  return refusals(parts).map(({ what, remedy }) => problem('unsupported-by-system', `${what} is not supported by ${platform}`, remedy, what.split(' ')[0]));
}

/** What a feature requires, one finding for all that has the same way out. */
function required(owner: string, parts: RequiredPart[], { platform }: PlanTarget): PlanFinding[] {
  const missing = refusals(parts);
  return [...new Set(missing.map(({ remedy }) => remedy))].map((remedy) => {
    const whats = missing.filter((each) => each.remedy === remedy).map(({ what }) => what);
    return problem('unsupported-by-system', `${owner} requires ${whats.join(', ')}, which ${platform} does not support`, remedy, owner);
  });
}

/** The parts that the system cannot express, each with the way out. */
function refusals(parts: RequiredPart[]): { readonly what: string; readonly remedy: string }[] {
  return parts.flatMap((part) => {
    const limit = refusal(part);
    return limit ? [{ what: part.what, remedy: limit.remedy }] : [];
  });
}

/** What only both roles together can have. */
function alike(plan: ClusterPlan, { capabilities: { pod, role, jobManager }, platform }: PlanTarget): PlanFinding[] {
  const [one, other] = [plan.jobManager, plan.taskManager];
  const differ = (what: string, capability: Capability, equal: boolean) => (capability.scope !== 'both-roles' || equal ? [] : [
    problem('roles-not-alike', `${what} of JobManager and TaskManagers differ, and ${platform} has one for both roles`, capability.remedy, what.split(' ')[0]),
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
export function isHarmless({ name, valueFrom }: NonNullable<PodOptions['env']>[number], other: PodOptions): boolean {
  return valueFrom?.fieldRef !== undefined && !other.env?.some((variable) => variable.name === name);
}
