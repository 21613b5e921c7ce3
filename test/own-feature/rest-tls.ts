import { ClientConfig, FeatureConfig, IFlinkFeature, PodOptions, RestProtocol } from 'cdk8s-flink';

const STORES = '/opt/flink-tls';

/** TLS on the REST API, as a user would write it: stores and their password in one Secret. */
export class RestTls implements IFlinkFeature {
  /**
   * @param secretName a Secret with the entries `keystore.p12`, `truststore.p12` and `password`.
   * @param mutual whether clients show a certificate, too.
   */
  public constructor(private readonly secretName: string, private readonly mutual = false) {}

  public bind(): FeatureConfig {
    const pod: PodOptions = {
      volumes: [{ name: 'rest-tls', secret: { secretName: this.secretName, items: [{ key: 'keystore.p12', path: 'keystore.p12' }, { key: 'truststore.p12', path: 'truststore.p12' }] } }],
      mounts: [{ name: 'rest-tls', mountPath: STORES, readOnly: true }],
    };
    const passwords = this.passwords('keystore-password', 'key-password', 'truststore-password');
    const client: ClientConfig = { pod, secretConfiguration: passwords };
    return {
      owner: 'RestTls',
      configuration: {
        'security.ssl.rest.enabled': true,
        'security.ssl.rest.authentication-enabled': this.mutual,
        'security.ssl.rest.keystore': `${STORES}/keystore.p12`,
        'security.ssl.rest.truststore': `${STORES}/truststore.p12`,
      },
      secretConfiguration: passwords,
      pod,
      client,
      restProtocol: this.mutual ? RestProtocol.MUTUAL_HTTPS : RestProtocol.HTTPS,
    };
  }

  private passwords(...options: string[]) {
    return Object.fromEntries(options.map((option) => [`security.ssl.rest.${option}`, { name: this.secretName, key: 'password' }]));
  }
}
