import { App, Chart } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { FlinkStorage, HighAvailability } from '../../src';
import { Permissions } from '../../src/kubernetes/permissions';
import { permissions } from '../../src/kubernetes/rbac';
import { PlanOptions } from '../../src/plan/plan-options';
import { PlanTarget } from '../../src/plan/plan-target';
import { problemsOf } from '../harness/findings';
import { feature, planned } from '../plan/planned';

const elected: Partial<PlanOptions> = { storage: FlinkStorage.s3('s3://acme/orders'), highAvailability: HighAvailability.kubernetes() };
const of = (options: Partial<PlanOptions>, target?: Partial<PlanTarget>) => {
  const plan = planned(options, target);
  return permissions(plan, plan.jobManager, 'JobManager');
};
const mine = () => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), 'Mine', 'mine');

test('who calls nothing is nobody', () => {
  expect(of({})).toEqual({});
  expect(Permissions._of(planned()).jobManager.serviceAccountName).toBeUndefined();
});

test('who calls the Kubernetes API has an account, and a Role of what it calls', () => {
  const objects = of(elected, { namespace: 'streaming' });
  expect(Object.entries(objects).map(([path, { kind, metadata }]) => [path, kind, metadata.name])).toEqual([
    ['JobManager/ServiceAccount', 'ServiceAccount', 'orders-jobmanager'],
    ['JobManager/Role', 'Role', 'orders-jobmanager'],
    ['JobManager/RoleBinding', 'RoleBinding', 'orders-jobmanager'],
  ]);
  expect(objects['JobManager/Role'].rules).toEqual(planned(elected).jobManager.permissions);
  expect(objects['JobManager/RoleBinding']).toMatchObject({
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'orders-jobmanager' },
    subjects: [{ kind: 'ServiceAccount', name: 'orders-jobmanager', namespace: 'streaming' }],
  });
});

test('without a namespace the binding names none, and means its own', () => {
  expect(of(elected)['JobManager/RoleBinding'].subjects).toEqual([{ kind: 'ServiceAccount', name: 'orders-jobmanager' }]);
});

test('an account of the user\'s own is given the rights, and not made again', () => {
  const objects = of({ ...elected, jobManager: { serviceAccount: mine() } });
  expect(Object.keys(objects)).toEqual(['JobManager/Role', 'JobManager/RoleBinding']);
  expect(objects['JobManager/RoleBinding'].subjects[0].name).toBe('mine');
});

test('an account of the user\'s own is taken where Flink calls nothing', () => {
  const plan = planned({ jobManager: { serviceAccount: mine() } });
  expect(Permissions._of(plan).jobManager.serviceAccountName).toBe('mine');
  expect(permissions(plan, plan.jobManager, 'JobManager')).toEqual({});
});

test('the permissions of a cluster can be read by role', () => {
  const plan = planned(elected);
  const { jobManager, taskManager } = Permissions._of(plan);
  expect([jobManager.serviceAccountName, taskManager.serviceAccountName]).toEqual(['orders-jobmanager', 'orders-taskmanager']);
  expect(taskManager.rules).toEqual([{ apiGroups: [''], resources: ['configmaps'], verbs: ['list', 'watch'], resourceNames: ['orders-cluster-config-map'] }]);
  jobManager.rules.pop();
  expect(Permissions._of(plan).jobManager.rules).toHaveLength(jobManager.rules.length + 1);
  expect(Permissions._of(planned())).toEqual({ jobManager: { rules: [] }, taskManager: { rules: [] } });
});

describe('annotations of the ServiceAccount', () => {
  const annotations = { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/flink' };

  test('of a role make an account of its own, with a token only where Flink calls something', () => {
    const objects = of({ jobManager: { serviceAccountAnnotations: annotations } });
    expect(objects).toMatchObject({ 'JobManager/ServiceAccount': { metadata: { name: 'orders-jobmanager', annotations } } });
    expect(Object.keys(objects)).toEqual(['JobManager/ServiceAccount']);
    const plan = planned({ jobManager: { serviceAccountAnnotations: annotations } });
    expect([plan.jobManager.serviceAccountName, plan.taskManager.serviceAccountName]).toEqual(['orders-jobmanager', undefined]);
  });

  test('are on the account that high availability makes', () => {
    const objects = of({ ...elected, jobManager: { serviceAccountAnnotations: annotations } });
    expect(Object.keys(objects)).toEqual(['JobManager/ServiceAccount', 'JobManager/Role', 'JobManager/RoleBinding']);
    expect(objects['JobManager/ServiceAccount'].metadata.annotations).toEqual(annotations);
    expect(objects['JobManager/Role'].metadata).not.toHaveProperty('annotations');
  });

  test('of a feature come with those of the user', () => {
    const plan = planned({
      jobManager: { serviceAccountAnnotations: { a: 'user' } },
      features: [feature({ jobManager: { serviceAccountAnnotations: { b: 'feature' } }, taskManager: { serviceAccountAnnotations: { c: 'feature' } } })],
    });
    expect([plan.jobManager.serviceAccountAnnotations, plan.taskManager.serviceAccountAnnotations]).toEqual([{ a: 'user', b: 'feature' }, { c: 'feature' }]);
  });

  test('beside an account of the user\'s own are refused: it is not the library\'s to annotate', () => {
    expect(problemsOf(planned({ jobManager: { serviceAccount: mine(), serviceAccountAnnotations: annotations } }))).toEqual([
      "jobManager.serviceAccountAnnotations are set, and jobManager.serviceAccount names 'mine', which is not the library's to annotate. "
      + 'Annotate that ServiceAccount yourself, or leave serviceAccount out. (annotations-of-given-service-account)',
    ]);
  });

  test('with impossible names are refused', () => {
    expect(problemsOf(planned({ taskManager: { serviceAccountAnnotations: { 'a b': 'c' } } }))).toEqual([expect.stringMatching(/^taskManager\.serviceAccountAnnotations has 'a b'.*\(invalid-annotation\)$/)]);
  });
});
