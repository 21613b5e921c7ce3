import { App, Chart, Testing } from 'cdk8s';
import { FindingSeverity, FlinkApplication, FlinkFindings, FlinkSessionCluster, FlinkVersion } from '../../src';
import { IMAGE, JOB } from '../plan/planned';

const chartOf = () => new Chart(new App(), 'chart');
const application = (chart: Chart, id: string) => new FlinkApplication(chart, id, { version: FlinkVersion.V1_20, image: IMAGE, job: JOB });
const session = (chart: Chart, id: string, options = {}) => new FlinkSessionCluster(chart, id, { version: FlinkVersion.V1_20, ...options });

/** What a synthesis writes to stderr. */
function printed(chart: Chart): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    Testing.synth(chart);
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

describe('an acknowledgement', () => {
  test('for the whole app is seen at each cluster, and so is that warnings are errors', () => {
    const chart = chartOf();
    const { findings: [before] } = application(chart, 'Orders');
    expect(before).toMatchObject({ id: 'no-high-availability', severity: FindingSeverity.WARNING });
    expect(before).not.toHaveProperty('acknowledged');
    const again = application(chart, 'Clicks');
    FlinkFindings.of(chart).treatWarningsAsErrors();
    expect(again.findings[0]).toMatchObject({ severity: FindingSeverity.ERROR });
    FlinkFindings.of(chart).acknowledge('no-high-availability', 'reads everything again');
    expect(again.findings[0]).toMatchObject({ severity: FindingSeverity.WARNING, acknowledged: true, reason: 'reads everything again' });
  });

  test('that concerns no warning of the cluster is a warning', () => {
    const chart = chartOf();
    const cluster = session(chart, 'Orders');
    cluster.acknowledge('no-high-availabilty');
    expect(printed(chart)).toEqual(["[chart/Orders] warning: 'no-high-availabilty' is acknowledged, and the cluster has no warning with that id. "
      + 'Correct the id, or remove the acknowledgement. (unused-acknowledgement)\n']);
  });

  test('that concerns no warning of the app is a warning, and never an error', () => {
    const chart = chartOf();
    session(chart, 'Orders');
    FlinkFindings.of(chart).treatWarningsAsErrors();
    FlinkFindings.of(chart).acknowledge('gone-since-last-year');
    expect(FlinkFindings.of(chart).all).toMatchObject([{ id: 'unused-acknowledgement', severity: FindingSeverity.WARNING, path: 'App', subject: 'gone-since-last-year' }]);
    expect(printed(chart)).toHaveLength(1);
  });

  test('is no warning of its own where an error hides the warnings', () => {
    const chart = chartOf();
    const cluster = session(chart, 'Orders', { taskManager: { replicas: 0 } });
    cluster.acknowledge('no-high-availability');
    expect(cluster.findings.map(({ id }) => id)).not.toContain('unused-acknowledgement');
  });
});
