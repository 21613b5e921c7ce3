import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * Asks Flink's own classes how they divide memory, in the way of the start scripts. Run it with a distribution's lib on the class path.
 *
 * <p>A line of input is a question, a line of output its answer; fields are separated by tabs and URL-encoded.
 *
 * <pre>
 *   TM key value key value …   ok|no …     a TaskManager's configuration
 *   JM key value key value …   ok|no …     a JobManager's configuration
 *   SIZE text                  ok|no …     an amount of memory
 *
 *   ok jvmParameters dynamicConfigurations bytes… human-readable texts…
 *   ok bytes text human-readable text
 *   no class message class message …       an exception and its causes, outermost first
 * </pre>
 */
public class MemoryOracle {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] question = line.split("\t", -1);
            for (int i = 0; i < question.length; i++) question[i] = URLDecoder.decode(question[i], "UTF-8");
            List<String> answer = new ArrayList<>();
            for (String field : answer(question)) answer.add(URLEncoder.encode(field, "UTF-8"));
            out.print(String.join("\t", answer) + "\n");
        }
        out.flush();
    }

    private static List<String> answer(String[] question) throws Exception {
        try {
            switch (question[0]) {
                case "TM": return taskManager(configuration(question));
                case "JM": return jobManager(configuration(question));
                default: return size(question[1]);
            }
        } catch (Throwable thrown) {
            List<String> refusal = new ArrayList<>(List.of("no"));
            for (Throwable t = thrown; t != null; t = t.getCause()) {
                if (t instanceof InvocationTargetException) continue;
                refusal.add(t.getClass().getName());
                refusal.add(String.valueOf(t.getMessage()));
            }
            return refusal;
        }
    }

    private static Configuration configuration(String[] question) {
        Configuration configuration = new Configuration();
        for (int i = 1; i + 1 < question.length; i += 2) configuration.setString(question[i], question[i + 1]);
        return configuration;
    }

    private static List<String> taskManager(Configuration configuration) throws Exception {
        // Up to 1.20 an old heap key stands for the total Flink memory.
        Method legacy = method(TaskExecutorProcessUtils.class, "getConfigurationMapLegacyTaskManagerHeapSizeToConfigOption", ConfigOption.class);
        Configuration effective = legacy == null ? configuration : (Configuration) legacy.invoke(null, configuration, TaskManagerOptions.TOTAL_FLINK_MEMORY);
        TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(effective);
        return ok(ProcessMemoryUtils.generateJvmParametersStr(spec), TaskExecutorProcessUtils.generateDynamicConfigsStr(spec), Stream.of(
            spec.getFlinkMemory().getFrameworkHeap(), spec.getFlinkMemory().getFrameworkOffHeap(),
            spec.getFlinkMemory().getTaskHeap(), spec.getFlinkMemory().getTaskOffHeap(),
            spec.getFlinkMemory().getNetwork(), spec.getFlinkMemory().getManaged(),
            spec.getJvmMetaspaceSize(), spec.getJvmOverheadSize(), spec.getTotalFlinkMemorySize(), spec.getTotalProcessMemorySize()));
    }

    private static List<String> jobManager(Configuration configuration) throws Exception {
        // Up to 1.20 an old heap key stands for the heap.
        Method legacy = method(JobManagerProcessUtils.class, "processSpecFromConfigWithNewOptionToInterpretLegacyHeap", ConfigOption.class);
        JobManagerProcessSpec spec = (JobManagerProcessSpec) (legacy == null
            ? method(JobManagerProcessUtils.class, "processSpecFromConfig").invoke(null, configuration)
            : legacy.invoke(null, configuration, JobManagerOptions.JVM_HEAP_MEMORY));
        String flags = JobManagerProcessUtils.generateJvmParametersStr(spec, configuration);
        return ok(flags, JobManagerProcessUtils.generateDynamicConfigsStr(spec), Stream.of(
            spec.getFlinkMemory().getJvmHeapMemorySize(), spec.getFlinkMemory().getJvmDirectMemorySize(),
            spec.getJvmMetaspaceSize(), spec.getJvmOverheadSize(), spec.getTotalFlinkMemorySize(), spec.getTotalProcessMemorySize()));
    }

    private static Method method(Class<?> owner, String name, Class<?>... further) {
        Class<?>[] parameters = Stream.concat(Stream.of(Configuration.class), Stream.of(further)).toArray(Class<?>[]::new);
        try {
            return owner.getMethod(name, parameters);
        } catch (NoSuchMethodException absent) {
            return null;
        }
    }

    private static List<String> ok(String flags, String dynamic, Stream<MemorySize> amounts) {
        List<MemorySize> all = amounts.collect(Collectors.toList());
        List<String> answer = new ArrayList<>(List.of("ok", flags, dynamic));
        all.forEach(amount -> answer.add(String.valueOf(amount.getBytes())));
        all.forEach(amount -> answer.add(amount.toHumanReadableString()));
        return answer;
    }

    private static List<String> size(String text) {
        MemorySize size = MemorySize.parse(text);
        return List.of("ok", String.valueOf(size.getBytes()), size.toString(), size.toHumanReadableString());
    }
}
