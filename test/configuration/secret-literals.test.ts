import { assigned, resolved } from './resolved';
import { FlinkVersion } from '../../src';

const problems = (option: string, content: any, version = FlinkVersion.V1_20) => resolved(version, [assigned(option, content)]).problems;

test.each([
  'security.ssl.rest.key-password', 's3.access-key', 's3.secret-key', 'fs.s3a.access.key', 'fs.s3a.secret.key', 'fs.azure.account.key.acme.blob.core.windows.net',
  'metrics.reporter.dd.apikey', 's3.access-key-id',
])('the value of %s would stand in a ConfigMap for everybody', (option) => {
  expect(problems(option, 'hunter2')).toEqual([expect.stringMatching(new RegExp(`^'${option.replace(/\./g, '\\.')}' \\(by configuration\\) is a secret, and its value would be stored in a ConfigMap\\. .* \\(secret-in-configuration\\)$`))]);
});

test('the remedy names the way for this very option', () => {
  expect(problems('metrics.reporter.dd.apikey', 'x')[0]).toContain("Put it into a Secret, and set secretConfiguration: { 'metrics.reporter.dd.apikey': { name: 'a-secret', key: 'an-entry' } }.");
  expect(problems('s3.secret-key', 'x')[0]).toContain('Use FlinkStorage.s3(…, { credentials: S3Credentials.fromSecret(…) }), or secretConfiguration');
});

test('the message does not hold the secret', () => {
  expect(problems('s3.secret-key', 'hunter2')[0]).not.toContain('hunter2');
});

test.each([['security.delegation.tokens.enabled', true], ['s3.endpoint', 'http://minio:9000'], ['security.ssl.rest.enabled', true]])('%s is no secret', (option, content) => {
  expect(problems(option, content)).toEqual([]);
});

test('an empty text hides nothing', () => {
  expect(problems('s3.secret-key', '').filter((p) => p.includes('is a secret'))).toEqual([]);
});

test('each line hides what it hides in its own logs', () => {
  expect(problems('containerized.master.env.API_TOKEN', 'x', FlinkVersion.V1_13)).toEqual([]);
  expect(problems('containerized.master.env.API_TOKEN', 'x', FlinkVersion.V2_3)).toHaveLength(1);
});
