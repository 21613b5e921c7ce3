import { k8s } from 'cdk8s-plus-27';
import { affinityOf, spreadOf } from '../../../src/plan/pods/scheduling';
import { Plain } from '../../../src/private/plain';

const selector = { matchLabels: { 'app.kubernetes.io/component': 'jobmanager' } };
const several = { role: 'jobManager', replicas: 2, selector };
const host = { topologyKey: 'kubernetes.io/hostname', labelSelector: selector };

test('several JobManagers prefer different nodes', () => {
  expect(affinityOf(several, undefined)).toEqual({ podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: host }] } });
});

test.each([
  ['a single JobManager', { ...several, replicas: 1 }],
  ['TaskManagers', { ...several, role: 'taskManager' }],
  ['a pod that submits jobs', { role: 'submission' }],
])('%s may run anywhere', (_, role) => {
  expect(affinityOf(role, undefined)).toBeUndefined();
});

test('affinity to nodes lies beside what keeps JobManagers apart', () => {
  const nodeAffinity: Plain<k8s.NodeAffinity> = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } };
  expect(affinityOf(several, { nodeAffinity })).toEqual({ nodeAffinity, ...affinityOf(several, undefined) });
});

test('anti-affinity of the user\'s replaces it', () => {
  const zone = { topologyKey: 'topology.kubernetes.io/zone', labelSelector: { matchLabels: { a: 'b' } } };
  const podAntiAffinity = { requiredDuringSchedulingIgnoredDuringExecution: [zone] };
  expect(affinityOf(several, { podAntiAffinity })).toEqual({ podAntiAffinity });
});

test('terms without a selector mean the pods of the role, and others what they say', () => {
  const zone = { topologyKey: 'zone' };
  const mine = { topologyKey: 'zone', labelSelector: { matchLabels: { a: 'b' } } };
  const given: Plain<k8s.PodAffinity> = {
    requiredDuringSchedulingIgnoredDuringExecution: [zone, mine], preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: zone }],
  };
  const completed = {
    requiredDuringSchedulingIgnoredDuringExecution: [{ ...zone, labelSelector: selector }, mine],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { ...zone, labelSelector: selector } }],
  };
  expect(affinityOf({ ...several, role: 'taskManager' }, { podAffinity: given, podAntiAffinity: given })).toEqual({ podAffinity: completed, podAntiAffinity: completed });
});

test('a spread constraint without a selector counts the pods of the role', () => {
  const constraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' };
  const mine = { ...constraint, labelSelector: { matchLabels: { a: 'b' } } };
  expect(spreadOf(several, [constraint, mine])).toEqual([{ ...constraint, labelSelector: selector }, mine]);
  expect(spreadOf(several, undefined)).toBeUndefined();
});
