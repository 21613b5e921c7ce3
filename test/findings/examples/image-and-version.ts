import { FlinkPlugin, FlinkVersion, JobArtifact, MetricsReporter } from '../../../src';
import { application, configured, JOB, S3, session, sessionJob } from '../../bad-input/refused';
import { Area } from '../example';

export const IMAGE_AND_VERSION: Area = {
  title: 'Image, version and plugins',
  examples: {
    'ambiguous-plugins': session({ storage: S3, plugins: [FlinkPlugin.builtIn('flink-s3-fs-hadoop')] }),
    'artifact-not-local': sessionJob({ ...JOB, artifact: JobArtifact.fromUri('s3://acme/orders.jar') }),
    'image-of-other-version': session({ image: 'flink:1.19.3-java17' }),
    'invalid-flink-version': () => FlinkVersion.of('1.20'),
    'invalid-image': session({ image: 'Acme/Flink:1' }),
    'invalid-plugin-name': () => FlinkPlugin.builtIn('flink-s3-fs-hadoop-1.20.5.jar'),
    'invalid-pull-policy': session({ imagePullPolicy: 'always' }),
    'jar-not-in-image': application({ image: undefined }),
    'moving-image-tag': session({ image: 'flink:latest' }),
    'plugin-not-in-image': configured({ 'execution.checkpointing.dir': 'gs://acme/orders' }, { version: FlinkVersion.V1_14 }),
    'unsupported-by-flink-version': session({ version: FlinkVersion.V1_15, metrics: [MetricsReporter.prometheus({ includes: ['*:numRecordsIn:*'] })] }),
    'unsupported-flink-version': () => FlinkVersion.of('1.12.7'),
    'unsupported-scheme': configured({ 'execution.checkpointing.dir': 'swift://acme/orders' }),
  },
};
