import { Chart, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { IMAGE, JOB, Mistakes, VERSION } from './mistake';
import {
  apache, CheckpointOptions, FlinkApplication, FlinkApplicationOptions, FlinkClusterOptions, FlinkJobCluster, FlinkSessionCluster, FlinkStorage, HighAvailability, IFlinkFeature, JobOptions, LogLevel,
  MetricsReporter, PodOptions, S3StorageOptions, TaskManagerOptions,
} from '../../src';

const base: FlinkApplicationOptions = { version: VERSION, image: IMAGE, job: JOB };
const shared: FlinkClusterOptions = { version: VERSION };

/** What the compiler lets through: props in variables and spreads, assertions, and what is read at run time. */
export const IN_TYPESCRIPT: Mistakes = {
  'the props of an application in a session': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', base), 'unknown-prop', 'addJob()'],
  'the props of an operator\'s cluster in an application': [
    (chart: Chart) => {
      const options: apache.FlinkDeploymentProps = { ...base, upgradeMode: apache.UpgradeMode.SAVEPOINT };
      return new FlinkApplication(chart, 'Orders', { ...options, job: JOB });
    }, 'unknown-prop', 'apache.FlinkDeployment has it',
  ],
  'an excess prop in a variable': [
    (chart: Chart) => {
      const props = { ...base, paralelism: 4 };
      return new FlinkApplication(chart, 'Orders', props);
    }, 'unknown-prop', 'Remove it',
  ],
  'an excess prop in a spread': [(chart: Chart) => new FlinkApplication(chart, 'Orders', { ...base, ...{ taskManagers: { slots: 2 } } }), 'unknown-prop', "'taskManager'"],
  'a misspelt prop of a role in a variable': [
    (chart: Chart) => {
      const taskManager = { slots: 2, replica: 3 };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, taskManager });
    }, 'unknown-prop', "'replicas'",
  ],
  'options of TaskManagers for the JobManager': [
    (chart: Chart) => {
      const sizes: TaskManagerOptions = { memory: Size.gibibytes(4), managedMemory: Size.gibibytes(1) };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, jobManager: sizes, taskManager: sizes });
    }, 'unknown-prop', "'taskManager.managedMemory'",
  ],
  'a misspelt prop of a pod in a variable': [
    (chart: Chart) => {
      const pod = { labels: { team: 'payments' }, toleration: [] };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, pod });
    }, 'unknown-prop', "'tolerations'",
  ],
  'a misspelt field of a container in a variable': [
    (chart: Chart) => {
      const shipper = { name: 'shipper', image: 'registry.acme.io/shipper:1', volumeMount: [] };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, pod: { sidecars: [shipper] } });
    }, 'unknown-prop', "'volumeMounts'",
  ],
  'a misspelt field of a sidecar that is added': [
    (chart: Chart) => {
      const shipper = { name: 'shipper', image: 'registry.acme.io/shipper:1', comand: ['ship'] };
      new FlinkApplication(chart, 'Orders', base).taskManager.addSidecar(shipper);
    }, 'unknown-prop', "'command'",
  ],
  'a misspelt field of a volume in a map of volumes': [
    (chart: Chart) => {
      const volumes = ['a', 'b'].map((name) => ({ name, emptyDir: {}, sizeLimit: '1Gi' }));
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, pod: { volumes } });
    }, 'unknown-prop', 'Remove it',
  ],
  'excess options of a bucket': [
    (chart: Chart) => {
      const options = { endpoint: 'http://minio:9000', region: 'eu-central-1' };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, storage: FlinkStorage.s3('s3://acme/orders', options) });
    }, 'unknown-prop', 'or use one of: credentials, endpoint',
  ],
  'options of a bucket that were asserted': [
    (chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, storage: FlinkStorage.s3('s3://acme/orders', { pathStyle: true } as S3StorageOptions) }), 'unknown-prop', 'or use one of: credentials',
  ],
  'a job whose props were asserted': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', shared).addJob('Count', { mainClass: 'io.acme.Count' } as JobOptions), 'missing-prop', 'JobArtifact.fromImage('],
  'a prop that JSON has made text': [
    (chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, taskManager: JSON.parse('{ "slots": "2" }') as TaskManagerOptions }), 'invalid-prop-type', 'Write 2 without quotes',
  ],
  'a duration that JSON has made text': [
    (chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, storage: FlinkStorage.s3('s3://acme/orders'), checkpoints: JSON.parse('{ "interval": "1 min" }') as CheckpointOptions }),
    'invalid-prop-type', 'Duration.minutes(1)',
  ],
  'a level from the environment': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, logging: { level: 'verbose' as LogLevel } }), 'invalid-enum-value', 'LogLevel.OFF'],
  'a level by a name from the environment': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, logging: { level: LogLevel['VERBOSE' as 'INFO'] } }), 'undefined-prop', 'LogLevel.OFF'],
  'a level of a logger from the environment': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, logging: { loggers: { 'io.acme': 'info' as LogLevel } } }), 'invalid-enum-value', 'LogLevel.INFO'],
  'an entry of a map that is not there': [
    (chart: Chart) => {
      const images: { [stage: string]: string } = { test: IMAGE };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, pod: { sidecars: [{ name: 'shipper', image: images.production }] } });
    }, 'invalid-container', 'Set its image',
  ],
  'an element that is not there': [
    (chart: Chart) => {
      const reporters: MetricsReporter[] = [];
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, metrics: [reporters[0]] });
    }, 'invalid-prop-type', 'Leave it out',
  ],
  'a null that was asserted away': [(chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, highAvailability: null! as HighAvailability }), 'invalid-prop-type', 'Leave it out'],
  'numbers in place of units': [
    (chart: Chart) => new FlinkSessionCluster(chart, 'Orders', { version: VERSION, taskManager: { cpu: 2 as unknown as Cpu, memory: 4 as unknown as Size } }), 'invalid-prop-type', 'Cpu.units(2)',
  ],
  'a time to live of another unit': [(chart: Chart) => new FlinkJobCluster(chart, 'Orders', { ...base, ttlAfterFinished: Duration.millis(1) }), 'invalid-duration', 'whole seconds'],
  'an excess part of a feature': [
    (chart: Chart) => {
      const tls: IFlinkFeature = {
        bind() {
          const config = { owner: 'tls', configuration: {}, secrets: ['tls'] };
          return config;
        },
      };
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, features: [tls] });
    }, 'unknown-prop', 'Remove it',
  ],
  'a class with more than the props': [
    (chart: Chart) => {
      class TeamPod implements PodOptions {
        public readonly labels = { team: 'payments' };
        public readonly team = 'payments';
      }
      return new FlinkSessionCluster(chart, 'Orders', { version: VERSION, pod: new TeamPod() });
    }, 'invalid-prop-type', 'an object with the props of PodOptions',
  ],
};
