import { SecretConfiguration } from '../../../src/features/security/secret-configuration';

test('the Secrets are handed to the system, which spells them', () => {
  const secrets = { 's3.secret-key': { name: 'storage', key: 'secret' } };
  expect(new SecretConfiguration(secrets).bind()).toEqual({ owner: 'secretConfiguration', secretConfiguration: secrets });
});
