import { App, Chart } from 'cdk8s';
import { Secret } from 'cdk8s-plus-27';
import { application, complaintsAbout, configured, JOB, refuses, session, sessionJob } from './refused';
import { FlinkStorage, S3Credentials } from '../../src';

const CONFIG_MAP = 'is a secret, and its value would be stored in a ConfigMap';
const credentials = S3Credentials.fromSecret(Secret.fromSecretName(new Chart(new App(), 'chart'), 'Storage', 'storage'));
const LITERAL = 'to a literal, which everybody who reads the manifest sees';

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
