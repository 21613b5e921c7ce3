import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads the options that Flink's classes declare, and those of who builds on them, by asking the classes themselves.
 *
 *     java -cp asm.jar Options.java CONF GROUP…     CONF is the distribution's conf, a group is jars joined by the path separator
 *
 * The first group is what every Flink process loads; each other one is a plugin or an optional jar, in a class loader of
 * its own below the first, because they carry clashing copies of the same libraries.
 * Prints one JSON object a line:
 *     {"option": …}       a field that declares an option
 *     {"failure": …}      a class that declares options and could not be asked. Nothing is left out in silence
 *     {"read": …}         the fields that some class reads
 *     {"sensitive": …}    the fragments that make a key sensitive
 *     {"shipped": …}      the configuration that comes with the distribution
 */
public class Options {
    private static final String OPTION = "org.apache.flink.configuration.ConfigOption";
    private static final String DESCRIPTOR = "L" + OPTION.replace('.', '/') + ";";

    private final Class<?> configuration;
    private final Class<?> global;
    private final Class<?> option;
    private final Set<String> readFields = new TreeSet<>();
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    Options(ClassLoader flink) throws ClassNotFoundException {
        configuration = flink.loadClass("org.apache.flink.configuration.Configuration");
        global = flink.loadClass("org.apache.flink.configuration.GlobalConfiguration");
        option = flink.loadClass(OPTION);
    }

    public static void main(String[] args) throws Exception {
        ClassLoader flink = loader(args[1], ClassLoader.getPlatformClassLoader());
        Options options = new Options(flink);
        for (int i = 1; i < args.length; i++) {
            ClassLoader loader = i == 1 ? flink : loader(args[i], flink);
            for (String jar : args[i].split(File.pathSeparator)) options.readJar(Path.of(jar), loader);
        }
        options.print(Map.of("read", options.readFields));
        Field fragments = options.global.getDeclaredField("SENSITIVE_KEYS");
        fragments.setAccessible(true);
        options.print(Map.of("sensitive", Arrays.asList((String[]) fragments.get(null))));
        // Last, because it tells Flink which of its two value syntaxes holds from here on.
        Object shipped = options.global.getMethod("loadConfiguration", String.class).invoke(null, args[0]);
        options.print(Map.of("shipped", options.configuration.getMethod("toMap").invoke(shipped)));
        options.out.flush();
    }

    private static ClassLoader loader(String jars, ClassLoader parent) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars.split(File.pathSeparator)) urls.add(Path.of(jar).toUri().toURL());
        return new URLClassLoader(urls.toArray(new URL[0]), parent);
    }

    private void readJar(Path jar, ClassLoader loader) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!name.endsWith(".class") || name.startsWith("META-INF/") || name.endsWith("module-info.class")) continue;
                byte[] bytes;
                try (InputStream in = file.getInputStream(entry)) { bytes = in.readAllBytes(); }
                // Cheap, and spares parsing a hundred thousand classes: a field's type stands in the class file.
                if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(DESCRIPTOR)) continue;
                Declared declared = new Declared();
                new ClassReader(bytes).accept(declared, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                if (declared.any) readClass(name.substring(0, name.length() - ".class".length()).replace('/', '.'), jar, loader);
            }
        }
    }

    /** Whether a class declares options, and which options' fields it reads. */
    private final class Declared extends ClassVisitor {
        private String name;
        private boolean any;

        Declared() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object constant) {
            boolean scalaObject = name.endsWith("$");
            if (descriptor.equals(DESCRIPTOR) && ((access & Opcodes.ACC_STATIC) != 0 || scalaObject)) any = true;
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String signature, String generic, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
                    boolean ownSetUp = owner.equals(name) && method.equals("<clinit>");
                    if (opcode == Opcodes.GETSTATIC && descriptor.equals(DESCRIPTOR) && !ownSetUp) {
                        readFields.add(owner.replace('/', '.') + "." + field);
                    }
                }
            };
        }
    }

    private void readClass(String name, Path jar, ClassLoader loader) throws Exception {
        Class<?> type;
        Object scalaObject;
        try {
            type = Class.forName(name, true, loader);
            scalaObject = name.endsWith("$") ? type.getField("MODULE$").get(null) : null;
        } catch (LinkageError | NoSuchFieldException failure) {
            fail(name, jar, failure.toString());
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            boolean isStatic = Modifier.isStatic(field.getModifiers());
            if (!field.getType().getName().equals(OPTION) || (!isStatic && scalaObject == null)) continue;
            field.setAccessible(true);
            Object option = field.get(isStatic ? null : scalaObject);
            if (option == null) {
                fail(name, jar, field.getName() + " is null");
                continue;
            }
            Map<String, Object> read = read(option);
            read.put("class", name);
            read.put("field", field.getName());
            read.put("jar", jar.getFileName().toString());
            read.put("deprecated", field.isAnnotationPresent(Deprecated.class) || isDeprecated(type));
            Object suffixOf = suffixOf(field);
            if (suffixOf != null) read.put("suffixOf", suffixOf);
            List<String> sections = sections(field);
            if (!sections.isEmpty()) read.put("sections", sections);
            print(Map.of("option", read));
        }
    }

    private void fail(String name, Path jar, String why) {
        print(Map.of("failure", Map.of("class", name, "jar", jar.getFileName().toString(), "why", why)));
    }

    private static boolean isDeprecated(Class<?> type) {
        return type != null && (type.isAnnotationPresent(Deprecated.class) || isDeprecated(type.getDeclaringClass()));
    }

    /** What the key goes on, where Flink's documentation says so; empty on lines that only mark it as a suffix. */
    private static String suffixOf(Field field) throws ReflectiveOperationException {
        List<Annotation> both = new ArrayList<>(Arrays.asList(field.getAnnotations()));
        both.addAll(Arrays.asList(field.getDeclaringClass().getAnnotations()));
        for (Annotation annotation : both) {
            if (!annotation.annotationType().getSimpleName().equals("SuffixOption")) continue;
            for (Method method : annotation.annotationType().getDeclaredMethods()) return (String) method.invoke(annotation);
            return "";
        }
        return null;
    }

    /** The sections of the documentation that list the option. */
    private static List<String> sections(Field field) throws ReflectiveOperationException {
        for (Annotation annotation : field.getAnnotations()) {
            if (!annotation.annotationType().getSimpleName().equals("Section")) continue;
            return Arrays.asList((String[]) annotation.annotationType().getMethod("value").invoke(annotation));
        }
        return List.of();
    }

    private Map<String, Object> read(Object option) throws Exception {
        Map<String, Object> read = new LinkedHashMap<>();
        String key = (String) call(option, "key");
        Class<?> type = (Class<?>) call(option, "getClazz");
        boolean isList = (boolean) call(option, "isList");
        read.put("key", key);
        read.put("type", isList ? "list" : nameOf(type));
        if (isList) read.put("element", nameOf(type));
        if (type == Map.class && !isList) read.put("entries", isSet(option, key + ".entry", "value"));
        if (type.isEnum()) read.put("values", values(option, key, type, isList));
        if ((boolean) call(option, "hasDefaultValue")) read.put("default", defaultAsText(option, key));
        List<String> deprecated = new ArrayList<>();
        List<String> fallback = new ArrayList<>();
        for (Object other : (Iterable<?>) call(option, "fallbackKeys")) {
            ((boolean) call(other, "isDeprecated") ? deprecated : fallback).add((String) call(other, "getKey"));
        }
        read.put("deprecatedKeys", deprecated);
        read.put("fallbackKeys", fallback);
        read.put("sensitive", global.getMethod("isSensitive", String.class).invoke(null, key));
        return read;
    }

    /** The spellings that Flink takes, case aside. A constant's name counts only where Flink takes it, too. */
    private Set<String> values(Object option, String key, Class<?> type, boolean isList) throws Exception {
        Set<String> values = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> inOrder = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            for (String spelling : List.of(constant.toString(), ((Enum<?>) constant).name())) {
                if (accepts(option, key, spelling) && values.add(spelling)) inOrder.add(spelling);
            }
        }
        for (String spelling : inOrder) {
            // The catalog's readers ignore case and trim only a list's elements. Should Flink ever differ, this must not pass.
            boolean ignoresCase = accepts(option, key, swapCase(spelling));
            if (!ignoresCase || accepts(option, key, spelling + " ") != isList) throw new IllegalStateException(key + " compares values in another way");
        }
        return new LinkedHashSet<>(inOrder);
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        for (char c : text.toCharArray()) swapped.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        return swapped.toString();
    }

    private static String nameOf(Class<?> type) {
        if (type.isEnum()) return "enum";
        return type.getSimpleName().equals("MemorySize") ? "memory" : type.getSimpleName().toLowerCase();
    }

    /** Whether Flink reads this text as a value of the option: its own parser is asked, not its source. */
    private boolean accepts(Object option, String key, String text) throws Exception {
        try {
            return isSet(option, key, text);
        } catch (InvocationTargetException refused) {
            return false;
        }
    }

    /** Whether the option has a value once this key has this text. */
    private boolean isSet(Object option, String key, String text) throws Exception {
        Object configured = configuration.getConstructor().newInstance();
        configuration.getMethod("setString", String.class, String.class).invoke(configured, key, text);
        return ((Optional<?>) configuration.getMethod("getOptional", this.option).invoke(configured, option)).isPresent();
    }

    /** The default as Flink itself would write it into a configuration. */
    private String defaultAsText(Object option, String key) throws Exception {
        Object configured = configuration.getConstructor().newInstance();
        configuration.getMethod("set", this.option, Object.class).invoke(configured, option, call(option, "defaultValue"));
        return ((Map<?, ?>) configuration.getMethod("toMap").invoke(configured)).get(key).toString();
    }

    private static Object call(Object target, String method) throws Exception {
        Method found = target.getClass().getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(target);
    }

    private void print(Object value) {
        out.println(json(value));
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> fields = new ArrayList<>();
            map.forEach((name, field) -> fields.add(json(name) + ":" + json(field)));
            return "{" + String.join(",", fields) + "}";
        }
        if (value instanceof Iterable<?> list) {
            List<String> items = new ArrayList<>();
            for (Object item : list) items.add(json(item));
            return "[" + String.join(",", items) + "]";
        }
        if (value instanceof Boolean) return value.toString();
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c == '"' || c == '\\') text.append('\\').append(c);
            else if (c < ' ') text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        }
        return text.append('"').toString();
    }
}
