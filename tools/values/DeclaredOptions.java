import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The options that the classes of a Flink line declare, and options of the same types for names that people choose. */
final class DeclaredOptions {
    private final Map<String, List<ConfigOption<?>>> declared = new TreeMap<>();
    private final Map<String, List<ConfigOption<?>>> byOlderName = new TreeMap<>();
    private final Set<Class<?>> enums = new HashSet<>();

    /** The first group is on the class path; each other one is loaded by itself, for they carry clashing copies of the same libraries. */
    DeclaredOptions(String[] groups) throws IOException, ReflectiveOperationException {
        for (int i = 0; i < groups.length; i++) {
            ClassLoader loader = i == 0 ? ConfigOption.class.getClassLoader() : below(groups[i]);
            for (String jar : groups[i].split(File.pathSeparator)) readJar(Path.of(jar), loader);
        }
    }

    /** Each name, older ones included, and after blanks the keys of the options that read it. */
    List<String> names() {
        Set<String> names = new TreeSet<>(declared.keySet());
        names.addAll(byOlderName.keySet());
        return names.stream()
            .map(name -> Stream.concat(of(name).stream(), ofOlder(name).stream()).map(ConfigOption::key).distinct().collect(Collectors.joining(" ", name + " ", "")))
            .collect(Collectors.toList());
    }

    /** The options that have a key. */
    List<ConfigOption<?>> of(String key) {
        return declared.getOrDefault(key, List.of());
    }

    /** The options that read a key by an older name of theirs. */
    List<ConfigOption<?>> ofOlder(String key) {
        return byOlderName.getOrDefault(key, List.of());
    }

    /** An option for a key that no field declares whole. */
    ConfigOption<?> made(String key, String type, String element, String values) {
        ConfigOptions.OptionBuilder builder = ConfigOptions.key(key);
        switch (type) {
            case "boolean": return builder.booleanType().noDefaultValue();
            case "integer": return builder.intType().noDefaultValue();
            case "long": return builder.longType().noDefaultValue();
            case "float": return builder.floatType().noDefaultValue();
            case "double": return builder.doubleType().noDefaultValue();
            case "duration": return builder.durationType().noDefaultValue();
            case "memory": return builder.memoryType().noDefaultValue();
            case "map": return builder.mapType().noDefaultValue();
            case "list":
                if (element.equals("string")) return builder.stringType().asList().noDefaultValue();
                throw new IllegalArgumentException("a template of lists of " + element);
            case "enum": return enumOption(builder, values);
            default: return builder.stringType().noDefaultValue();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ConfigOption<?> enumOption(ConfigOptions.OptionBuilder builder, String values) {
        Set<String> wanted = upper(Arrays.asList(values.split(",")));
        for (Class<?> each : enums) {
            if (upper(Arrays.stream(each.getEnumConstants()).map(Object::toString).collect(Collectors.toList())).equals(wanted)) {
                return builder.enumType((Class) each).noDefaultValue();
            }
        }
        throw new IllegalArgumentException("no enumeration of " + values);
    }

    private static Set<String> upper(List<String> words) {
        return words.stream().map(String::toUpperCase).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ClassLoader below(String jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars.split(File.pathSeparator)) urls.add(Path.of(jar).toUri().toURL());
        return new URLClassLoader(urls.toArray(new URL[0]), ConfigOption.class.getClassLoader());
    }

    private void readJar(Path jar, ClassLoader loader) throws IOException, ReflectiveOperationException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!name.startsWith("org/apache/flink/") || name.contains("/shaded/") || !name.endsWith(".class")) continue;
                try (InputStream in = file.getInputStream(entry)) {
                    // A field's type stands in the class file.
                    if (!new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains("Lorg/apache/flink/configuration/ConfigOption;")) continue;
                }
                readClass(name.substring(0, name.length() - ".class".length()).replace('/', '.'), loader);
            }
        }
    }

    /** A class that does not load declares nothing here; whoever asks compares the keys with the catalog's. */
    private void readClass(String name, ClassLoader loader) throws ReflectiveOperationException {
        try {
            Class<?> type = Class.forName(name, false, loader);
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() != ConfigOption.class) continue;
                field.setAccessible(true);
                Object owner = Modifier.isStatic(field.getModifiers()) ? null : name.endsWith("$") ? type.getField("MODULE$").get(null) : type;
                if (owner != type) remember((ConfigOption<?>) field.get(owner));
            }
        } catch (LinkageError | NoSuchFieldException absent) {
            // compared by the caller
        }
    }

    private void remember(ConfigOption<?> option) throws ReflectiveOperationException {
        if (option == null) return;
        declared.computeIfAbsent(option.key(), key -> new ArrayList<>()).add(option);
        option.fallbackKeys().forEach(older -> byOlderName.computeIfAbsent(older.getKey(), key -> new ArrayList<>()).add(option));
        Method clazz = ConfigOption.class.getDeclaredMethod("getClazz");
        clazz.setAccessible(true);
        Class<?> type = (Class<?>) clazz.invoke(option);
        if (type.isEnum()) enums.add(type);
    }
}
