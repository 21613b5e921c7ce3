"""The constructs of cdk8s-plus that meet ours, of the version that the first argument names. Writes the manifest into the folder of the second.

Structs and Cpu are those of cdk8s_plus_27: in Python a class of another version is another class.
"""

import sys
from importlib import import_module

from cdk8s import App, Chart
from cdk8s_flink import FlinkSessionCluster, FlinkStorage, FlinkVersion, JobManagerOptions, PodOptions, S3Credentials, TaskManagerOptions
from cdk8s_plus_27 import Cpu, k8s

kplus = import_module(sys.argv[1])
app = App(outdir=sys.argv[2])
chart = Chart(app, "orders", namespace="streaming")

account = kplus.ServiceAccount(chart, "Account")
bucket = kplus.Secret(chart, "Bucket", string_data={"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "key"})

shared = FlinkSessionCluster(
    chart,
    "Shared",
    version=FlinkVersion.V1_20,
    storage=FlinkStorage.s3("s3://acme/shared", credentials=S3Credentials.from_secret(bucket)),
    job_manager=JobManagerOptions(service_account=account, cpu=Cpu.units(2)),
    task_manager=TaskManagerOptions(service_account=kplus.ServiceAccount.from_service_account_name(chart, "Workers", "workers")),
    pod=PodOptions(tolerations=[k8s.Toleration(key="dedicated", operator="Exists")]),
)

kplus.HorizontalPodAutoscaler(chart, "Scaler", target=shared.task_manager, max_replicas=5)
policy = kplus.NetworkPolicy(chart, "Policy", selector=shared.job_manager)
policy.add_ingress_rule(shared.task_manager, [kplus.NetworkPolicyPort.tcp(6123)])
kplus.Service(chart, "Rpc", selector=shared.job_manager, ports=[kplus.ServicePort(port=6123)])

app.synth()
