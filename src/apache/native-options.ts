import { FeatureConfig } from '../features/feature';
import { RestService } from '../features/network/rest-service';
import { RoleName } from '../plan/plan';
import { PlanOptions } from '../plan/plan-options';
import { RoleSize } from '../plan/plan-target';
import { cores } from '../private/quantity';

/** What native mode reads from options instead of manifests. */
export function nativeOptions(options: PlanOptions, roles: { readonly [role in RoleName]: RoleSize }): FeatureConfig {
  const { rest = RestService.clusterIp(), taskManager } = options;
  return {
    owner: 'native mode',
    configuration: {
      ...limitFactors('jobmanager', roles.jobManager),
      ...limitFactors('taskmanager', roles.taskManager),
      ...(rest.serviceType === 'ClusterIP' ? {} : { 'kubernetes.rest-service.exposed.type': rest.serviceType }),
      ...(Object.keys(rest.annotations).length ? { 'kubernetes.rest-service.annotations': rest.annotations } : {}),
      ...(taskManager?.serviceAccount ? { 'kubernetes.taskmanager.service-account': taskManager.serviceAccount.name } : {}),
    },
  };
}

/** In native mode the limit is the request times a factor, which is 1 by default. */
function limitFactors(role: string, { cpu, cpuLimit, memoryLimitFactor }: RoleSize): { [option: string]: string } {
  return {
    ...(cpuLimit ? { [`kubernetes.${role}.cpu.limit-factor`]: String(cores(cpuLimit) / cores(cpu)) } : {}),
    ...(memoryLimitFactor === 1 ? {} : { [`kubernetes.${role}.memory.limit-factor`]: String(memoryLimitFactor) }),
  };
}
