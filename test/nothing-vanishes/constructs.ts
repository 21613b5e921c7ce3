import { App, Chart } from 'cdk8s';
import { apache, FlinkApplication, FlinkFindings, FlinkJobCluster, FlinkSessionCluster, FlinkVersion, JobArtifact, JobClusterLayout } from '../../src';
import { FieldsOnlyCluster } from '../systems/fields-only';
import { NoPodsCluster } from '../systems/no-pods';
import { TemplatesCluster } from '../systems/templates';

/** A construct under test: its props struct, and how it is made of props. */
export interface Subject {
  readonly name: string;
  readonly struct: string;
  readonly make: (chart: Chart, props: any) => unknown;
  readonly base: any;
}

const cluster = { version: FlinkVersion.V1_20, image: 'registry.acme.io/orders:2.1.0' };
const artifact = JobArtifact.fromImage('/opt/flink/usrlib/orders.jar');
const application = { ...cluster, job: { artifact } };

/** All constructs of the library, and those that exist to try the waist. */
export const SUBJECTS: Subject[] = [
  { name: 'FlinkSessionCluster', struct: 'FlinkSessionClusterProps', base: cluster, make: (chart, props) => new FlinkSessionCluster(chart, 'Orders', props).addJob('Job', { artifact }) },
  { name: 'FlinkApplication', struct: 'FlinkApplicationProps', base: application, make: (chart, props) => new FlinkApplication(chart, 'Orders', props) },
  { name: 'FlinkJobCluster', struct: 'FlinkJobClusterProps', base: application, make: (chart, props) => new FlinkJobCluster(chart, 'Orders', props) },
  {
    name: 'FlinkJobCluster beside a Deployment',
    struct: 'FlinkJobClusterProps',
    base: { ...application, layout: JobClusterLayout.TASK_MANAGER_DEPLOYMENT },
    make: (chart, props) => new FlinkJobCluster(chart, 'Orders', props),
  },
  { name: 'apache.FlinkDeployment', struct: 'apache.FlinkDeploymentProps', base: application, make: (chart, props) => new apache.FlinkDeployment(chart, 'Orders', props) },
  { name: 'apache.FlinkDeployment without job', struct: 'apache.FlinkDeploymentProps', base: cluster, make: (chart, props) => new apache.FlinkDeployment(chart, 'Orders', props) },
  { name: 'FieldsOnlyCluster', struct: 'FlinkApplicationProps', base: application, make: (chart, props) => new FieldsOnlyCluster(chart, 'Orders', props) },
  { name: 'NoPodsCluster', struct: 'FlinkApplicationProps', base: application, make: (chart, props) => new NoPodsCluster(chart, 'Orders', props) },
  { name: 'TemplatesCluster', struct: 'FlinkApplicationProps', base: application, make: (chart, props) => new TemplatesCluster(chart, 'Orders', props) },
  { name: 'addJob', struct: 'JobOptions', base: { artifact }, make: (chart, job) => new FlinkSessionCluster(chart, 'Orders', cluster).addJob('Job', job) },
];

/** A finding, and all that it says. */
export interface ToldFinding {
  readonly subject?: string;
  readonly text: string;
}

/** What a program comes to: every object, every construct, and every finding. */
export interface Outcome {
  readonly output: string;
  readonly findings: ToldFinding[];
}

export function outcome({ make }: Subject, props: any): Outcome {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'streaming' });
  make(chart, props);
  const findings = FlinkFindings.of(app).all;
  const objects = app.node.findAll().filter((construct: any) => construct.toJson && construct !== chart).map((construct: any) => construct.toJson());
  return {
    output: JSON.stringify([objects, app.node.findAll().map(({ node }) => node.path)]),
    findings: findings.map(({ id, subject, message, remedy }) => ({ subject, text: `${id} ${message} ${remedy}` })),
  };
}
