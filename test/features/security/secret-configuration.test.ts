import { CONTEXT } from '../context';
import { Platform } from '../../../src';
import { SecretConfiguration } from '../../../src/features/security/secret-configuration';

const secrets = {
  's3.secret-key': { name: 'storage', key: 'secret' },
  'metrics.reporter.dd.apikey': { name: 'metrics', key: 'api', optional: true },
};

test('each option is environment from the Secret, and an argument that names the environment', () => {
  const { configuration, jobManager, taskManager } = new SecretConfiguration(secrets).bind(CONTEXT);
  expect(configuration).toBeUndefined();
  expect(jobManager).toEqual({
    pod: {
      env: [
        { name: 'FLINK_OPTION_METRICS_REPORTER_DD_APIKEY', valueFrom: { secretKeyRef: { name: 'metrics', key: 'api', optional: true } } },
        { name: 'FLINK_OPTION_S3_SECRET_KEY', valueFrom: { secretKeyRef: { name: 'storage', key: 'secret' } } },
      ],
    },
    dynamicProperties: {
      'metrics.reporter.dd.apikey': '$(FLINK_OPTION_METRICS_REPORTER_DD_APIKEY)',
      's3.secret-key': '$(FLINK_OPTION_S3_SECRET_KEY)',
    },
  });
  expect(taskManager).toEqual(jobManager);
});

test('where somebody else writes the arguments, each option is refused', () => {
  const { problems, jobManager } = new SecretConfiguration(secrets).bind({ ...CONTEXT, platform: Platform.NATIVE_KUBERNETES });
  expect(jobManager).toBeUndefined();
  expect(problems!.map((p) => p.split(' ')[0])).toEqual(["'metrics.reporter.dd.apikey'", "'s3.secret-key'"]);
  expect(problems![0]).toContain('Give it to Flink as environment or file');
});
