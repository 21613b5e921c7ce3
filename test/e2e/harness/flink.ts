import { eventually, kube } from './kubernetes';
import { Namespace } from './namespace';

/** Flink's REST API, reached through its Service by the API server's proxy: that works with any KUBECONFIG. */
export class FlinkRest {
  /** @param scheme how the REST API is spoken to; with `https` the API server checks no certificate. */
  public constructor(private readonly namespace: Namespace, private readonly service: string, private readonly scheme: 'http' | 'https' = 'http', private readonly port = 'rest') {}

  public async get(path: string): Promise<any> {
    return JSON.parse(await this.text(path));
  }

  public async text(path: string): Promise<string> {
    return kube(['get', '--raw', this.url(path)]);
  }

  public async post(path: string, body: unknown): Promise<any> {
    return JSON.parse(await kube(['create', '--raw', this.url(path), '--filename', '-'], JSON.stringify(body)));
  }

  public async jobs(): Promise<any[]> {
    return (await this.get('/jobs/overview')).jobs;
  }

  /** A job in a state, for example RUNNING. */
  public async job(id: string, state: string, seconds = 300): Promise<any> {
    return eventually(`job ${id} is ${state}`, async () => {
      const job = await this.get(`/jobs/${id}`);
      return job.state === state ? job : undefined;
    }, seconds);
  }

  /** What a job has counted. */
  public async accumulators(id: string): Promise<{ [name: string]: number }> {
    const all = await this.get(`/jobs/${id}/accumulators`);
    return Object.fromEntries(all['user-task-accumulators'].map((a: any) => [a.name, Number(a.value.replace(/\D/g, ''))]));
  }

  /** A metric of a job, for example `numRestarts`. */
  public async metric(id: string, name: string): Promise<number> {
    const [metric] = await this.get(`/jobs/${id}/metrics?get=${name}`);
    return Number(metric?.value);
  }

  public async checkpoints(id: string): Promise<any> {
    return this.get(`/jobs/${id}/checkpoints`);
  }

  /** At least so many checkpoints are complete. */
  public async completed(id: string, count: number, seconds = 300): Promise<any> {
    return eventually(`job ${id} has ${count} checkpoints`, async () => {
      const checkpoints = await this.checkpoints(id);
      return checkpoints.counts.completed >= count ? checkpoints : undefined;
    }, seconds);
  }

  /** Stops a job with a savepoint and gives its path. */
  public async stop(id: string): Promise<string> {
    const { 'request-id': trigger } = await this.post(`/jobs/${id}/stop`, { drain: false });
    return eventually('savepoint', async () => {
      const { operation, status } = await this.get(`/jobs/${id}/savepoints/${trigger}`);
      if (operation?.['failure-cause']) throw new Error(JSON.stringify(operation['failure-cause']).slice(0, 500));
      return status.id === 'COMPLETED' ? operation.location as string : undefined;
    });
  }

  /** Cancels a job by the path that Flink has for proxies which pass nothing on but GET, as `kubectl get --raw` does. */
  public async cancel(id: string): Promise<void> {
    await this.get(`/jobs/${id}/yarn-cancel`);
  }

  private url(path: string): string {
    return `/api/v1/namespaces/${this.namespace.name}/services/${this.scheme === 'https' ? 'https:' : ''}${this.service}:${this.port}/proxy${path}`;
  }
}
