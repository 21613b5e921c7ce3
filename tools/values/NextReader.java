import java.lang.reflect.Method;
import java.util.Arrays;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobmanager.HighAvailabilityMode;
import org.apache.flink.runtime.state.CheckpointStorageLoader;
import org.apache.flink.runtime.state.StateBackendLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the text options that are no free text as the classes do that take them from the configuration. */
final class NextReader {
    private NextReader() {}

    /** Fails as the next reader of a key does; keys without one are fine. */
    static void read(String key, Configuration loaded) throws Exception {
        ClassLoader loader = ConfigOption.class.getClassLoader();
        Logger logger = LoggerFactory.getLogger(NextReader.class);
        switch (key) {
            case "state.backend": case "state.backend.type":
                StateBackendLoader.loadStateBackendFromConfig(loaded, loader, logger);
                return;
            case "state.checkpoint-storage": case "execution.checkpointing.storage":
                CheckpointStorageLoader.fromConfig(loaded, loader, logger);
                return;
            case "high-availability": case "high-availability.type": case "recovery.mode":
                if (HighAvailabilityMode.fromConfig(loaded) == HighAvailabilityMode.FACTORY_CLASS) Class.forName(loaded.toMap().get(key), false, loader);
                return;
            case "restart-strategy": case "restart-strategy.type":
                Class<?> type = restartStrategies(loader);
                Method create = Arrays.stream(type.getMethods()).filter(method -> method.getName().startsWith("create")).findFirst().get();
                Object[] arguments = new Object[create.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    Class<?> parameter = create.getParameterTypes()[i];
                    arguments[i] = parameter == boolean.class ? Boolean.TRUE : parameter != Configuration.class ? fallBackRestart(loader)
                        : i + 2 == arguments.length ? loaded : new Configuration();
                }
                create.invoke(null, arguments);
                return;
            default:
        }
    }

    private static Class<?> restartStrategies(ClassLoader loader) throws ClassNotFoundException {
        String place = "org.apache.flink.runtime.executiongraph.failover.";
        try {
            return Class.forName(place + "RestartBackoffTimeStrategyFactoryLoader", true, loader);
        } catch (ClassNotFoundException older) {
            return Class.forName(place + "flip1.RestartBackoffTimeStrategyFactoryLoader", true, loader);
        }
    }

    /** What a job says that says nothing; up to 1.20 it says so by an object. */
    private static Object fallBackRestart(ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName("org.apache.flink.api.common.restartstrategy.RestartStrategies", true, loader).getMethod("fallBackRestart").invoke(null);
    }
}
