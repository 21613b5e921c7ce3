import { checkContainers, checkResources, checkSecurity } from './check-containers';
import { checkEnvironment } from './check-environment';
import { checkVolumes } from './check-volumes';
import { ClusterPlan, RolePlan } from './plan';
import { CHECKSUM, COMPONENT } from './pod-template';
import { isAnnotationName, labelProblem } from '../private/names';
import { complaint } from '../private/remedy';

/** What users and features put into pods. */
export function checkPods(plan: ClusterPlan): string[] {
  return [plan.jobManager, plan.taskManager].flatMap((role) => [
    ...checkEnvironment(role), ...checkVolumes(role), ...checkContainers(role), ...checkLabels(role), ...checkAnnotations(role),
    ...checkResources(role), ...checkSecurity(role),
  ]);
}

/** Labels that Kubernetes itself puts on pods. */
const OF_KUBERNETES = /^(pod-template-hash|controller-revision-hash|controller-uid|job-name|((statefulset|apps|batch)\.kubernetes\.io\/.*))$/;

function checkLabels({ pod }: RolePlan): string[] {
  const problems: string[] = [];
  for (const [name, text] of Object.entries({ ...pod.labels, ...pod.nodeSelector })) {
    const because = typeof text === 'string' ? labelProblem(name, text) : `${text} is no text ('${name}')`;
    if (because) problems.push(complaint(`a label of the pods is impossible: ${because}`, 'Names and values have at most 63 letters, digits, and -_. between them; a name may begin with a domain and a slash'));
  }
  for (const name of Object.keys(pod.labels ?? {})) {
    const taken = ['app.kubernetes.io/name', 'app.kubernetes.io/instance', COMPONENT].includes(name) || OF_KUBERNETES.test(name);
    if (taken) problems.push(complaint(`pod.labels sets '${name}', by which Services and Deployments find the pods`, 'Use a label of your own'));
  }
  return problems;
}

function checkAnnotations({ pod }: RolePlan): string[] {
  return Object.entries(pod.annotations ?? {}).flatMap(([name, text]) => {
    if (name === CHECKSUM) return [complaint(`pod.annotations sets '${name}', by which a change of the configuration reaches the pods`, 'Use an annotation of your own')];
    if (typeof text !== 'string') return [complaint(`pod.annotations sets '${name}' to ${text}, which is no text`, `Write '${text}' in quotes`)];
    return isAnnotationName(name) ? [] : [complaint(`pod.annotations has '${name}', which is no name of an annotation`, "Use letters, digits and -_. between them, for example 'acme.io/team'")];
  });
}
