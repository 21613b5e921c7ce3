import { apache, FlinkSessionCluster, FlinkVersion, RestProtection, RestProtocol, RestService, WebUiAccess } from '../../../src';
import { configured, deployment, feature, JOB, session } from '../../bad-input/refused';
import { Area } from '../example';

export const NETWORK: Area = {
  title: 'Ports, REST API and web UI',
  examples: {
    'conflicting-rest-protocols': session({ features: [feature({ restProtocol: RestProtocol.HTTPS }), feature({ owner: 'Other', restProtocol: RestProtocol.MUTUAL_HTTPS })] }),
    'invalid-port': session({ ports: { rest: 80 } }),
    'service-not-in-manifests': (chart) => (deployment()(chart) as apache.FlinkDeployment).restService.service,
    'port-conflict': session({ ports: { rest: 6123 } }),
    'port-without-caller': session({ features: [feature({ jobManager: { ports: [{ name: 'debug', port: 5005, callers: [] }] } })] }),
    'rest-cancels-jobs': session({ version: FlinkVersion.V1_13, rest: RestService.nodePort({ protection: RestProtection.EXTERNAL }) }),
    'rest-client-tls-incomplete': (chart) => (session({ configuration: { 'security.ssl.rest.enabled': true } })(chart) as FlinkSessionCluster).addJob('Count', JOB),
    'rest-exposed-by-option': configured({ 'kubernetes.rest-service.exposed.type': 'LoadBalancer' }),
    'rest-fixed-node-port': session({ rest: RestService.nodePort({ protection: RestProtection.EXTERNAL, nodePort: 30081 }) }),
    'rest-protection-missing': () => RestService.loadBalancer({} as any),
    'rest-tls-incomplete': configured({ 'security.ssl.rest.enabled': true }),
    'rest-unprotected': session({ rest: RestService.loadBalancer({ protection: RestProtection.NONE }) }),
    'web-submission-disabled': deployment({ webUi: WebUiAccess.READ_ONLY }),
  },
};
