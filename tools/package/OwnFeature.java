import io.github.cdk8sflink.FeatureConfig;
import io.github.cdk8sflink.FeatureContext;
import io.github.cdk8sflink.FlinkSessionCluster;
import io.github.cdk8sflink.FlinkVersion;
import io.github.cdk8sflink.IFlinkFeature;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;

/** A feature written in Java, which contradicts what the user says. Prints what the cluster finds wrong. */
public final class OwnFeature {
    private static final class CostCentre implements IFlinkFeature {
        @Override
        public FeatureConfig bind(FeatureContext context) {
            return FeatureConfig.builder()
                .owner("CostCentre")
                .configuration(Map.of("metrics.scope.jm", "4711." + context.getClusterId() + ".jobmanager"))
                .build();
        }
    }

    public static void main(String[] args) {
        FlinkSessionCluster cluster = FlinkSessionCluster.Builder.create(new Chart(new App(), "chart"), "Shared")
            .version(FlinkVersion.V1_20)
            .configuration(Map.of("metrics.scope.jm", "jobmanager"))
            .features(List.of(new CostCentre()))
            .build();
        cluster.getFindings().forEach(finding -> System.out.println(finding.getId() + ": " + finding.getMessage()));
    }
}
