import { App, Chart, Size } from 'cdk8s';
import { IValidation, Node } from 'constructs';
import { milliseconds, table } from './time';
// As users have it: compiled.
import { FlinkApplication, FlinkSessionCluster, FlinkStorage, FlinkVersion, HighAvailability, JobArtifact, MetricsReporter } from '../../lib';

const SIZES = [250, 500, 1000, 2000, 4000];
const artifact = JobArtifact.fromImage('/opt/flink/usrlib/orders.jar');

/** A real application: high availability, S3 and metrics. */
function application(app: App, name: string): void {
  new FlinkApplication(new Chart(app, name, { namespace: 'streaming' }), 'Orders', {
    name,
    version: FlinkVersion.V1_20,
    image: 'registry.acme.io/orders:2.1.0',
    job: { artifact, parallelism: 8 },
    taskManager: { slots: 4, memory: Size.gibibytes(8) },
    storage: FlinkStorage.s3(`s3://acme-flink/${name}`),
    highAvailability: HighAvailability.kubernetes(),
    metrics: [MetricsReporter.prometheus()],
  });
}

/**
 * The time that cdk8s spends in our code while it synthesizes that many charts: the constructors, the validations, which it asks for again
 * for each chart, and the content of each object. What cdk8s itself does between them, in quadratic time, is left out.
 */
function ourShare(build: (app: App) => void, charts: number): { share: number; again: number } {
  const validations: IValidation[] = [];
  const add = Node.prototype.addValidation;
  Node.prototype.addValidation = function register(validation) {
    validations.push(validation);
    add.call(this, validation);
  };
  try {
    const app = new App();
    const built = milliseconds(() => build(app));
    const first = milliseconds(() => validations.forEach((validation) => validation.validate()));
    const again = milliseconds(() => {
      for (let chart = 0; chart < charts; chart++) for (const validation of validations) validation.validate();
    });
    const rendered = milliseconds(() => app.node.findAll().forEach((construct) => (construct as any).toJson !== undefined && !(construct instanceof Chart) && (construct as any).toJson()));
    return { share: built + first + again + rendered, again: again * 1000 / (charts * validations.length) };
  } finally {
    Node.prototype.addValidation = add;
  }
}

/** How our share grows with the number of charts, and with the number of session jobs. */
export function fleet(): string {
  const applications = SIZES.map((size) => ourShare((app) => {
    for (let i = 0; i < size; i++) application(app, `orders-${i}`);
  }, size));
  const jobs = SIZES.map((size) => ourShare((app) => {
    const session = new FlinkSessionCluster(new Chart(app, 'chart', { namespace: 'streaming' }), 'Shared', { version: FlinkVersion.V1_20, image: 'registry.acme.io/jobs:1', taskManager: { replicas: size } });
    for (let i = 0; i < size; i++) session.addJob(`Job${i}`, { artifact });
  }, 1));
  const rows = SIZES.map((size, i) => {
    const growth = (of: typeof jobs) => (i ? `× ${(of[i].share / of[i - 1].share).toFixed(2)}` : '');
    return [String(size), applications[i].share.toFixed(0), growth(applications), applications[i].again.toFixed(3), jobs[i].share.toFixed(0), growth(jobs)];
  });
  return table(['charts or jobs', 'applications: our share, ms', 'growth', 'validating one again, µs', 'session jobs: our share, ms', 'growth'], rows);
}
