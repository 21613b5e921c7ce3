import { App, Chart } from 'cdk8s';
import { Secret, ServiceAccount } from 'cdk8s-plus-27';
import { application, complaintsAbout, configured, feature, JOB, refuses, session, sessionJob, Wrong } from './refused';
import { FlinkStorage, S3Credentials } from '../../src';

const CONFIG_MAP = 'is a secret, and its value would be stored in a ConfigMap';
const credentials = S3Credentials.fromSecret(Secret.fromSecretName(new Chart(new App(), 'chart'), 'Storage', 'storage'));
const LITERAL = 'to a literal, which everybody who reads the manifest sees';

const env = (name: string, value: string) => session({ pod: { env: [{ name, value }] } });
const inTeam = (make: (chart: Chart) => Wrong) => (chart: Chart) => make(chart)(new Chart(chart, 'Team', { namespace: 'team' }));
const ofOther = (chart: Chart) => new Chart(chart, 'Other', { namespace: 'other' });
const sidecar = (container: any) => session({ pod: { sidecars: [{ name: 'shipper', image: 'acme/shipper:1', ...container }] } });

refuses({
  'a secret key of S3': { make: configured({ 's3.secret-key': 'x' }), id: 'secret-in-configuration', what: `'s3.secret-key' (by configuration) ${CONFIG_MAP}`, remedy: 'Use FlinkStorage.s3(…, { credentials: S3Credentials.fromSecret(…) })' },
  'an access key of S3, by its other spelling': { make: configured({ 's3.access.key': 'x' }), id: 'secret-in-configuration', what: `'s3.access.key' (by configuration) ${CONFIG_MAP}`, remedy: 'S3Credentials.fromSecret(…)' },
  'the password of a key store': { make: configured({ 'security.ssl.rest.keystore-password': 'x' }), id: 'secret-in-configuration', what: CONFIG_MAP, remedy: "secretConfiguration: { 'security.ssl.rest.keystore-password': { name: 'a-secret', key: 'an-entry' } }" },
  'the key of an account': { make: configured({ 'fs.azure.account.key.acme.dfs.core.windows.net': 'x' }), id: 'secret-in-configuration', what: CONFIG_MAP, remedy: 'Put it into a Secret' },
  'a password in the environment of a container': { make: session({ pod: { env: [{ name: 'DB_PASSWORD', value: 'x' }] } }), id: 'secret-in-environment', what: `pod.env sets DB_PASSWORD ${LITERAL}`, remedy: 'use valueFrom.secretKeyRef' },
  'a token in the environment of a sidecar': {
    make: session({ pod: { sidecars: [{ name: 'shipper', image: 'acme/shipper:1', env: [{ name: 'API_TOKEN', value: 'x' }] }] } }), id: 'secret-in-environment', what: `container 'shipper' sets API_TOKEN ${LITERAL}`, remedy: 'use valueFrom.secretKeyRef',
  },
  'a password among the arguments': { make: application({ job: { ...JOB, args: ['--db-password', 'x'] } }), id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('db-password')", remedy: 'pass it to the pod as environment (pod.env with secretKeyRef)' },
  'a password among the arguments, joined': { make: application({ job: { ...JOB, args: ['dbPassword=x'] } }), id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('dbPassword')", remedy: 'Put it into a Secret' },
  'a token among the arguments of a session job': { make: sessionJob({ ...JOB, args: ['--token=x'] }), where: 'chart/Orders/Count', id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('token')", remedy: 'Put it into a Secret' },
  'a password among the JVM options': {
    make: session({ jvmOptions: { all: ['-Djavax.net.ssl.trustStorePassword=changeit'] } }), id: 'secret-in-configuration', what: "'env.java.opts.all' contains what looks like a secret ('javax.net.ssl.trustStorePassword')", remedy: 'pass it to the pod as environment or file',
  },
  'a password among the jobs\' parameters': { make: configured({ 'pipeline.global-job-parameters': { 'db.password': 'x' } }), id: 'secret-in-configuration', what: "'pipeline.global-job-parameters' contains what looks like a secret ('db.password')", remedy: 'Put it into a Secret' },
  'a key in a URI': { make: configured({ 'execution.checkpointing.dir': 's3://AKIA:abc@acme/x' }), id: 'secret-in-uri', what: "'execution.checkpointing.dir' has a URI that contains the password of 'AKIA'", remedy: 'Write the URI without it' },
  'a password in a URI among the arguments': { make: application({ job: { ...JOB, args: ['jdbc:postgresql://me:secret@db/orders'] } }), id: 'secret-in-uri', what: "job has a URI that contains the password of 'me'", remedy: 'give the credentials by a Secret' },
  'a password in the query of a URL among the arguments': { make: application({ job: { ...JOB, args: ['--db', 'jdbc:postgresql://db/orders?user=a&password=hunter2'] } }), id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('password')", remedy: 'Put it into a Secret' },
  'a password in the query of a URL in the environment': { make: env('DB_URL', 'jdbc:postgresql://db/orders?user=a&password=hunter2'), id: 'secret-in-environment', what: "pod.env sets DB_URL to a literal that contains what looks like a secret ('password')", remedy: 'use valueFrom.secretKeyRef' },
  'a password before the host of a URL in the environment': { make: env('DB_URL', 'postgresql://orders:hunter2@db/orders'), id: 'secret-in-environment', what: "pod.env sets DB_URL to a literal that contains what looks like a secret ('orders')", remedy: 'use valueFrom.secretKeyRef' },
  'the password of a login module among the arguments': {
    make: application({ job: { ...JOB, args: ['--jaas', 'org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="b";'] } }), id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('password')", remedy: 'Put it into a Secret',
  },
  'an access key of AWS, by its beginning': { make: application({ job: { ...JOB, args: ['AKIAIOSFODNN7EXAMPLE'] } }), id: 'secret-in-arguments', what: "job.args contains what looks like a secret ('AKIA…')", remedy: 'Put it into a Secret' },
  'an access key of AWS in the environment': { make: env('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE'), id: 'secret-in-environment', what: "pod.env sets AWS_ACCESS_KEY_ID to a literal that contains what looks like a secret ('AKIA…')", remedy: 'use valueFrom.secretKeyRef' },
  'a private key in the environment': { make: env('TLS_PEM', '-----BEGIN PRIVATE KEY-----'), id: 'secret-in-environment', what: 'pod.env sets TLS_PEM to a literal that contains what looks like a secret', remedy: 'use valueFrom.secretKeyRef' },
  'a password in short': { make: env('DB_PWD', 'x'), id: 'secret-in-environment', what: `pod.env sets DB_PWD ${LITERAL}`, remedy: 'use valueFrom.secretKeyRef' },
  'a password among the arguments of a sidecar': { make: sidecar({ args: ['--password=hunter2'] }), id: 'secret-in-arguments', what: "container 'shipper' has an argument with what looks like a secret ('password')", remedy: "write '$(VARIABLE)' in the argument" },
  'a password in the script of a sidecar': { make: sidecar({ command: ['sh', '-c', 'exec ship --password=hunter2 --to=es'] }), id: 'secret-in-arguments', what: "container 'shipper' has an argument with what looks like a secret ('password')", remedy: 'set a variable of the container with valueFrom.secretKeyRef' },
  'a password in the configuration of Log4j': {
    make: session({ logging: { log4jConsole: 'rootLogger.level = INFO\nappender.smtp.smtpPassword = hunter2' } }), id: 'secret-in-configuration', what: "the file 'log4j-console.properties' contains what looks like a secret ('appender.smtp.smtpPassword')", remedy: 'refer to it, in Log4j with ${env:NAME}',
  },
  'a password in a file of a feature': {
    make: session({ features: [feature({ configFiles: { 'db.properties': 'db.password=hunter2' } })] }), id: 'secret-in-configuration', what: "the file 'db.properties' contains what looks like a secret ('db.password')", remedy: 'Put the file into a Secret, and mount it',
  },
  'a password in an option of the user\'s': { make: configured({ 'pipeline.name': 'x?password=hunter2 of http://db' }), id: 'secret-in-configuration', what: "'pipeline.name' contains what looks like a secret ('password')", remedy: 'Put it into a Secret' },
  'a Secret of another namespace': {
    make: inTeam((chart) => session({ storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(new Secret(ofOther(chart), 'Keys')) }) })),
    where: 'chart/Team/Orders',
    id: 'object-of-other-namespace',
    what: "of the namespace 'other', and the cluster is in 'team': pods read only Secrets of their own namespace",
    remedy: "Create the Secret in a chart with the namespace 'team'",
  },
  'a ServiceAccount of another namespace': {
    make: inTeam((chart) => session({ jobManager: { serviceAccount: new ServiceAccount(ofOther(chart), 'Account') } })),
    where: 'chart/Team/Orders',
    id: 'object-of-other-namespace',
    what: "of the namespace 'other', and the cluster is in 'team': pods use only ServiceAccounts of their own namespace",
    remedy: "Create the ServiceAccount in a chart with the namespace 'team'",
  },
  'the name of a ServiceAccount of another namespace': {
    make: inTeam((chart) => session({ taskManager: { serviceAccount: ServiceAccount.fromServiceAccountName(chart, 'Account', 'flink', { namespaceName: 'other' }) } })),
    where: 'chart/Team/Orders',
    id: 'object-of-other-namespace',
    what: "taskManager.serviceAccount is 'flink' of the namespace 'other'",
    remedy: 'or name one of that namespace',
  },
  'a secret by value and by reference': {
    make: session({ secretConfiguration: { 'rest.port': { name: 'a', key: 'b' } } }), id: 'conflicting-options', what: "'rest.port' is set twice: by ports, and as an argument by secretConfiguration", remedy: 'Remove one of the two',
  },
  'credentials of a storage from one Secret and of S3 from another': {
    make: session({ storage: FlinkStorage.s3('s3://acme/orders', { credentials }), secretConfiguration: { 's3.access-key': { name: 'other', key: 'AWS_ACCESS_KEY_ID' } } }),
    id: 'conflicting-options',
    what: "'s3.access-key' is given as an argument by secretConfiguration, and as AWS_ACCESS_KEY_ID by storage",
    remedy: 'Remove one of the two',
  },
  'a secret option that Flink does not know': { make: session({ secretConfiguration: { 'acme.password': { name: 'a', key: 'b' } } }), id: 'unknown-option', what: "Flink 1.20 has no option 'acme.password'", remedy: 'Allow it with' },
  'a Secret without an entry': { make: session({ secretConfiguration: { 's3.secret-key': { name: 'storage' } } }), id: 'missing-prop', what: "secretConfiguration['s3.secret-key'].key is missing", remedy: 'Set it' },
  'a Secret that no Secret can be called': { make: session({ secretConfiguration: { 's3.secret-key': { name: 'My Secret', key: 'k' } } }), id: 'invalid-secret-reference', what: "of a Secret 'My Secret', which cannot exist", remedy: 'Name both' },
});

test('the same entry of a Secret may be given to a storage and to S3', () => {
  expect(complaintsAbout(session({
    storage: FlinkStorage.s3('s3://acme/orders', { credentials }), secretConfiguration: { 's3.access-key': { name: 'storage', key: 'AWS_ACCESS_KEY_ID' } },
  }))).toEqual([]);
});

const args = (...all: string[]) => application({ job: { ...JOB, args: all } });

test.each([
  ['the path of a file with a password', args('--password-file=/etc/db/password', '--token-path', '/var/run/token')],
  ['a variable in place of a password', args('--password=$(DB_PASSWORD)', '--token', '${API_TOKEN}')],
  ['a variable in the query of a URL', args('jdbc:postgresql://db/orders?user=a&password=$(DB_PASSWORD)')],
  ['a variable in a login module', args('PlainLoginModule required username="a" password="${DB_PASSWORD}";')],
  ['a URL without credentials', args('jdbc:postgresql://db/orders?user=a&ssl=true', 'https://registry.acme.io/subjects?tokenType=none')],
  ['working directories', session({ pod: { env: [{ name: 'PWD', value: '/opt/flink' }, { name: 'OLD_PWD', value: '/' }] } })],
  ['a Secret of the same namespace', inTeam((chart) => session({ storage: FlinkStorage.s3('s3://acme/orders', { credentials: S3Credentials.fromSecret(new Secret(new Chart(chart, 'Same', { namespace: 'team' }), 'Keys')) }) }))],
  ['the name of a Secret', env('SECRET_NAME', 'orders')],
  ['a variable of the shell in a sidecar', sidecar({ command: ['sh', '-c', 'exec ship --password="$DB_PASSWORD" --to=es'] })],
  ['a variable in a sidecar', sidecar({ args: ['--password=$(DB_PASSWORD)', '--password-file=/etc/shipper/password'] })],
  ['a variable in the configuration of Log4j', session({ logging: { log4jConsole: 'rootLogger.level = INFO\nappender.smtp.smtpPassword = ${env:SMTP_PASSWORD}' } })],
])('does not complain of %s', (_, make) => {
  expect(complaintsAbout(make)).toEqual([]);
});
