import { configured, deployment, feature, JOB, refuses, session, sessionJob } from './refused';
import { FlinkVersion, MetricsReporter, RestProtection, RestProtocol, RestService } from '../../src';

const EXTERNAL = { protection: RestProtection.EXTERNAL };
const RANGE = 'Choose a whole number from 1024 to 65535';
const PROTECTED = 'Set protection to RestProtection.EXTERNAL, and put an authenticating proxy in front';

refuses({
  'TLS on REST without stores': { make: configured({ 'security.ssl.rest.enabled': true }), id: 'rest-tls-incomplete', what: "the REST API speaks HTTPS and has no 'security.ssl.rest.keystore'", remedy: "Mount the stores with 'pod'" },
  'a job through TLS without a truststore': {
    make: sessionJob(JOB, { configuration: { 'security.ssl.rest.enabled': true } }), id: 'rest-client-tls-incomplete', what: "jobs are submitted through HTTPS, and the client has no 'security.ssl.rest.truststore'", remedy: "their passwords in 'secretConfiguration'",
  },
  'a protocol that no option switches on': { make: session({ features: [feature({ restProtocol: RestProtocol.HTTPS })] }), id: 'conflicting-rest-protocols', what: "the REST protocol is HTTPS by Mine, and HTTP for Flink: 'security.ssl.rest.enabled' is not set", remedy: "Set 'security.ssl.rest.enabled'" },
  'a protocol against an option': {
    make: configured({ 'security.ssl.rest.enabled': true }, { features: [feature({ restProtocol: RestProtocol.HTTP })] }), id: 'conflicting-rest-protocols', what: "the REST protocol is HTTP by Mine, and HTTPS for Flink: 'security.ssl.rest.enabled' is 'true' by configuration", remedy: "Set 'security.ssl.rest.enabled'",
  },
  'a port that only root may open': { make: session({ ports: { rest: 80 } }), id: 'invalid-port', what: 'ports.rest is 80', remedy: 'Flink does not run as root, and lower ports are reserved for root' },
  'a port beyond the last': { make: session({ ports: { blob: 65536 } }), id: 'invalid-port', what: 'ports.blob is 65536', remedy: RANGE },
  'a port as text': { make: session({ ports: { taskManagerRpc: '6122' } }), id: 'invalid-prop-type', what: "ports.taskManagerRpc is '6122' (a string), and must be a number", remedy: 'Write 6122 without quotes' },
  'two ports of one number': { make: session({ ports: { rest: 6123 } }), id: 'port-conflict', what: 'ports.rpc and ports.rest of the JobManager are both 6123', remedy: 'Give each its own port' },
  'a choice of metrics on a line that reports them all': {
    make: session({ version: FlinkVersion.V1_15, metrics: [MetricsReporter.prometheus({ includes: ['*:numRecordsIn:*'] })] }),
    id: 'unsupported-by-flink-version',
    what: "Flink 1.15 has no option 'metrics.reporter.prom.filter.includes', and would report all metrics",
    remedy: 'Leave it out, or use Flink 1.16 or newer',
  },
  'a port of metrics that Flink has': {
    make: session({ metrics: [MetricsReporter.prometheus({ port: 8081 })] }), id: 'port-conflict', what: "port metrics (8081) of MetricsReporter 'prom' conflicts with rest (8081) of ports", remedy: 'Use another number',
  },
  'two reporters on one port': {
    make: session({ metrics: [MetricsReporter.prometheus(), MetricsReporter.prometheus({ name: 'two' })] }), id: 'port-conflict', what: "port metrics-two (9249) of MetricsReporter 'two' conflicts with metrics (9249) of MetricsReporter 'prom'", remedy: 'Use another number',
  },
  'a port of metrics that only root may open': { make: session({ metrics: [MetricsReporter.prometheus({ port: 249 })] }), id: 'invalid-port', what: 'MetricsReporter.prometheus() has port 249', remedy: RANGE },
  'a reporter with a dot in its name': { make: () => MetricsReporter.prometheus({ name: 'a.b' }), where: 'MetricsReporter', id: 'invalid-metrics-reporter', what: "'a.b' cannot be part of the name of an option", remedy: 'Use letters, digits, hyphen and underscore' },
  'a reporter without a factory': { make: () => MetricsReporter.of('x', ''), where: 'MetricsReporter.of', id: 'invalid-metrics-reporter', what: "'' is not the name of a Java class", remedy: 'Write the fully qualified name of the factory' },
  'the key of a reporter': { make: session({ metrics: [MetricsReporter.of('dd', 'a.B', { settings: { apikey: 'x' } })] }), id: 'secret-in-configuration', what: "'metrics.reporter.dd.apikey' (by MetricsReporter 'dd') is a secret", remedy: 'Put it into a Secret' },
  'a NodePort that nobody protects, unsaid': { make: () => RestService.nodePort({} as any), where: 'RestService.nodePort', id: 'rest-protection-missing', what: 'protection is missing, and the REST API has no authentication', remedy: PROTECTED },
  'a NodePort without a word': { make: () => RestService.nodePort(undefined as any), where: 'RestService.nodePort', id: 'rest-protection-missing', what: 'protection is missing, and the REST API has no authentication', remedy: PROTECTED },
  'a load balancer that nobody protects, unsaid': { make: () => RestService.loadBalancer({} as any), where: 'RestService.loadBalancer', id: 'rest-protection-missing', what: 'protection is missing, and the REST API has no authentication', remedy: PROTECTED },
  'a load balancer by a raw option': {
    make: deployment({ configuration: { 'kubernetes.rest-service.exposed.type': 'LoadBalancer' } }), id: 'rest-exposed-by-option', what: "'kubernetes.rest-service.exposed.type' is 'LoadBalancer' in the configuration", remedy: "Leave it out and set 'rest'",
  },
  'a load balancer by a raw option that nobody reads': { make: configured({ 'kubernetes.rest-service.exposed.type': 'LoadBalancer' }), id: 'rest-exposed-by-option', what: "'kubernetes.rest-service.exposed.type' is 'LoadBalancer' in the configuration", remedy: "set 'rest'" },
  'no node port': { make: session({ rest: RestService.nodePort({ ...EXTERNAL, nodePort: 0 }) }), id: 'invalid-port', what: 'rest has nodePort 0', remedy: 'Leave it out, and Kubernetes chooses one' },
  'an annotation of the Service with a blank': { make: session({ rest: RestService.loadBalancer({ ...EXTERNAL, annotations: { 'a b': 'c' } }) }), id: 'invalid-annotation', what: "rest has the annotation 'a b', which is not a valid name", remedy: 'Use letters, digits' },
});
