package io.acme;

import io.github.cdk8sflink.FlinkSessionCluster;
import io.github.cdk8sflink.FlinkVersion;
import io.github.cdk8sflink.TaskManagerOptions;
import org.cdk8s.App;
import org.cdk8s.AppProps;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Size;

/** A session cluster, as examples/session-cluster.ts describes it. Writes the manifest into the folder given as an argument. */
public final class SessionCluster {
    public static void main(String[] args) {
        App app = new App(AppProps.builder().outdir(args[0]).build());
        Chart chart = new Chart(app, "session-cluster", ChartProps.builder().namespace("streaming").build());

        FlinkSessionCluster.Builder.create(chart, "Shared")
            .version(FlinkVersion.V1_20)
            .taskManager(TaskManagerOptions.builder().replicas(3).slots(2).memory(Size.gibibytes(4)).build())
            .build();

        app.synth();
    }
}
