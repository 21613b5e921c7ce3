import { ClusterPlan } from '../plan/plan';
import { PlanFinding, problem } from '../private/findings';

/** Options that the operator replaces by fields of the resource, or that decide what a prop decides here, by their newest keys. */
const PROPS: { readonly [option: string]: string } = {
  'kubernetes.container.image.ref': 'image',
  'kubernetes.container.image.pull-policy': 'imagePullPolicy',
  'kubernetes.service-account': 'jobManager.serviceAccount',
  'kubernetes.jobmanager.service-account': 'jobManager.serviceAccount',
  'kubernetes.taskmanager.service-account': 'taskManager.serviceAccount',
  'kubernetes.jobmanager.replicas': 'jobManager.replicas',
  'kubernetes.jobmanager.cpu.amount': 'jobManager.cpu',
  'kubernetes.taskmanager.cpu.amount': 'taskManager.cpu',
  'kubernetes.pod-template-file.default': 'pod',
  'kubernetes.pod-template-file.jobmanager': 'jobManager.pod',
  'kubernetes.pod-template-file.taskmanager': 'taskManager.pod',
};

/** Options that the operator or Flink's client sets, whatever they were. */
const SET_BY_ITSELF = /^(execution\.target$|jobmanager\.rpc\.address$|\$internal\.|kubernetes\.internal\.)/;

/** Raw options that would have no effect, or that would make a role run otherwise than the rest of the resource says. */
export function checkReplacedOptions({ configuration, origins }: ClusterPlan): PlanFinding[] {
  const replaced = Object.keys(PROPS).filter((option) => configuration.text(option) !== undefined && origins[`configuration/${option}`] !== 'native mode');
  const byMode = Object.keys(configuration.toMap()).filter((option) => SET_BY_ITSELF.test(option));
  return [
    ...replaced.map((option) => problem('option-set-by-operator',
      `'${option}' is configured, and the operator has a field for it in the resource`, `Set '${PROPS[option]}' instead`, option)),
    ...byMode.map((option) => problem('option-set-by-operator',
      `'${option}' is configured, and the operator sets it by itself`, 'Leave it out', option)),
  ];
}
