import { feature, planned } from './planned';
import { problemsOf } from '../harness/findings';

const TLS = { name: 'tls', secret: { secretName: 'tls' } };
const password = (name = 'tls') => ({ 'security.ssl.rest.truststore-password': { name, key: 'password' } });
const VARIABLE = 'FLINK_OPTION_SECURITY_SSL_REST_TRUSTSTORE_PASSWORD';

test('pods that call REST have what features say of clients, and Flink\'s own pods have not', () => {
  const { client, jobManager, taskManager } = planned({
    features: [feature({ client: { pod: { volumes: [TLS], mounts: [{ name: 'tls', mountPath: '/tls' }] }, configFiles: { 'client.properties': 'a = b' }, secretConfiguration: password() } })],
  });
  expect(client.pod.volumes).toContainEqual(TLS);
  expect(client.pod.mounts).toContainEqual({ name: 'tls', mountPath: '/tls' });
  expect(client.pod.env).toEqual([{ name: VARIABLE, valueFrom: { secretKeyRef: { name: 'tls', key: 'password' } } }]);
  expect(client.configFiles).toMatchObject({ 'client.properties': 'a = b' });
  expect(client.dynamicProperties).toEqual({ 'security.ssl.rest.truststore-password': `$(${VARIABLE})` });
  for (const role of [jobManager, taskManager]) {
    expect(role.pod.volumes).not.toContainEqual(TLS);
    expect(role.dynamicProperties).toEqual({});
  }
});

test('Flink\'s own secrets are no client\'s', () => {
  const { client } = planned({ secretConfiguration: { 's3.secret-key': { name: 'a', key: 'b' }, 'security.ssl.internal.key-password': { name: 'a', key: 'b' } } });
  expect([client.pod.env ?? [], client.dynamicProperties]).toEqual([[], {}]);
});

test('passwords of the REST API\'s stores are those of clients, too', () => {
  expect(Object.keys(planned({ secretConfiguration: password() }).client.dynamicProperties)).toEqual(Object.keys(password()));
});

test('two clients that want one entry from different Secrets are refused by their names', () => {
  const plan = planned({ features: [feature({ client: { secretConfiguration: password('one') } }, 'One'), feature({ client: { secretConfiguration: password('two') } }, 'Two')] });
  expect(problemsOf(plan)).toEqual([`environment variable '${VARIABLE}' is defined twice, differently: by One and by Two. Rename or remove one of the two. (conflicting-pod-entries)`]);
});

test('a volume of a feature that the user has differently is refused', () => {
  const plan = planned({ pod: { volumes: [{ name: 'tls', emptyDir: {} }] }, features: [feature({ client: { pod: { volumes: [TLS] } } })] });
  expect(problemsOf(plan)).toEqual(["volume 'tls' is defined twice, differently: by Mine and by pod. Rename or remove one of the two. (conflicting-pod-entries)"]);
});

test('files of two clients are one where they say the same, and refused where they do not', () => {
  const files = (text: string, owner: string) => feature({ client: { configFiles: { 'client.properties': text } } }, owner);
  expect(problemsOf(planned({ features: [files('a', 'One'), files('a', 'Two')] }))).toEqual([]);
  expect(problemsOf(planned({ features: [files('a', 'One'), files('b', 'Two')] }))).toEqual([
    "the file 'client.properties' is written twice, differently: by One and by Two. Remove one of the two. (conflicting-files)",
  ]);
});
