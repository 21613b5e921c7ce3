import { Chart, Size } from 'cdk8s';
import { FlinkJobCluster, FlinkSessionCluster, FlinkVersion, JobArtifact, JobClusterLayout } from 'cdk8s-flink';
import { Cpu } from 'cdk8s-plus-27';
import { Construct } from 'constructs';

/**
 * Both samples of the article "Flink on Kubernetes", without the operator it installs for them: a session cluster with a cache, a
 * sidecar and a variable, and a job cluster whose jar an init container fetches with a service account's key.
 *
 * Where we differ: plain objects for the operator's `FlinkCluster`; a pinned Flink that is supported; CPU is requested, not capped;
 * REST stays inside (`accessScope: Cluster`); containers run as user 9999 with nothing they do not need; the jar goes to
 * /opt/flink/usrlib, where Flink looks for it.
 */
export class OperatorSamples extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'operator-samples');

    new FlinkSessionCluster(this, 'FlinkSessionCluster', {
      version,
      imagePullPolicy: 'Always',
      jobManager: { memory: Size.mebibytes(1024), cpu: Cpu.millis(200) },
      taskManager: {
        replicas: 1,
        slots: 1,
        memory: Size.mebibytes(1024),
        cpu: Cpu.millis(200),
        pod: {
          volumes: [{ name: 'cache-volume', emptyDir: {} }],
          mounts: [{ name: 'cache-volume', mountPath: '/cache' }],
          sidecars: [{ name: 'sidecar', image: 'alpine:3.20', command: ['sleep', '10000'] }],
        },
      },
      pod: { env: [{ name: 'FOO', value: 'bar' }] },
    });

    const gcs = new FlinkJobCluster(this, 'FlinkJobClusterGcs', {
      version,
      layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT,
      job: {
        artifact: JobArtifact.fromImage('/opt/flink/usrlib/wordcount.jar'),
        mainClass: 'org.apache.flink.streaming.examples.wordcount.WordCount',
        args: ['--input', './README.txt'],
        parallelism: 2,
      },
      jobManager: { memory: Size.mebibytes(1024) },
      taskManager: { replicas: 2, memory: Size.mebibytes(1024) },
      pod: {
        volumes: [
          { name: 'jars', emptyDir: {} },
          { name: 'gcp-service-account', secret: { secretName: 'gcp-service-account' } },
        ],
        mounts: [
          { name: 'jars', mountPath: '/opt/flink/usrlib' },
          { name: 'gcp-service-account', mountPath: '/etc/gcp_service_account', readOnly: true },
        ],
        env: [{ name: 'GOOGLE_APPLICATION_CREDENTIALS', value: '/etc/gcp_service_account/gcp_service_account_key.json' }],
        initContainers: [{
          name: 'gcs-downloader',
          image: 'google/cloud-sdk:502.0.0-slim',
          command: ['gsutil'],
          args: ['cp', 'gs://my-bucket/wordcount.jar', '/opt/flink/usrlib/wordcount.jar'],
          volumeMounts: [{ name: 'jars', mountPath: '/opt/flink/usrlib' }],
        }],
      },
    });
    gcs.acknowledge('task-managers-outlive-job');
  }
}
