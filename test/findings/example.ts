import { App, Chart } from 'cdk8s';
import * as library from '../../src';
import { Finding, FindingSeverity, FlinkFindings } from '../../src';
import { explanation } from '../../src/private/findings';
import { Wrong } from '../bad-input/refused';

/** Examples of findings about one part of a deployment, by the id of the finding. */
export interface Area {
  readonly title: string;
  readonly examples: { readonly [id: string]: Wrong };
}

/** The finding of an example. */
export interface FoundExample {
  readonly id: string;
  readonly severity: FindingSeverity;
  /** Whether it is thrown where the argument is given, and is not among the findings of a cluster. */
  readonly thrown: boolean;
  /** The construct or the factory, as programs write it. Undefined for constructs that are not in the library. */
  readonly where?: string;
  readonly subject?: string;
  readonly text: string;
}

/** Every finding of an example. */
export function findingsOf(make: Wrong): FoundExample[] {
  const app = new App();
  const chart = new Chart(app, 'chart');
  try {
    make(chart);
  } catch (error) {
    return [thrownBy(error as Error, app)];
  }
  return FlinkFindings.of(app).all.map((finding) => found(finding, app));
}

function found({ id, severity, path, subject, message, remedy }: Finding, app: App): FoundExample {
  return { id, severity, thrown: false, where: classAt(path, app), subject, text: explanation(message, remedy) };
}

function thrownBy({ message }: Error, app: App): FoundExample {
  const [, where, text, id] = /^\[([^\]]+)\] (.*) \(([^()]+)\)$/s.exec(message) ?? [];
  if (!id) throw new Error(`what is thrown has no id: ${message}`);
  return { id, severity: FindingSeverity.ERROR, thrown: true, where: classAt(where, app) ?? (where.includes('/') ? undefined : where), text };
}

/** The class of the construct with this path, if users can name it. */
function classAt(path: string, app: App): string | undefined {
  const { constructor } = app.node.findAll().find(({ node }) => node.path === path) ?? {};
  if (Object.values(library).includes(constructor as any)) return constructor!.name;
  return Object.values(library.apache).includes(constructor as any) ? `apache.${constructor!.name}` : undefined;
}
