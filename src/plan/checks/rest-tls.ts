import { RestProtocol } from '../../features/feature-objects';
import { PlanFinding, problem } from '../../private/findings';
import { ClusterPlan } from '../plan';

const KEYS = ['keystore', 'keystore-password', 'key-password'];
const CERTIFICATES = ['truststore', 'truststore-password'];

/** What a JobManager does not start without when it serves HTTPS. Where a system configures Flink itself, it may bring the rest. */
export function checkRestTls({ rest: { protocol }, platform, jobManager }: ClusterPlan): PlanFinding[] {
  const { configuration, dynamicProperties } = jobManager;
  const enabled = ['security.ssl.rest.enabled', 'security.ssl.enabled'].some((option) => configuration.text(option) === 'true');
  if (protocol === RestProtocol.HTTP || platform.setsAddresses || !enabled) return [];
  const required = [...KEYS, ...(protocol === RestProtocol.MUTUAL_HTTPS ? CERTIFICATES : [])];
  const missing = required.filter((option) => storeOption(option, (key) => configuration.text(key) ?? dynamicProperties[key]) === undefined);
  return missing.length ? [problem('rest-tls-incomplete', `the REST API speaks ${protocol} and has no ${quoted(missing)}: the JobManager does not start without it`,
    "Mount the stores with 'pod', set their paths in 'configuration' and their passwords in 'secretConfiguration'", 'security.ssl.rest.enabled')] : [];
}

/**
 * What pods that submit jobs require to call a REST API by HTTPS. Each of them would fail all its tries, so it is not only warned of; a cluster
 * without such pods has nothing that fails.
 */
export function checkClientTls({ rest: { protocol }, configuration, client, jobManager }: ClusterPlan): PlanFinding[] {
  if (protocol === RestProtocol.HTTP) return [];
  const textOf = (option: string) => storeOption(option, (key) => configuration.text(key) ?? client.dynamicProperties[key]);
  const required = [...CERTIFICATES, ...(protocol === RestProtocol.MUTUAL_HTTPS ? KEYS : [])];
  const missing = required.filter((option) => textOf(option) === undefined);
  // What is mounted nowhere may be a file of the image.
  const unmounted = required.map(textOf).filter((path) => path?.startsWith('/') && isMounted(path, jobManager.pod.mounts) && !isMounted(path, client.pod.mounts));
  return [
    ...(missing.length ? [problem('rest-client-tls-incomplete', `jobs are submitted through ${protocol}, and the client has no ${quoted(missing)}: each submission would fail`,
      "Mount the stores with 'pod', set their paths in 'configuration' and their passwords in 'secretConfiguration'", 'security.ssl.rest.enabled')] : []),
    ...unmounted.map((path) => problem('rest-client-tls-incomplete', `jobs are submitted through ${protocol}, and the client does not mount '${path}': each submission would fail`,
      "Mount it with 'pod', or with 'client' of the feature that mounts it for the JobManager", 'security.ssl.rest.enabled')),
  ];
}

/** An option of the REST API's TLS; that of all TLS counts where it is not set. */
function storeOption(name: string, textOf: (option: string) => string | undefined): string | undefined {
  return textOf(`security.ssl.rest.${name}`) ?? textOf(`security.ssl.${name}`);
}

function isMounted(path: string, mounts: readonly { readonly mountPath: string }[] = []): boolean {
  return mounts.some(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`));
}

function quoted(options: string[]): string {
  return options.map((option) => `'security.ssl.rest.${option}'`).join(', ');
}
