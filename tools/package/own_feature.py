"""A feature written in Python, which contradicts what the user says. Prints what the cluster finds wrong."""

import jsii
from cdk8s import App, Chart
from cdk8s_flink import FeatureConfig, FeatureContext, FlinkSessionCluster, FlinkVersion, IFlinkFeature


@jsii.implements(IFlinkFeature)
class CostCentre:
    def bind(self, context: FeatureContext) -> FeatureConfig:
        return FeatureConfig(owner="CostCentre", configuration={"metrics.scope.jm": f"4711.{context.cluster_id}.jobmanager"})


cluster = FlinkSessionCluster(
    Chart(App(), "chart"),
    "Shared",
    version=FlinkVersion.V1_20,
    configuration={"metrics.scope.jm": "jobmanager"},
    features=[CostCentre()],
)

for finding in cluster.findings:
    print(f"{finding.id}: {finding.message}")
