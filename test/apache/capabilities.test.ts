import { App, Chart, Size } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import { FlinkStorage, HighAvailability, LocalRecovery, LoggingOptions, MetricsReporter, PodOptions, RestProtection, RestService } from '../../src';
import { PlanOptions } from '../../src/plan/plan-options';
import { problemsOf } from '../harness/findings';
import { feature, JOB, plannedForOperator } from '../plan/planned';

const account = (name: string) => ServiceAccount.fromServiceAccountName(new Chart(new App(), 'chart'), name, name);
const refused = (what: string, remedy = 'Leave it out, or run the cluster standalone') => `${what} is not supported by the Apache operator. ${remedy}. (unsupported-by-system)`;
const unmet = (owner: string, what: string, remedy = 'Leave it out, or run the cluster standalone') => `${owner} requires ${what}, which the Apache operator does not support. ${remedy}. (unsupported-by-system)`;

test.each<[string, Partial<PlanOptions>, string[]]>([
  ['a file', { features: [feature({ configFiles: { 'core-site.xml': '<configuration/>' } })] }, [
    unmet('Mine', "the file 'core-site.xml'", 'Mount it from a ConfigMap of your own'),
  ]],
  ['a fixed port on the nodes', { rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }, [
    refused('rest with nodePort 30081', 'Leave it out, and Kubernetes chooses one'),
  ]],
  ['options of one role', { taskManager: { configuration: { 'pekko.ask.timeout': '20 s' } } }, [
    refused('taskManager.configuration', "Put the options into 'configuration'"),
  ]],
  ['an argument', { features: [feature({ taskManager: { dynamicProperties: { 'taskmanager.host': '$(POD_IP)' } } })] }, [
    unmet('Mine', "'taskmanager.host' as an argument of the taskManager"),
  ]],
  ['volumes of their own', { features: [feature({ taskManager: { volumeClaims: [{ name: 'a', mountPath: '/a', spec: {} }] } })] }, [
    unmet('Mine', "volume claim 'a' of the taskManager"),
  ]],
  ['local recovery on volumes', { localRecovery: LocalRecovery.volumeClaims(Size.gibibytes(1)) }, [
    unmet('localRecovery', "'taskmanager.resource-id' as an argument of the taskManager, 'taskmanager.host' as an argument of the taskManager, volume claim 'flink-work' of the taskManager"),
  ]],
  ['each option from a Secret', { secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' }, 's3.access-key': { name: 'a', key: 'c' } } }, [
    unmet('secretConfiguration', "'s3.secret-key' from a Secret, 's3.access-key' from a Secret", 'Give it to Flink as environment or file, by whatever reads the option, or run the cluster standalone'),
  ]],
  ['a job id', { job: { ...JOB, jobId: 'a'.repeat(32) } }, [refused('job.jobId', 'Leave it out: the operator chooses the id of the job')]],
  ['annotations of an account that the operator makes', { jobManager: { serviceAccountAnnotations: { 'eks.amazonaws.com/role-arn': 'x' } } }, [
    refused('jobManager.serviceAccountAnnotations', "Annotate the ServiceAccount that the operator's chart creates, or set serviceAccount to one of your own"),
  ]],
])('the operator has no place for %s', (_, options, expected) => {
  expect(problemsOf(plannedForOperator(options))).toEqual(expected);
});

const POD: PodOptions = {
  labels: { a: 'b' },
  env: [{ name: 'A', value: 'b' }],
  volumes: [{ name: 'scratch', emptyDir: {} }],
  mounts: [{ name: 'scratch', mountPath: '/scratch' }],
  sidecars: [{ name: 's', image: 'x:1' }],
  priorityClassName: 'high',
  livenessProbe: { exec: { command: ['true'] } },
};
const LOGGING: LoggingOptions = { log4jConsole: 'rootLogger.level = OFF', logbackConsole: '<configuration/>' };

test.each<[string, Partial<PlanOptions>]>([
  ['nothing', {}],
  ['pods of each role', { pod: { labels: { c: 'd' } }, jobManager: { pod: POD }, taskManager: { pod: { nodeSelector: { pool: 'big' } } } }],
  ['high availability, metrics and storage', { storage: FlinkStorage.s3('s3://a/b'), highAvailability: HighAvailability.kubernetes(), metrics: [MetricsReporter.prometheus()], jobManager: { replicas: 2 } }],
  ['logging files', { logging: LOGGING }],
  ['accounts of the user\'s', { jobManager: { serviceAccount: account('one') }, taskManager: { serviceAccount: account('two') } }],
  ['a REST Service outside', { rest: RestService.loadBalancer({ protection: RestProtection.EXTERNAL, annotations: { a: 'b' } }) }],
  ['objects, labels and permissions of a feature', {
    features: [feature({
      labels: { a: 'b' }, annotations: { c: 'd' }, objects: [{ objectsFor: () => ({}) }], jobManager: { permissions: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] },
    })],
  }],
])('the operator takes %s', (_, options) => {
  expect(problemsOf(plannedForOperator(options))).toEqual([]);
});
