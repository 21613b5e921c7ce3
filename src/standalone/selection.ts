import { PodSelection } from './flink-role';
import { COMPONENT } from '../plan/pod-template';

/** The pods of a role, where each role has a pod template of its own. */
export function selectionByComponent(name: string, role: 'jobmanager' | 'taskmanager'): PodSelection {
  return { labels: { 'app.kubernetes.io/name': 'flink', 'app.kubernetes.io/instance': name, [COMPONENT]: role } };
}
