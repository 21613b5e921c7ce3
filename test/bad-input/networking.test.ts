import { configured, deployment, refuses, session } from './refused';
import { FlinkVersion, MetricsReporter, RestProtection, RestService } from '../../src';

const EXTERNAL = { protection: RestProtection.EXTERNAL };
const RANGE = 'Choose a whole number from 1024 to 65535';
const PROTECTED = 'Set protection to RestProtection.EXTERNAL, and put a proxy that authenticates in front';

refuses({
  'a port that only root may open': { make: session({ ports: { rest: 80 } }), what: 'ports.rest is 80', remedy: 'Flink runs without root, so lower ones are closed to it' },
  'a port beyond the last': { make: session({ ports: { blob: 65536 } }), what: 'ports.blob is 65536', remedy: RANGE },
  'a port as text': { make: session({ ports: { taskManagerRpc: '6122' } }), what: 'ports.taskManagerRpc is 6122', remedy: RANGE },
  'two ports of one number': { make: session({ ports: { rest: 6123 } }), what: 'ports.rpc and ports.rest of the JobManager are both 6123', remedy: 'Give each its own port' },
  'a choice of metrics on a line that reports them all': {
    make: session({ version: FlinkVersion.V1_15, metrics: [MetricsReporter.prometheus({ includes: ['*:numRecordsIn:*'] })] }),
    what: "Flink 1.15 does not know 'metrics.reporter.prom.filter.includes', and would report all metrics",
    remedy: 'Leave it out, or use Flink 1.16 or newer',
  },
  'a port of metrics that Flink has': {
    make: session({ metrics: [MetricsReporter.prometheus({ port: 8081 })] }), what: "port metrics (8081) of MetricsReporter 'prom' collides with rest (8081) of ports", remedy: 'Give it another number',
  },
  'two reporters on one port': {
    make: session({ metrics: [MetricsReporter.prometheus(), MetricsReporter.prometheus({ name: 'two' })] }), what: "port metrics-two (9249) of MetricsReporter 'two' collides with metrics (9249) of MetricsReporter 'prom'", remedy: 'Give it another number',
  },
  'a port of metrics that only root may open': { make: session({ metrics: [MetricsReporter.prometheus({ port: 249 })] }), what: 'MetricsReporter.prometheus() has port 249', remedy: RANGE },
  'a reporter with a dot in its name': { make: () => MetricsReporter.prometheus({ name: 'a.b' }), where: 'MetricsReporter', what: "'a.b' cannot be part of an option's name", remedy: 'Use letters, digits, hyphen and underscore' },
  'a reporter without a factory': { make: () => MetricsReporter.of('x', ''), where: 'MetricsReporter.of', what: "'' is no Java class", remedy: "Write the factory's full name" },
  'the key of a reporter': { make: session({ metrics: [MetricsReporter.of('dd', 'a.B', { settings: { apikey: 'x' } })] }), what: "'metrics.reporter.dd.apikey' (by MetricsReporter 'dd') is a secret", remedy: 'Put it into a Secret' },
  'a NodePort that nobody protects, unsaid': { make: () => RestService.nodePort({} as any), where: 'RestService.nodePort', what: 'it does not say who protects the REST API', remedy: PROTECTED },
  'a NodePort without a word': { make: () => RestService.nodePort(undefined as any), where: 'RestService.nodePort', what: 'it does not say who protects the REST API', remedy: PROTECTED },
  'a load balancer that nobody protects, unsaid': { make: () => RestService.loadBalancer({} as any), where: 'RestService.loadBalancer', what: 'it does not say who protects the REST API', remedy: PROTECTED },
  'a load balancer by a raw option': {
    make: deployment({ configuration: { 'kubernetes.rest-service.exposed.type': 'LoadBalancer' } }), what: "'kubernetes.rest-service.exposed.type' is 'LoadBalancer' by configuration", remedy: "Leave it out and set 'rest'",
  },
  'a load balancer by a raw option that nobody reads': { make: configured({ 'kubernetes.rest-service.exposed.type': 'LoadBalancer' }), what: "'kubernetes.rest-service.exposed.type' is 'LoadBalancer' by configuration", remedy: "set 'rest'" },
  'no node port': { make: session({ rest: RestService.nodePort({ ...EXTERNAL, nodePort: 0 }) }), what: 'rest has nodePort 0', remedy: 'Leave it out and Kubernetes chooses one' },
  'an annotation of the Service with a blank': { make: session({ rest: RestService.loadBalancer({ ...EXTERNAL, annotations: { 'a b': 'c' } }) }), what: "rest has an annotation 'a b', which is no name of one", remedy: 'Use letters, digits' },
});
