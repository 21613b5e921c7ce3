import { Chart } from 'cdk8s';
import { application, deployment, JOB, jobCluster, js, later, Mistakes } from './mistake';

/** A job that an application cluster runs. */
const running = (options: object) => application({ job: { ...JOB, ...options } });

/** Jobs of clusters and of sessions. */
export const IN_JOBS: Mistakes = {
  'no job': [application({ job: undefined }), 'missing-prop', 'JobArtifact.fromImage('],
  'null for the job': [application({ job: null }), 'invalid-prop-type', 'JobArtifact.fromImage('],
  'no job of a job cluster': [(chart: Chart) => new js.FlinkJobCluster(chart, 'Orders', { version: js.FlinkVersion.V1_20 }), 'missing-prop', 'JobArtifact.fromImage('],
  'a jar for the job': [application({ job: '/opt/flink/usrlib/orders.jar' }), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'an artifact for the job': [application({ job: JOB.artifact }), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'a list of jobs': [application({ job: [JOB] }), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'no artifact': [application({ job: { mainClass: 'io.acme.Orders' } }), 'missing-prop', 'JobArtifact.fromImage('],
  'an artifact as text': [running({ artifact: '/opt/flink/usrlib/orders.jar' }), 'invalid-prop-type', 'JobArtifact.fromImage('],
  'an artifact that is not called': [running({ artifact: js.JobArtifact.fromImage }), 'invalid-prop-type', 'JobArtifact.fromImage('],
  'the operator\'s name of the jar': [deployment({ job: { jarURI: 'local:///opt/flink/usrlib/orders.jar' } }), 'unknown-prop', "'artifact'"],
  'the operator\'s name of the class': [running({ entryClass: 'io.acme.Orders' }), 'unknown-prop', "'mainClass'"],
  'the operator\'s name of the savepoint': [running({ initialSavepointPath: 's3://acme/savepoint-1' }), 'unknown-prop', "'restoreFrom'"],
  'a misspelt prop of the job': [running({ paralelism: 4 }), 'unknown-prop', "'parallelism'"],
  'parallelism as text': [running({ parallelism: '4' }), 'invalid-prop-type', 'Write 4 without quotes'],
  'parallelism that is no number': [running({ parallelism: NaN }), 'invalid-prop-type', 'Use a number'],
  'parallelism of a half': [running({ parallelism: 1.5 }), 'invalid-parallelism', 'whole number'],
  'arguments as text': [running({ args: '--from kafka' }), 'invalid-prop-type', 'Put it into a list'],
  'arguments as an object': [running({ args: { from: 'kafka' } }), 'invalid-prop-type', 'a list of strings'],
  'an argument that is a number': [running({ args: ['--partitions', 12] }), 'invalid-prop-type', 'in quotes'],
  'an argument that is not there': [running({ args: ['--region', undefined] }), 'invalid-prop-type', 'Leave it out'],
  'a class that is a number': [running({ mainClass: 5 }), 'invalid-prop-type', 'in quotes'],
  'a file for the class': [running({ mainClass: 'Orders.java' }), 'invalid-main-class', 'fully qualified name'],
  'boundedness as a boolean': [jobCluster({ job: { ...JOB, boundedness: true } }), 'invalid-enum-value', 'Boundedness.UNBOUNDED'],
  'boundedness in lower case': [jobCluster({ job: { ...JOB, boundedness: 'bounded' } }), 'invalid-enum-value', 'Boundedness.BOUNDED'],
  'boundedness that there is not': [running({ boundedness: js.Boundedness.BATCH }), 'undefined-prop', 'Boundedness.BOUNDED'],
  'a boolean as text': [running({ restoreFrom: 's3://acme/savepoint-1', allowNonRestoredState: 'true' }), 'invalid-prop-type', 'Write true without quotes'],
  'a savepoint as a boolean': [running({ restoreFrom: true }), 'invalid-prop-type', 'in quotes'],
  'a job id as a number': [running({ jobId: 1 }), 'invalid-prop-type', 'in quotes'],
  'a job id that is none': [running({ jobId: 'orders' }), 'invalid-job-id', '32 hexadecimal digits'],
  'addJob without an id': [later((cluster) => cluster.addJob(JOB)), 'invalid-construct-arguments', "addJob('Id'"],
  'addJob without a job': [later((cluster) => cluster.addJob('Count')), 'missing-prop', 'JobArtifact.fromImage('],
  'addJob with null': [later((cluster) => cluster.addJob('Count', null)), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'addJob with a jar': [later((cluster) => cluster.addJob('Count', '/opt/flink/usrlib/count.jar')), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'addJob with an artifact': [later((cluster) => cluster.addJob('Count', JOB.artifact)), 'invalid-prop-type', 'an object with the props of JobOptions'],
  'addJob with the props of an application': [later((cluster) => cluster.addJob('Count', { version: js.FlinkVersion.V1_20, job: JOB })), 'unknown-prop', 'or use one of: artifact'],
  'addJob with parallelism as text': [later((cluster) => cluster.addJob('Count', { ...JOB, parallelism: '2' })), 'invalid-prop-type', 'Write 2 without quotes'],
  'addJob twice with one id': [later((cluster) => [1, 2].map(() => cluster.addJob('Count', JOB))), 'duplicate-construct-id', 'another id'],
  'addJob on an application': [(chart: Chart) => application()(chart).addJob?.('Count', JOB) ?? application({ jobs: [JOB] })(new Chart(chart, 'Other')), 'unknown-prop', "'job'"],
};
