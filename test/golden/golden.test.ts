import { EXAMPLES } from '../harness/examples';
import { asYaml, expectGolden } from '../harness/golden';

test.each(EXAMPLES)('the example $name gives the YAML that was reviewed', ({ name, synthesize }) => {
  expectGolden(`${name}.yaml`, asYaml(synthesize()));
});

test('one description differs between standalone and the Apache operator only where the systems differ', () => {
  const [standalone, apache] = ['application', 'apache-application'].map((name) => EXAMPLES.find((e) => e.name === name)!.synthesize());
  const configuration: { [key: string]: string } = Object.fromEntries(
    standalone.find((o) => o.kind === 'ConfigMap').data['config.yaml'].trim().split('\n').map((line: string) => [line.split(': ')[0], JSON.parse(line.slice(line.indexOf(': ') + 2))]));
  const deployment = apache.find((o) => o.kind === 'FlinkDeployment').spec;
  const other: { [key: string]: string } = deployment.flinkConfiguration;
  const both = Object.keys(configuration).filter((key) => other[key] !== undefined);
  expect(both.filter((key) => configuration[key] !== other[key])).toEqual([]);
  expectGolden('pair.yaml', asYaml([{
    'in both': Object.fromEntries(both.map((key) => [key, key === 'env.java.opts.all' ? '…' : configuration[key]])),
    'standalone alone': Object.fromEntries(Object.entries(configuration).filter(([key]) => other[key] === undefined)),
    'operator alone, in flinkConfiguration': Object.fromEntries(Object.entries(other).filter(([key]) => configuration[key] === undefined)),
    'operator alone, in fields of its own': { job: deployment.job, jobManager: deployment.jobManager.resource, taskManager: deployment.taskManager.resource },
    'pods of the JobManager': podDifference(standalone.find((o) => o.kind === 'Deployment' && o.metadata.name.endsWith('jobmanager')).spec.template, deployment.jobManager.podTemplate),
  }]));
});

/** Which fields of a pod only one of the two systems has. */
function podDifference(standalone: any, operator: any) {
  const fields = (pod: any) => new Set([
    ...Object.keys(pod.spec).map((f) => `spec.${f}`), ...Object.keys(pod.spec.containers[0]).map((f) => `container.${f}`),
    ...pod.spec.volumes.map((v: any) => `volume ${v.name}`), ...(pod.spec.initContainers ?? []).map((c: any) => `init container ${c.name}`),
  ]);
  const [ours, theirs] = [fields(standalone), fields(operator)];
  return {
    'in both': [...ours].filter((f) => theirs.has(f)).sort(),
    'standalone alone': [...ours].filter((f) => !theirs.has(f)).sort(),
    'operator alone': [...theirs].filter((f) => !ours.has(f)).sort(),
  };
}
