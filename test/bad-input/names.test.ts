import { Chart, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { application, complaintsAbout, deployment, refuses, session, sessionJob, JOB } from './refused';
import { LocalRecovery } from '../../src';

const account = (name: string) => ({ name }) as ServiceAccount;

refuses({
  'an id with an underscore': {
    make: session({}, 'Bad_Name'), where: 'chart/Bad_Name', id: 'invalid-cluster-name', what: "the construct's id gives it the name 'bad_name', which is not a DNS-1123 label", remedy: "Set 'name', for example name: 'orders'",
  },
  'an id with a dot': { make: session({}, 'a.b'), where: 'chart/a.b', id: 'invalid-cluster-name', what: "gives it the name 'a.b', which is not a DNS-1123 label", remedy: "Set 'name'" },
  'an id that begins with a digit': { make: session({}, '1st'), where: 'chart/1st', id: 'invalid-cluster-name', what: "gives it the name '1st', which is not a DNS-1123 label that begins with a letter", remedy: "Set 'name'" },
  'a name in capitals': { make: session({ name: 'Orders' }), id: 'invalid-cluster-name', what: "its name 'Orders' is not a DNS-1123 label", remedy: "Set 'name', for example name: 'orders'" },
  'a name that ends with a hyphen': { make: session({ name: 'orders-' }), id: 'invalid-cluster-name', what: "its name 'orders-' is not a DNS-1123 label", remedy: "Set 'name'" },
  'an empty name': { make: session({ name: '' }), id: 'invalid-cluster-name', what: "its name '' is not a DNS-1123 label", remedy: "Set 'name'" },
  'a name of 46 characters': { make: session({ name: 'a'.repeat(46) }), id: 'invalid-cluster-name', what: 'has 46 characters, 45 are allowed', remedy: "Set 'name'" },
  'the same with the operator': { make: deployment({ name: 'a'.repeat(46) }), id: 'invalid-cluster-name', what: 'has 46 characters, 45 are allowed', remedy: "Set 'name'" },
  'a name too long for the pods of a StatefulSet': {
    make: application({ name: 'a'.repeat(41), localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }),
    id: 'invalid-cluster-name',
    what: 'has 41 characters, and a cluster whose TaskManagers keep volumes can have 40',
    remedy: "Set a shorter 'name'",
  },
  'a namespace with an underscore': {
    make: (chart) => session()(new Chart(chart, 'team', { namespace: 'team_a' })), where: 'chart/team/Orders', id: 'invalid-namespace', what: "the chart's namespace 'team_a' is not a DNS-1123 label", remedy: 'Rename it with at most 63 lower-case letters',
  },
  'a ServiceAccount with a blank': {
    make: session({ jobManager: { serviceAccount: account('my account') } }), id: 'invalid-object-name', what: "jobManager.serviceAccount is 'my account', which is not the name of a ServiceAccount", remedy: 'Use lower-case letters, digits, inner hyphens and dots',
  },
  'a session job whose id is no name': {
    make: sessionJob(JOB, {}, 'Word_Count'), where: 'chart/Orders/Word_Count', id: 'invalid-job-name', what: "the id 'word_count' gives its Kubernetes Job the name 'orders-word_count-", remedy: 'Choose another id',
  },
  'a session job whose name is too long': {
    make: sessionJob(JOB, {}, 'x'.repeat(48)), where: `chart/Orders/${'x'.repeat(48)}`, id: 'invalid-job-name', what: 'has 64 characters, 63 are allowed', remedy: 'Choose another id',
  },
  'a session job with the id of a part of the cluster': {
    make: sessionJob(JOB, {}, 'Config'), id: 'duplicate-construct-id', what: "a job cannot have the id 'Config', which is taken", remedy: 'Choose another id',
  },
  'a job by the place of the objects that features add': {
    make: sessionJob(JOB, {}, 'Objects'), id: 'duplicate-construct-id', what: "a job cannot have the id 'Objects', which is taken", remedy: 'Choose another id',
  },
});

test('the longest names that are allowed pass', () => {
  expect(complaintsAbout(session({ name: 'a'.repeat(45) }))).toEqual([]);
  expect(complaintsAbout(application({ name: 'a'.repeat(40), localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }))).toEqual([]);
  expect(complaintsAbout(sessionJob(JOB, {}, 'x'.repeat(47)))).toEqual([]);
});

/** Both of two that want the same are told, each where it stands. */
test.each<[string, (chart: Chart) => unknown, string, string[]]>([
  ['two clusters', (chart) => [session({ name: 'shared' }, 'A')(chart), session({ name: 'shared' }, 'B')(chart)], 'ConfigMap shared-config', ['chart/A', 'chart/B']],
  ['two clusters in one namespace', (chart) => ['A', 'B'].map((id) => session({ name: 'shared' })(new Chart(chart, id, { namespace: 'team' }))), 'ConfigMap shared-config', ['chart/A/Orders', 'chart/B/Orders']],
  ['two resources of the operator', (chart) => [deployment({ name: 'shared' }, 'A')(chart), deployment({ name: 'shared' }, 'B')(chart)], 'FlinkDeployment shared', ['chart/A', 'chart/B']],
  ['clusters of two systems', (chart) => [session({ name: 'shared' }, 'A')(chart), deployment({ name: 'shared' }, 'B')(chart)], 'Flink cluster shared', ['chart/A', 'chart/B']],
  ['two session jobs', (chart) => { const cluster = session({ image: 'registry.acme.io/orders:1' })(chart); return ['WordCount', 'word-count'].map((id) => cluster.addJob(id, JOB)); }, 'Job orders-word-count-[0-9a-f]{8}', ['chart/Orders/WordCount', 'chart/Orders/word-count']],
])('refuses %s of one name, both by their paths', (_, make, what, [one, other]) => {
  const complaints = complaintsAbout(make).filter((complaint) => complaint.endsWith(' (name-in-use)'));
  for (const [path, duplicate] of [[one, other], [other, one]]) {
    expect(complaints).toContainEqual(expect.stringMatching(new RegExp(`^\\[${path}\\] the name of ${what} is used by '${path}' and by '${duplicate}'.*\\. Give one of them another 'name' or namespace\\. \\(name-in-use\\)$`)));
  }
  expect(complaints).toHaveLength(2);
});

test('the same name in two namespaces is two names', () => {
  expect(complaintsAbout((chart) => ['A', 'B'].map((id) => session({ name: 'shared' })(new Chart(chart, id, { namespace: id.toLowerCase() }))))).toEqual([]);
});
