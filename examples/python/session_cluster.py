"""A session cluster, as examples/session-cluster.ts describes it. Writes the manifest into the folder given as an argument."""

import sys

from cdk8s import App, Chart, Size
from cdk8s_flink import FlinkSessionCluster, FlinkVersion, TaskManagerOptions

app = App(outdir=sys.argv[1])
chart = Chart(app, "session-cluster", namespace="streaming")

FlinkSessionCluster(
    chart,
    "Shared",
    version=FlinkVersion.V1_20,
    task_manager=TaskManagerOptions(replicas=3, slots=2, memory=Size.gibibytes(4)),
)

app.synth()
