import { Chart, JsonPatch } from 'cdk8s';
import { FlinkApplication, FlinkVersion, JobArtifact } from 'cdk8s-flink';
import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';

/** Pods as a platform team wants them: on their nodes, with an init container, a sidecar and a volume of their own. */
export class OwnPods extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'own-pods', { namespace: 'streaming' });

    const app = new FlinkApplication(this, 'Clicks', {
      version,
      image: 'registry.acme.io/clicks:1.0.3',
      job: { artifact: JobArtifact.fromImage('/opt/flink/usrlib/clicks.jar') },
      pod: { // of both roles
        nodeSelector: { pool: 'streaming' },
        tolerations: [{ key: 'dedicated', value: 'flink', effect: 'NoSchedule' }],
        annotations: { 'example.com/team': 'clicks' },
      },
      taskManager: {
        pod: { // on top, for TaskManagers
          volumes: [{ name: 'models', emptyDir: {} }],
          mounts: [{ name: 'models', mountPath: '/models', readOnly: true }],
          resources: { requests: { 'ephemeral-storage': k8s.Quantity.fromString('10Gi') } },
          initContainers: [{
            name: 'fetch-models',
            image: 'registry.acme.io/models:7',
            args: ['--into', '/models'],
            volumeMounts: [{ name: 'models', mountPath: '/models' }],
          }],
        },
      },
    });

    app.taskManager.addSidecar({
      name: 'log-shipper',
      image: 'fluent/fluent-bit:3.1.9',
      volumeMounts: [{ name: 'flink-log', mountPath: '/logs', readOnly: true }],
    });
    app.taskManager.addJsonPatch(JsonPatch.add('/spec/minReadySeconds', 10)); // what nothing else offers
  }
}
