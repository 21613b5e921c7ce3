import { application, complaintsAbout, configured, JOB, jobCluster, refuses, S3, session, sessionJob } from './refused';
import { Boundedness, FlinkVersion, HighAvailability, JobArtifact } from '../../src';

const BOUNDED = { ...JOB, boundedness: Boundedness.BOUNDED };
const ha = { storage: S3, highAvailability: HighAvailability.kubernetes() };
const job = (options: any) => application({ job: { ...JOB, ...options } });

refuses({
  'no job': { make: application({ job: undefined }), id: 'missing-prop', what: 'job is undefined', remedy: '{ artifact: JobArtifact.fromImage(' },
  'no job of a job cluster': { make: jobCluster({ job: undefined }), id: 'missing-prop', what: 'job is undefined', remedy: '{ artifact: JobArtifact.fromImage(' },
  'a job without a jar': { make: application({ job: {} }), id: 'missing-prop', what: 'job.artifact is missing', remedy: 'Set it, for example JobArtifact.fromImage(' },
  'a jar by a relative path': { make: () => JobArtifact.fromImage('orders.jar'), where: 'JobArtifact.fromImage', id: 'invalid-artifact', what: "'orders.jar' is not an absolute path of a jar", remedy: "for example '/opt/flink/usrlib/orders.jar'" },
  'a program that is no jar': { make: () => JobArtifact.fromImage('/opt/flink/usrlib/orders.py'), where: 'JobArtifact.fromImage', id: 'invalid-artifact', what: 'is not an absolute path of a jar', remedy: 'Write the path in the image' },
  'a jar without a scheme': { make: () => JobArtifact.fromUri('/opt/orders.jar'), where: 'JobArtifact.fromUri', id: 'invalid-artifact', what: "'/opt/orders.jar' has no scheme", remedy: 'or use JobArtifact.fromImage()' },
  'a local URI that is no jar': { make: () => JobArtifact.fromUri('local:///opt/orders'), where: 'JobArtifact.fromImage', id: 'invalid-artifact', what: "'/opt/orders' is not an absolute path of a jar", remedy: 'Write the path in the image' },
  'a jar where an older line does not look': {
    make: application({ version: FlinkVersion.V1_18, job: { artifact: JobArtifact.fromImage('/jobs/orders.jar') } }),
    id: 'unsupported-by-flink-version',
    what: 'job.artifact is /jobs/orders.jar, and Flink 1.18 runs only jars in /opt/flink/usrlib',
    remedy: 'Put the jar there, or use Flink 1.19 or newer',
  },
  'a job id that is a name': { make: job({ jobId: 'orders' }), id: 'invalid-job-id', what: "job.jobId is 'orders', which is not a Flink job id", remedy: 'Write 32 hexadecimal digits' },
  'a class with slashes': { make: job({ mainClass: 'io/acme/Orders' }), id: 'invalid-main-class', what: "job.mainClass is 'io/acme/Orders', which is not the name of a Java class", remedy: "Write its fully qualified name, for example 'io.acme.OrdersJob'" },
  'a class by its file': { make: job({ mainClass: 'io.acme.Orders.class' }), id: 'invalid-main-class', what: "job.mainClass is 'io.acme.Orders.class', which is not the name of a Java class", remedy: 'Write its fully qualified name' },
  'a savepoint by a path': { make: job({ restoreFrom: '/savepoints/1' }), id: 'invalid-restore-path', what: "job.restoreFrom is '/savepoints/1', which is not a URI", remedy: 'Write the whole URI of the savepoint' },
  'an empty savepoint': { make: job({ restoreFrom: '' }), id: 'invalid-restore-path', what: "job.restoreFrom is '', which is not a URI", remedy: 'Write the whole URI' },
  'a savepoint of a scheme that nobody serves': { make: job({ restoreFrom: 'ftp://acme/savepoint-1' }), id: 'unsupported-scheme', what: "job.restoreFrom has the scheme 'ftp'", remedy: 'Use one of s3, gs, abfs' },
  'a savepoint on no volume': { make: job({ restoreFrom: 'file:///savepoints/1' }), id: 'storage-location-not-shared', what: "job.restoreFrom is 'file:/savepoints/1', and the JobManager's pods mount no volume there", remedy: "Use FlinkStorage.persistentVolumeClaim('claim')" },
  'lost state that nothing could be lost from': { make: job({ allowNonRestoredState: true }), id: 'nothing-to-restore', what: 'job.allowNonRestoredState is set without job.restoreFrom', remedy: "Set 'restoreFrom', or leave it out" },
  'batch that never ends': {
    make: application({ job: { ...JOB, boundedness: Boundedness.UNBOUNDED }, configuration: { 'execution.runtime-mode': 'BATCH' } }),
    id: 'unbounded-batch-job',
    what: "job.boundedness is UNBOUNDED and 'execution.runtime-mode' is BATCH",
    remedy: 'Remove one of the two',
  },
  'a bounded job that would run again and again': { make: application({ job: BOUNDED }), id: 'bounded-job-runs-again', what: 'the job is bounded, and its result is not persisted: a Deployment would run it again and again', remedy: "Use FlinkJobCluster, or set 'highAvailability'" },
  'a bounded job on a line that forgets its end': {
    make: application({ version: FlinkVersion.V1_13, job: BOUNDED, ...ha }), id: 'bounded-job-runs-again', what: 'the job is bounded', remedy: 'Use FlinkJobCluster; Flink 1.13 does not persist results of jobs',
  },
  'no parallelism of a session job': { make: sessionJob({ ...JOB, parallelism: 0 }), where: 'chart/Orders/Count', id: 'invalid-parallelism', what: 'job.parallelism is 0', remedy: 'Write a whole number, 1 or more' },
  'a session job whose jar is not in the image': {
    make: sessionJob({ artifact: JobArtifact.fromUri('s3://acme/orders.jar') }), where: 'chart/Orders/Count', id: 'artifact-not-local', what: "job.artifact is s3://acme/orders.jar, and Flink's client can submit only jars of its image", remedy: 'use JobArtifact.fromImage()',
  },
  'a session job from a savepoint that the cluster cannot read': {
    make: sessionJob({ ...JOB, restoreFrom: 's3://acme/savepoint-1' }), where: 'chart/Orders/Count', id: 'unsupported-scheme', what: "the scheme 's3', which the session cluster does not support", remedy: "Give the cluster that 'storage', or 'plugins'",
  },
  'a session job from a savepoint on no volume': {
    make: sessionJob({ ...JOB, restoreFrom: 'file:///savepoints/1' }), where: 'chart/Orders/Count', id: 'storage-location-not-shared', what: "job.restoreFrom is 'file:/savepoints/1'", remedy: 'Use FlinkStorage.persistentVolumeClaim(',
  },
  'high availability of a session that cannot be told its namespace': {
    make: session({ version: FlinkVersion.V1_13, ...ha }), id: 'unsupported-by-flink-version', what: "'kubernetes.namespace' must be an argument, and the session JobManager of Flink 1.13 accepts none", remedy: 'Set the namespace of the chart',
  },
  'high availability by a raw option': { make: configured({ 'high-availability.type': 'kubernetes' }), id: 'high-availability-by-option-only', what: "'high-availability.type' is 'kubernetes' in the configuration alone", remedy: "Set 'highAvailability'" },
});

test('refuses two session jobs of one Flink id: the second would never run', () => {
  const complaints = complaintsAbout((chart) => {
    const cluster = session({ image: 'registry.acme.io/orders:1' })(chart);
    for (const id of ['One', 'Two']) cluster.addJob(id, { ...JOB, jobId: 'a'.repeat(32) });
  });
  expect(complaints).toEqual([
    `[chart/Orders/One] its Flink id ${'a'.repeat(32)} is that of another job of the cluster, too: the one that is submitted second would never run. `
    + "Give it another jobId, or leave it out. (duplicate-job-id) This concerns 2 constructs: also 'chart/Orders/Two'.",
  ]);
});
