// A session cluster, as examples/session-cluster.ts describes it. Writes the manifest into the folder given as an argument.
package main

import (
	"os"

	"github.com/aws/jsii-runtime-go"
	flink "github.com/cdk8s-flink/cdk8s-flink-go/cdk8sflink"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	defer jsii.Close()
	app := cdk8s.NewApp(&cdk8s.AppProps{Outdir: &os.Args[1]})
	chart := cdk8s.NewChart(app, jsii.String("session-cluster"), &cdk8s.ChartProps{Namespace: jsii.String("streaming")})

	flink.NewFlinkSessionCluster(chart, jsii.String("Shared"), &flink.FlinkSessionClusterProps{
		Version: flink.FlinkVersion_V1_20(),
		TaskManager: &flink.TaskManagerOptions{
			Replicas: jsii.Number(3),
			Slots:    jsii.Number(2),
			Memory:   cdk8s.Size_Gibibytes(jsii.Number(4)),
		},
	})

	app.Synth()
}
