import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.DynamicCodeLoadingException;

/**
 * Asks Flink's own classes what they read in a configuration file. Run it with what every Flink process loads on the class path.
 *
 *     java -cp CLASSES:FIRST ValueOracle FIRST GROUP…     groups of jars joined by the path separator, as for the catalog's Options.java
 *
 * <p>A line of input is a question, a line of output its answer; fields are separated by tabs, and all but ASCII letters and digits come as
 * %XXXX, one for each char.
 *
 * <pre>
 *   FILE name text (key type element values)…   ok lost n (key class text)… (reading)…     the file is loaded, and each key's option is read
 *                                               no message                                  the loader refuses the file
 *   KEYS                                        ok name and keys…                           what the classes declare, older names included, and who reads it
 *   ABOUT key                                   ok description…                             of the options with this key
 *   START key text                              ok | no message                             a process starts with it, or does not
 * </pre>
 *
 * What is lost, is so when Flink writes the configuration again, as its start scripts and its clients do from 1.19 on; empty when nothing is.
 * A reading is `value canonical`, `refused message` or `absent -`. The type, its element and its values (joined by commas) count only where
 * no class declares the key: a name that people choose has no field of its own.
 */
public class ValueOracle {
    private final DeclaredOptions options;
    private final Path folder = Files.createTempDirectory("values");
    private final StartUp startUp;

    private ValueOracle(DeclaredOptions options) throws Exception {
        this.options = options;
        startUp = new StartUp(options);
    }

    public static void main(String[] groups) throws Exception {
        ValueOracle oracle = new ValueOracle(new DeclaredOptions(groups));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.US_ASCII);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] question = line.split("\t", -1);
            for (int i = 0; i < question.length; i++) question[i] = decoded(question[i]);
            out.println(oracle.answer(question).stream().map(ValueOracle::encoded).collect(Collectors.joining("\t")));
            if (!in.ready()) out.flush();
        }
        out.flush();
        oracle.startUp.close();
        for (File left : oracle.folder.toFile().listFiles()) left.delete();
        Files.delete(oracle.folder);
    }

    private List<String> answer(String[] question) throws Exception {
        switch (question[0]) {
            case "FILE": return file(question);
            case "KEYS": return ok(options.names());
            case "START": return start(question[1], question[2]);
            default: return ok(options.of(question[1]).stream()
                .map(option -> new HtmlFormatter().format(option.description())).collect(Collectors.toList()));
        }
    }

    private List<String> start(String key, String text) {
        String refusal = startUp.refusal(key, text);
        return refusal == null ? List.of("ok") : List.of("no", refusal);
    }

    private static List<String> ok(Iterable<String> fields) {
        List<String> answer = new ArrayList<>(List.of("ok"));
        fields.forEach(answer::add);
        return answer;
    }

    private List<String> file(String[] question) throws Exception {
        Path file = folder.resolve(question[1]);
        Files.write(file, question[2].getBytes(StandardCharsets.UTF_8));
        Configuration loaded;
        try {
            loaded = GlobalConfiguration.loadConfiguration(folder.toString());
        } catch (Exception refusal) {
            return List.of("no", message(refusal));
        } finally {
            Files.delete(file);
        }
        Field field = Configuration.class.getDeclaredField("confData");
        field.setAccessible(true);
        Map<?, ?> raw = (Map<?, ?>) field.get(loaded);
        String lost = question[1].equals("config.yaml") ? lostInWriting(loaded) : "";
        List<String> answer = new ArrayList<>(List.of("ok", lost, String.valueOf(raw.size())));
        raw.forEach((key, value) -> answer.addAll(List.of(String.valueOf(key), value.getClass().getSimpleName(), String.valueOf(value))));
        for (int i = 3; i + 3 < question.length; i += 4) {
            answer.addAll(reading(loaded, question[i], question[i + 1], question[i + 2], question[i + 3]));
        }
        return answer;
    }

    /** Why the configuration is another one when it has been written and read again. */
    @SuppressWarnings("unchecked")
    private String lostInWriting(Configuration loaded) throws Exception {
        Method write;
        try {
            write = ConfigurationUtils.class.getMethod("convertConfigToWritableLines", Configuration.class, boolean.class);
        } catch (NoSuchMethodException older) {
            return "";
        }
        Path file = folder.resolve("config.yaml");
        try {
            Files.write(file, (List<String>) write.invoke(null, loaded, false));
            return GlobalConfiguration.loadConfiguration(folder.toString()).toMap().equals(loaded.toMap()) ? "" : "another configuration";
        } catch (Exception refusal) {
            return message(refusal);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** What the options with a key read. A refusal of any is one: some class will stumble over it. */
    private List<String> reading(Configuration loaded, String key, String type, String element, String values) {
        List<ConfigOption<?>> readers = new ArrayList<>(options.of(key));
        List<ConfigOption<?>> newer = options.ofOlder(key).stream().filter(option -> !loaded.toMap().containsKey(option.key())).collect(Collectors.toList());
        if (readers.isEmpty() && newer.isEmpty()) readers.add(options.made(key, type, element, values));
        Object read = null;
        try {
            for (ConfigOption<?> option : readers) read = more(read, loaded.getOptional(option));
            // Who reads the key as an older one of its own must be able to, but only a key that is no other's own has its value from there.
            for (ConfigOption<?> option : newer) {
                Optional<?> value = loaded.getOptional(option);
                if (readers.isEmpty()) read = more(read, value);
            }
        } catch (Exception refusal) {
            return List.of("refused", message(refusal));
        }
        try {
            NextReader.read(key, loaded);
        } catch (DynamicCodeLoadingException | ClassNotFoundException refusal) {
            // Another option may want a class, too. What is no name of one comes back with its points turned into slashes.
            if (rootOf(refusal).getMessage().replace('/', '.').equals(loaded.toMap().get(key).replace('/', '.'))) return List.of("refused", message(refusal));
        } catch (InvocationTargetException refusal) {
            if (rootOf(refusal).getMessage().replace("\n", "").matches("Unknown restart strategy.*|.*unknown value of RestartStrategyType.*")) return List.of("refused", message(refusal));
        } catch (Exception other) {
            // It is about another option, without which this one cannot work.
        }
        return read == null ? List.of("absent", "-") : List.of("value", canonical(read));
    }

    /** Of two readings of one key the one that is no mere text. */
    private static Object more(Object read, Optional<?> value) {
        return value.isPresent() && (read == null || read instanceof String) ? value.get() : read;
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null || thrown.getCause() == thrown ? thrown : rootOf(thrown.getCause());
    }

    static String message(Throwable thrown) {
        Throwable root = rootOf(thrown);
        return root.getClass().getSimpleName() + ": " + String.valueOf(root.getMessage()).split("\n")[0];
    }

    /** Amounts in their smallest unit, lists and maps as JSON, the rest as it prints itself. */
    private static String canonical(Object value) {
        if (value instanceof Duration) return ((Duration) value).getSeconds() + " s " + ((Duration) value).getNano() + " ns";
        if (value instanceof MemorySize) return String.valueOf(((MemorySize) value).getBytes());
        if (value instanceof List) return ((List<?>) value).stream().map(ValueOracle::json).collect(Collectors.joining(",", "[", "]"));
        return value instanceof Map ? json(value) : value.toString();
    }

    private static String json(Object value) {
        if (value instanceof Map) {
            return new TreeMap<>((Map<?, ?>) value).entrySet().stream()
                .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue())).collect(Collectors.joining(",", "{", "}"));
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') text.append('\\').append(c);
            else if (c < ' ' || c > '~') text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        }
        return text.append('"').toString();
    }

    private static String encoded(String text) {
        StringBuilder code = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c)) code.append(c);
            else code.append(String.format("%%%04x", (int) c));
        }
        return code.toString();
    }

    private static String decoded(String code) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) != '%') text.append(code.charAt(i));
            else text.append((char) Integer.parseInt(code.substring(i + 1, (i += 4) + 1), 16));
        }
        return text.toString();
    }
}
