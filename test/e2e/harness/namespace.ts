import { App, Chart, Yaml } from 'cdk8s';
import { eventually, kube, kubectl } from './kubernetes';

/** A namespace of a scenario's own. It enforces the Pod Security Standard `restricted`, as all that we make must live under it. */
export class Namespace {
  public static async create(name: string): Promise<Namespace> {
    await kubectl(['delete', 'namespace', name, '--ignore-not-found', '--wait=true']);
    await kube(['create', 'namespace', name]);
    await kube(['label', 'namespace', name, 'pod-security.kubernetes.io/enforce=restricted']);
    return new Namespace(name);
  }

  /** The namespace that the chart says, as most do. Where it does not, only `kubectl --namespace` does. */
  private inChart?: string;

  private constructor(public readonly name: string) {
    this.inChart = name;
  }

  /** From now on synth does not know the namespace. */
  public unknownToSynth(): this {
    this.inChart = undefined;
    return this;
  }

  /** Synthesizes what a scenario builds, and applies it as it is. The API server refuses fields that it does not know. */
  public async apply(build: (chart: Chart) => void): Promise<string> {
    const manifests = this.synthesize(build);
    return kube(['apply', '--namespace', this.name, '--validate=strict', '--filename', '-'], manifests);
  }

  /** Applies an object that a scenario writes itself. */
  public async applyJson(object: any): Promise<void> {
    await kube(['apply', '--namespace', this.name, '--filename', '-'], JSON.stringify(object));
  }

  /** A volume for all pods of a cluster, of the default storage class. */
  public async claim(name: string): Promise<void> {
    await this.applyJson({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
  }

  /** What `kubectl diff` says: empty when the cluster holds exactly what is synthesized. */
  public async diff(build: (chart: Chart) => void): Promise<string> {
    const { code, out, err } = await kubectl(['diff', '--namespace', this.name, '--filename', '-'], this.synthesize(build));
    if (code > 1) throw new Error(err);
    return out;
  }

  public async get(kind: string, name: string): Promise<any> {
    return JSON.parse(await kube(['get', kind, name, '--namespace', this.name, '--output', 'json']));
  }

  public async list(kind: string, selector?: { [label: string]: string }): Promise<any[]> {
    const labels = Object.entries(selector ?? {}).map(([k, v]) => `${k}=${v}`).join(',');
    return JSON.parse(await kube(['get', kind, '--namespace', this.name, '--output', 'json', ...(labels ? ['--selector', labels] : [])])).items;
  }

  /** Pods that are there and not on their way out. */
  public async pods(selector: { [label: string]: string }): Promise<any[]> {
    return (await this.list('pods', selector)).filter((pod) => !pod.metadata.deletionTimestamp && pod.status.phase !== 'Succeeded' && pod.status.phase !== 'Failed');
  }

  public async rollout(kindAndName: string, seconds = 300): Promise<void> {
    await kube(['rollout', 'status', kindAndName, '--namespace', this.name, `--timeout=${seconds}s`]);
  }

  public async logs(pod: string, ...more: string[]): Promise<string> {
    return (await kubectl(['logs', pod, '--namespace', this.name, ...more])).out;
  }

  public async exec(pod: string, ...command: string[]): Promise<string> {
    return kube(['exec', pod, '--namespace', this.name, '--container', 'flink-main-container', '--', ...command]);
  }

  /** What a pod tells Prometheus. */
  public async scrape(pod: string, port: number): Promise<string> {
    return kube(['get', '--raw', `/api/v1/namespaces/${this.name}/pods/${pod}:${port}/proxy/metrics`]);
  }

  public async delete(kind: string, name: string, ...more: string[]): Promise<void> {
    await kube(['delete', kind, name, '--namespace', this.name, ...more]);
  }

  public async end(): Promise<void> {
    if (process.env.E2E_KEEP) return;
    await kubectl(['delete', 'namespace', this.name, '--wait=false']);
  }

  /** A condition of an object, for example `Complete` of a Job. */
  public async condition(kind: string, name: string, type: string, seconds = 300): Promise<any> {
    return eventually(`${kind} ${name} is ${type}`, async () => (await this.get(kind, name)).status?.conditions
      ?.find((c: any) => c.type === type && c.status === 'True'), seconds);
  }

  private synthesize(build: (chart: Chart) => void): string {
    const chart = new Chart(new App(), this.name, { namespace: this.inChart });
    build(chart);
    return Yaml.stringify(...chart.toJson());
  }
}
