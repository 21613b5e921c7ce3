import { k8s } from 'cdk8s-plus-27';
import { configVolume } from '../kubernetes/config-map';
import { ClusterPlan, RolePlan } from '../plan/plan';
import { CHECKSUM, defined, podTemplate, PodTemplate } from '../plan/pods/pod-template';
import { Plain } from '../private/plain';
import { mebibytes } from '../private/quantity';

/** What the renderer of a workload sets in its container. */
export interface Process {
  readonly args: string[];
  readonly command?: string[];
  readonly restartPolicy?: string;
  /** Whether the pod must end when Flink does. */
  readonly nativeSidecars?: boolean;
}

/** The pod of a role, as standalone Flink runs in it. */
export function rolePod(plan: ClusterPlan, role: RolePlan, process: Process): PodTemplate {
  const { volumes, mounts } = configVolume(plan);
  return podTemplate(plan, role, {
    annotations: { [CHECKSUM]: role.checksum },
    spec: defined({
      // Kubernetes mounts a token unless told otherwise, and a role that calls nothing needs none.
      automountServiceAccountToken: role.permissions.length > 0,
      restartPolicy: process.restartPolicy,
    }),
    nativeSidecars: process.nativeSidecars,
    volumes,
    mounts: [...mounts, ...role.volumeClaims.map(({ name, mountPath }) => ({ name, mountPath }))],
    container: defined({
      ...imageOf(plan),
      command: process.command,
      args: process.args,
    }),
    resources: resources(role),
  });
}

export function imageOf(plan: ClusterPlan) {
  return defined({ image: plan.image, imagePullPolicy: plan.imagePullPolicy });
}

/** Memory: exactly the size of the process, as request and as limit. CPU: a request, and a limit only if one is set. */
function resources({ memory, memoryLimitFactor, cpu, cpuLimit }: RolePlan): Plain<k8s.ResourceRequirements> {
  const amount = (factor: number) => (memory === undefined ? undefined : mebibytes(memory * factor));
  return {
    requests: quantities({ cpu, memory: amount(1) }),
    limits: quantities({ cpu: cpuLimit, memory: amount(memoryLimitFactor) }),
  };
}

function quantities(all: { [name: string]: string | undefined }): { [name: string]: string } {
  return defined(all) as { [name: string]: string };
}
