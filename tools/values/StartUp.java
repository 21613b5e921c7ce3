import java.io.File;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.util.NetUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a configuration as Flink's processes do when they start, by the methods that turn it into what the processes need. An option
 * may say more than its type allows, and it is these that notice.
 */
final class StartUp implements AutoCloseable {
    /** Methods to which a configuration is handed, by the names of their classes; which of them there are depends on the line. */
    private static final String[] METHODS = {
        "runtime.heartbeat.HeartbeatServices.fromConfiguration",
        "runtime.jobmaster.JobMasterConfiguration.fromConfiguration",
        "runtime.metrics.MetricRegistryConfiguration.fromConfiguration",
        "runtime.registration.RetryingRegistrationConfiguration.fromConfiguration",
        "runtime.resourcemanager.ResourceManagerRuntimeServicesConfiguration.fromConfiguration",
        "runtime.resourcemanager.slotmanager.SlotManagerConfiguration.fromConfiguration",
        "runtime.resourcemanager.active.ActiveResourceManagerFactory.createStartWorkerFailureRater",
        "runtime.rest.RestClientConfiguration.fromConfiguration",
        "runtime.rest.RestServerEndpointConfiguration.fromConfiguration",
        "runtime.rest.handler.RestHandlerConfiguration.fromConfiguration",
        "runtime.taskexecutor.TaskManagerConfiguration.fromConfiguration",
        "runtime.taskexecutor.TaskManagerServicesConfiguration.fromConfiguration",
        "runtime.taskexecutor.QueryableStateConfiguration.fromConfiguration",
        "runtime.taskmanager.NettyShuffleEnvironmentConfiguration.fromConfiguration",
        "runtime.io.network.partition.hybrid.tiered.common.TieredStorageConfiguration.fromConfiguration",
        "runtime.throughput.BufferDebloatConfiguration.fromConfiguration",
        "runtime.util.config.memory.ManagedMemoryUtils.getManagedMemoryUseCaseWeightsFromConfig",
        "runtime.entrypoint.ClusterEntrypointUtils.getPoolSize",
        "runtime.dispatcher.cleanup.CleanupRetryStrategyFactory.createExponentialBackoffRetryStrategy",
        "runtime.dispatcher.cleanup.CleanupRetryStrategyFactory.createFixedRetryStrategy",
        "runtime.scheduler.adaptive.AdaptiveScheduler$Settings.of",
        "runtime.scheduler.adaptivebatch.DefaultVertexParallelismAndInputInfosDecider.from",
        "runtime.executiongraph.failover.ExponentialDelayRestartBackoffTimeStrategy.createFactory",
        "runtime.executiongraph.failover.FailureRateRestartBackoffTimeStrategy.createFactory",
        "runtime.executiongraph.failover.FixedDelayRestartBackoffTimeStrategy.createFactory",
        "runtime.executiongraph.failover.flip1.ExponentialDelayRestartBackoffTimeStrategy.createFactory",
        "runtime.executiongraph.failover.flip1.FailureRateRestartBackoffTimeStrategy.createFactory",
        "runtime.executiongraph.failover.flip1.FixedDelayRestartBackoffTimeStrategy.createFactory",
        "api.common.restartstrategy.RestartStrategies.fromConfiguration",
        "runtime.jobgraph.SavepointRestoreSettings.fromConfiguration",
        "runtime.checkpoint.DefaultCompletedCheckpointStoreUtils.getMaximumNumberOfRetainedCheckpoints",
        "runtime.state.CheckpointStorageLoader.createFileSystemCheckpointStorage",
        "runtime.state.CheckpointStorageLoader.createJobManagerCheckpointStorage",
        "runtime.state.storage.FileSystemCheckpointStorage.createFromConfig",
        "runtime.state.storage.JobManagerCheckpointStorage.createFromConfig",
        "changelog.fs.RetryPolicy.fromConfig",
        "core.fs.LimitedConnectionsFileSystem$ConnectionLimitingSettings.fromConfig",
        "configuration.ConfigurationUtils.getStandaloneClusterStartupPeriodTime",
    };

    private static final List<String> STATE_BACKENDS = List.of(
        "contrib.streaming.state.EmbeddedRocksDBStateBackend", "state.rocksdb.EmbeddedRocksDBStateBackend", "state.forst.ForStStateBackend", "runtime.state.hashmap.HashMapStateBackend");

    /** Ports are given on as the text of a range, wherever they come from. */
    private static final List<String> PORTS = List.of(
        "rest.port", "rest.bind-port", "jobmanager.rpc.port", "taskmanager.rpc.port", "taskmanager.data.bind-port", "high-availability.jobmanager.port", "blob.server.port",
        "metrics.internal.query-service.port", "queryable-state.proxy.ports", "queryable-state.server.ports", "jmx.server.port");

    /** So that every option can be anything that it may be for itself, whatever the defaults of others are. */
    private static final String[][] BASE = {
        {"rest.address", "localhost"}, {"rest.bind-address", "localhost"}, {"jobmanager.rpc.address", "localhost"}, {"kubernetes.cluster-id", "a"},
        {"high-availability", "zookeeper"}, {"high-availability.type", "zookeeper"}, {"heartbeat.interval", "1"}, {"heartbeat.timeout", "9223372036854775807"},
        {"jobmanager.adaptive-scheduler.scaling-interval.min", "0"}, {"state.checkpoints.dir", "file:///tmp/checkpoints"},
        {"execution.batch.adaptive.auto-parallelism.max-parallelism", "2147483647"}, {"jobmanager.adaptive-batch-scheduler.max-parallelism", "2147483647"},
    };

    private interface Step {
        void take(Configuration configuration) throws Exception;
    }

    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final ClassLoader loader = Configuration.class.getClassLoader();
    private final File folder = Files.createTempDirectory("start-up").toFile();
    private final Object taskManager;
    private AutoCloseable rpc;

    StartUp(DeclaredOptions options) throws Exception {
        folder.deleteOnExit();
        for (String name : METHODS) addMethods(name);
        for (String name : STATE_BACKENDS) addStateBackend(name);
        for (String key : PORTS) options.of(key).forEach(this::addPort);
        Class<?> environment = classOf("streaming.api.environment.StreamExecutionEnvironment");
        steps.put("StreamExecutionEnvironment", configuration -> environment.getConstructor(Configuration.class).newInstance(configuration));
        addKubernetes();
        addCompression();
        addRpc();
        Configuration local = new Configuration();
        local.setString("taskmanager.memory.process.size", "2g");
        call(classOf("runtime.taskexecutor.TaskExecutorResourceUtils"), "adjustForLocalExecution", local);
        taskManager = call(classOf("runtime.taskexecutor.TaskExecutorResourceUtils"), "resourceSpecFromConfig", local);
        String refusal = refusal(BASE[0][0], BASE[0][1]);
        if (refusal != null) throw new IllegalStateException("Flink does not start at all: " + refusal);
    }

    /** What is asked. */
    Set<String> names() {
        return steps.keySet();
    }

    /** Why a process does not start with this value and nothing else out of the ordinary, or null when it does. */
    String refusal(String key, String text) {
        for (Map.Entry<String, Step> step : steps.entrySet()) {
            Configuration configuration = new Configuration();
            for (String[] pair : BASE) configuration.setString(pair[0], pair[1]);
            configuration.setString(key, text);
            try {
                step.getValue().take(configuration);
            } catch (Exception | LinkageError refusal) {
                return step.getKey() + ": " + ValueOracle.message(refusal);
            }
        }
        return null;
    }

    private void addMethods(String name) {
        Class<?> type = classOf(name.substring(0, name.lastIndexOf('.')));
        if (type == null) return;
        for (Method method : type.getDeclaredMethods()) {
            boolean takesIt = Arrays.stream(method.getParameterTypes()).anyMatch(each -> each == Configuration.class || each == ReadableConfig.class);
            if (!takesIt || !method.getName().equals(name.substring(name.lastIndexOf('.') + 1)) || method.isSynthetic()) continue;
            steps.put(name + method.getParameterCount(), configuration -> {
                Object[] arguments = new Object[method.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) arguments[i] = argument(method.getParameterTypes()[i], configuration);
                method.setAccessible(true);
                method.invoke(null, arguments);
            });
        }
    }

    private Object argument(Class<?> type, Configuration configuration) throws Exception {
        if (type == Configuration.class || type == ReadableConfig.class) return configuration;
        if (type == boolean.class) return false;
        if (type == int.class) return Integer.MAX_VALUE;
        if (type == long.class) return 1L << 20;
        if (type == double.class) return 1.5;
        if (type == String.class) return "localhost";
        if (type == File.class) return folder;
        if (type == ClassLoader.class) return loader;
        if (type == InetAddress.class) return InetAddress.getLoopbackAddress();
        if (type == MemorySize.class) return MemorySize.ofMebiBytes(64);
        if (type == ResourceID.class) return new ResourceID("a");
        if (type == Logger.class) return LoggerFactory.getLogger(StartUp.class);
        switch (type.getSimpleName()) {
            case "TaskExecutorResourceSpec": return taskManager;
            case "WorkerResourceSpec": return type.getField("ZERO").get(null);
            case "WorkerResourceSpecFactory": return classOf("runtime.resourcemanager.ArbitraryWorkerResourceSpecFactory").getField("INSTANCE").get(null);
            case "JobCheckpointingSettings": return null;
            case "WorkingDirectory": return type.getMethod("create", File.class).invoke(null, folder);
            default: throw new IllegalStateException("nothing to give for a " + type);
        }
    }

    private void addStateBackend(String name) {
        Class<?> type = classOf(name);
        if (type == null) return;
        steps.put(name, configuration -> type.getMethod("configure", ReadableConfig.class, ClassLoader.class).invoke(type.getConstructor().newInstance(), configuration, loader));
    }

    private void addPort(ConfigOption<?> option) {
        steps.put(option.key(), configuration -> {
            Optional<?> ports = configuration.getOptional(option);
            if (ports.isPresent()) NetUtils.getPortRangeFromString(ports.get().toString());
        });
    }

    private void addKubernetes() throws Exception {
        Class<?> builder = classOf("client.deployment.ClusterSpecification$ClusterSpecificationBuilder");
        Object cluster = builder.getMethod("createClusterSpecification").invoke(builder.getConstructor().newInstance());
        Class<?> parameters = classOf("kubernetes.kubeclient.parameters.KubernetesJobManagerParameters");
        steps.put("KubernetesJobManagerParameters", configuration -> {
            Object jobManager = parameters.getConstructor(Configuration.class, cluster.getClass()).newInstance(configuration, cluster);
            for (Method method : parameters.getMethods()) {
                if (method.getName().matches("get.*(CPU|Factor|Replicas)")) method.invoke(jobManager);
            }
        });
    }

    /** The codec is a text up to 1.19. */
    private void addCompression() {
        String key = "taskmanager.network.compression.codec";
        for (Method method : classOf("runtime.io.compression.BlockCompressionFactory").getMethods()) {
            if (!method.getName().equals("createBlockCompressionFactory") || method.getParameterTypes()[0] != String.class) continue;
            steps.put(key, configuration -> method.invoke(null, configuration.toMap().getOrDefault(key, "LZ4")));
        }
    }

    /** From 1.14 on the classes that read options of the actor system stand apart, behind a door of their own. */
    private void addRpc() throws Exception {
        Class<?> type = classOf("runtime.rpc.RpcSystem");
        if (type == null) return;
        rpc = (AutoCloseable) type.getMethod("load").invoke(null);
        steps.put("RpcSystem", configuration -> {
            boolean concerned = configuration.keySet().stream().anyMatch(key -> key.startsWith("akka.") || key.startsWith("pekko."));
            if (concerned) type.getMethod("getMaximumMessageSizeInBytes", Configuration.class).invoke(rpc, configuration);
        });
    }

    @Override
    public void close() throws Exception {
        if (rpc != null) rpc.close();
    }

    private static Object call(Class<?> type, String name, Configuration configuration) throws Exception {
        Method method = type.getDeclaredMethod(name, Configuration.class);
        method.setAccessible(true);
        return method.invoke(null, configuration);
    }

    /** A class of Flink, or null where the line does not have it. */
    private Class<?> classOf(String name) {
        try {
            return Class.forName("org.apache.flink." + name, true, loader);
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }
}
