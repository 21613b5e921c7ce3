import { execFileSync } from 'child_process';
import { mkdtempSync, readFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

const PASSWORD = 'a-password-of-the-test';

/** A Secret with a key store for some DNS names, a trust store that holds its certificate, and their password. Made by the JDK's keytool. */
export function storesSecret(name: string, dnsNames: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'stores-'));
  const file = (entry: string) => join(folder, entry);
  const keytool = (...args: string[]) => execFileSync('keytool', [...args, '-storepass', PASSWORD], { stdio: ['ignore', 'ignore', 'pipe'] });
  const names = dnsNames.map((dns) => `dns:${dns}`).join(',');
  keytool('-genkeypair', '-alias', 'rest', '-keyalg', 'RSA', '-keysize', '2048', '-validity', '2', '-dname', 'CN=flink', '-ext', `SAN=${names}`, '-storetype', 'PKCS12', '-keystore', file('keystore.p12'));
  keytool('-exportcert', '-alias', 'rest', '-keystore', file('keystore.p12'), '-file', file('certificate'));
  keytool('-importcert', '-noprompt', '-alias', 'rest', '-file', file('certificate'), '-storetype', 'PKCS12', '-keystore', file('truststore.p12'));
  const data = Object.fromEntries(['keystore.p12', 'truststore.p12'].map((entry) => [entry, readFileSync(file(entry)).toString('base64')]));
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name }, data: { ...data, password: Buffer.from(PASSWORD).toString('base64') } };
}
