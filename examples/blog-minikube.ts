import { Chart } from 'cdk8s';
import { FlinkSessionCluster, FlinkVersion, RestProtection, RestService } from 'cdk8s-flink';
import { Construct } from 'constructs';

/**
 * The session cluster of the article "Deploy Flink jobs on Kubernetes": a JobManager, two TaskManagers, and a NodePort to reach it from
 * outside minikube.
 *
 * Where we differ: selectors tell JobManager and TaskManagers apart (the article's overlap); only REST is on the nodes' ports; the UI
 * takes no jars by itself once it is; the UI's port is 8081 on the pod, too; no port 6125, as queryable state is not used.
 */
export class BlogMinikube extends Chart {
  public constructor(scope: Construct, version: FlinkVersion = FlinkVersion.V1_20) {
    super(scope, 'blog-minikube');

    const flink = new FlinkSessionCluster(this, 'Flink', {
      version,
      taskManager: { replicas: 2 },
      rest: RestService.nodePort({ protection: RestProtection.NONE }),
      configuration: { 'web.submit.enable': true }, // a laptop, and the article submits by the UI
    });
    flink.acknowledge('rest-unprotected');
  }
}
