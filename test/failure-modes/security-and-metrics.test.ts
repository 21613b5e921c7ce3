import { configuration, flink, objects, pod, pods, the, warnings } from './synthesized';
import { FlinkVersion, MetricsReporter, RestProtection, RestService } from '../../src';
import { complaintsAbout, configured, JOB, jobCluster, S3, session, sessionJob } from '../bad-input/refused';

const ROLES = ['jobmanager', 'taskmanager'] as const;

test('90 the REST API stays inside unless somebody says who protects it, and then its UI takes no programs', () => {
  expect(the('Service', objects(session()), '-rest').spec.type).toBe('ClusterIP');
  expect(complaintsAbout(() => RestService.loadBalancer({} as any))).toEqual([expect.stringContaining('protection is missing, and the REST API has no authentication')]);
  const exposed = (protection: RestProtection) => session({ rest: RestService.loadBalancer({ protection }) });
  expect(configuration(objects(exposed(RestProtection.EXTERNAL)))).toMatchObject({ 'web.submit.enable': 'false', 'web.cancel.enable': 'false' });
  expect(warnings(exposed(RestProtection.EXTERNAL))).toEqual([]);
  expect(warnings(exposed(RestProtection.NONE))).toEqual(['rest-unprotected']);
});

test('91 every container of every pod is what the restricted standard asks for', () => {
  const all = [...objects(sessionJob(JOB, { storage: S3 })), ...objects(jobCluster({ storage: S3 }))];
  expect(pods(all)).toHaveLength(4);
  for (const { spec } of pods(all)) {
    expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    for (const { securityContext } of [...spec.containers, ...(spec.initContainers ?? [])]) {
      expect(securityContext).toMatchObject({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } });
    }
    expect(spec.volumes.filter(({ hostPath }: any) => hostPath)).toEqual([]);
  }
});

test('92 the root file system is read-only, and where Flink writes there is a volume', () => {
  for (const role of ROLES) {
    const template = pod(objects(session()), role);
    expect(flink(template).securityContext.readOnlyRootFilesystem).toBe(true);
    for (const [mountPath, name] of [['/tmp', 'flink-tmp'], ['/opt/flink/log', 'flink-log']]) {
      expect(flink(template).volumeMounts).toContainEqual({ name, mountPath });
      expect(template.spec.volumes.find((volume: any) => volume.name === name).emptyDir).toBeDefined();
    }
  }
});

test('94 a Prometheus reporter brings the port on both roles\' containers', () => {
  const all = objects(session({ metrics: [MetricsReporter.prometheus({ port: 9300 })] }));
  expect(configuration(all)).toMatchObject({ 'metrics.reporter.prom.factory.class': expect.stringContaining('PrometheusReporterFactory'), 'metrics.reporter.prom.port': '9300' });
  for (const role of ROLES) expect(flink(pod(all, role)).ports).toContainEqual({ name: 'metrics', containerPort: 9300 });
});

test('95 a reporter by its class is refused where nothing would start it, and warned of before', () => {
  const byClass = (version: FlinkVersion) => configured({ 'metrics.reporter.prom.class': 'org.apache.flink.metrics.prometheus.PrometheusReporter' }, { version });
  expect(complaintsAbout(byClass(FlinkVersion.V2_0))).toEqual([expect.stringContaining("Write 'metrics.reporter.prom.factory.class'")]);
  expect(warnings(byClass(FlinkVersion.V1_20))).toEqual(['deprecated-option']);
  expect(warnings(byClass(FlinkVersion.V1_15))).toEqual([]);
});

test('96 a range of ports, of which nobody scrapes all, is a warning', () => {
  expect(warnings(configured({ 'metrics.reporter.prom.factory.class': 'a.B', 'metrics.reporter.prom.port': '9249-9250' }))).toEqual(['reporter-port-range']);
});

test('97 the logging files are in the syntax of Log4j 2, and one of Log4j 1 is refused', () => {
  const { data } = the('ConfigMap', objects(session()));
  for (const name of ['log4j-console.properties', 'log4j-cli.properties']) expect(data[name]).toContain('rootLogger.level = INFO');
  expect(complaintsAbout(session({ logging: { log4jConsole: 'log4j.rootLogger=INFO, console' } }))).toEqual([expect.stringContaining('in the syntax of Log4j 1')]);
});

test('98 the logging files have the names that containers and clients look for', () => {
  const all = objects(sessionJob(JOB, { logging: { logbackConsole: '<configuration/>' } }));
  for (const template of pods(all)) {
    const { items } = template.spec.volumes.find(({ name }: any) => name === 'flink-config').configMap;
    expect(items.map(({ path }: any) => path)).toEqual(expect.arrayContaining(['log4j-console.properties', 'log4j-cli.properties', 'logback-console.xml']));
  }
});

test('99 what is logged goes to the console and to the rolling file that the UI shows, on a volume of limited size', () => {
  const all = objects(session());
  const console = the('ConfigMap', all).data['log4j-console.properties'];
  for (const line of ['rootLogger.appenderRef.console.ref = ConsoleAppender', 'rootLogger.appenderRef.rolling.ref = RollingFileAppender', 'appender.rolling.fileName = ${sys:log.file}', 'appender.rolling.strategy.max = 5']) {
    expect(console).toContain(line);
  }
  for (const role of ROLES) expect(pod(all, role).spec.volumes).toContainEqual({ name: 'flink-log', emptyDir: { sizeLimit: '960Mi' } });
});
