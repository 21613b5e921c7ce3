import { ClusterPlan } from './plan';
import { RestProtocol } from '../features/feature-objects';

/** Where other pods find the REST API. Without a namespace it is the short name, which works in the same namespace. */
export function restUrl({ rest, namespace }: Pick<ClusterPlan, 'rest' | 'namespace'>): string {
  const scheme = rest.protocol === RestProtocol.HTTP ? 'http' : 'https';
  return `${scheme}://${rest.serviceName}${namespace ? `.${namespace}` : ''}:${rest.port}`;
}
