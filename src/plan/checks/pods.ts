import { checkContainers, checkResources, checkSecurity } from './containers';
import { checkEnvironment } from './environment';
import { checkPodFields } from './pod-fields';
import { checkScheduling } from './scheduling';
import { checkVolumes } from './volumes';
import { PlanFinding, problem } from '../../private/findings';
import { isAnnotationName, labelProblem } from '../../private/names';
import { ClusterPlan, RolePlan } from '../plan';
import { COMPONENT } from '../pods/labels';
import { CHECKSUM } from '../pods/pod-template';

/** What users and features add to pods. */
export function checkPods(plan: ClusterPlan): PlanFinding[] {
  return [
    ...checkLabels('labels', plan.labels), ...checkAnnotations('annotations', plan.annotations), ...checkLabelsOfPods(plan),
    ...[plan.jobManager, plan.taskManager].flatMap((role) => [
      ...checkEnvironment(role), ...checkVolumes(role), ...checkContainers(role), ...checkPodFields(role), ...checkScheduling(role),
      ...checkLabels('pod.labels', role.pod.labels), ...checkLabels('pod.nodeSelector', role.pod.nodeSelector, []), ...checkAnnotations('pod.annotations', role.pod.annotations),
      ...checkAnnotations(`${role.role}.serviceAccountAnnotations`, role.serviceAccountAnnotations),
      ...checkResources(role), ...checkSecurity(role), ...checkPorts(role), ...checkPermissions(role),
    ]),
  ];
}

/** Labels by which the library finds pods, and labels that Kubernetes itself sets. */
const RESERVED = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app.kubernetes.io/version', 'app.kubernetes.io/managed-by', COMPONENT];
const OF_KUBERNETES = /^(pod-template-hash|controller-revision-hash|controller-uid|job-name|((statefulset|apps|batch)\.kubernetes\.io\/.*))$/;

function checkLabels(where: string, labels: { readonly [name: string]: string } = {}, reserved = RESERVED): PlanFinding[] {
  return Object.entries(labels).flatMap(([name, text]) => {
    const reason = labelProblem(name, text);
    if (reason) return [problem('invalid-label', `${where} has an invalid label: ${reason}`, 'Names and values have at most 63 letters, digits, and -_. between them; a name may begin with a domain and a slash', where)];
    const taken = reserved.length && (reserved.includes(name) || OF_KUBERNETES.test(name));
    return taken ? [problem('reserved-label', `${where} sets '${name}', by which Services and Deployments find the pods, or which is set already`, 'Use a label of your own', where)] : [];
  });
}

/** A pod has the labels of its cluster, and one that it would have of its own would be lost. */
function checkLabelsOfPods({ labels, jobManager, taskManager, origins }: ClusterPlan): PlanFinding[] {
  return [jobManager, taskManager].flatMap(({ role, pod }) => {
    const lost = Object.entries(pod.labels ?? {}).filter(([name, text]) => Object.hasOwn(labels, name) && labels[name] !== text);
    return lost.map(([name, text]) => problem('conflicting-metadata',
      `label '${name}' is set twice: '${labels[name]}' by ${origins[`labels/${name}`]} and '${text}' by ${origins[`${role}/labels/${name}`]}, for pods`, 'Remove one of the two', name));
  });
}

function checkAnnotations(where: string, annotations: { readonly [name: string]: string } = {}): PlanFinding[] {
  return Object.keys(annotations).flatMap((name) => {
    if (name === CHECKSUM) return [problem('reserved-annotation', `${where} sets '${name}', by which a change of the configuration replaces the pods`, 'Use an annotation of your own', where)];
    return isAnnotationName(name) ? [] : [problem('invalid-annotation', `${where} has '${name}', which is not the name of an annotation`, "Use letters, digits and -_. between them, for example 'acme.io/team'", where)];
  });
}

function checkPorts({ ports }: RolePlan): PlanFinding[] {
  return ports.filter(({ builtIn, callers }) => !builtIn && !callers?.length).map(({ name }) => problem('port-without-caller',
    `port '${name}' has no callers, and no policy or monitor could be derived from it`, 'List who opens connections to it, for example [PortCaller.MONITORING]', name));
}

function checkPermissions({ role, permissions }: RolePlan): PlanFinding[] {
  return permissions.flatMap(({ apiGroups, resources, verbs }) => {
    const missing = Object.entries({ apiGroups, resources, verbs }).filter(([, all]) => !all?.length).map(([field]) => field);
    return missing.length ? [problem('invalid-permission', `permissions of ${role} have a rule without ${missing.join(' and ')}, which Kubernetes refuses`,
      "Write the whole rule, for example { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }", `${role}.permissions`)] : [];
  });
}
