import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Reads which keys Flink's classes name, in their bytecode: no class is loaded and no field is asked.
 *
 *     java -cp asm.jar:asm-tree.jar:asm-analysis.jar Scan.java WANTED JAR…
 *
 * WANTED is a file of class names. Prints one fact a line, its parts parted by tabs:
 *     declared KEY CLASS       an option is made of a constant key, while the class is set up
 *     computed CLASS           an option is made of a key that is put together, while the class is set up
 *     copied CLASS FROM        a field is set to the option of another class, while the class is set up
 *     built CLASS METHOD       an option is made later, in a method
 *     read KEY CLASS           a configuration is asked for a constant key
 *     constant TEXT CLASS      a text in one of the wanted classes, its own name among them
 */
class Scan {
    private static final String CONFIGURATION = "org/apache/flink/configuration/";
    private static final List<String> MARKS = List.of(CONFIGURATION + "Config", "org/apache/flink/metrics/MetricConfig");
    private static final Set<String> ASKED = Set.of(
            CONFIGURATION + "Configuration", CONFIGURATION + "DelegatingConfiguration", CONFIGURATION + "UnmodifiableConfiguration",
            "org/apache/flink/metrics/MetricConfig");

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Set<String> wanted;

    Scan(Set<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Scan scan = new Scan(new HashSet<>(Files.readAllLines(Path.of(args[0]))));
        for (int i = 1; i < args.length; i++) {
            try (JarFile jar = new JarFile(args[i])) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (!name.endsWith(".class") || !name.startsWith("org/apache/flink/")) continue;
                    try (InputStream in = jar.getInputStream(entry)) {
                        scan.readClass(name.substring(0, name.length() - ".class".length()).replace('/', '.'), in.readAllBytes());
                    }
                }
            }
        }
        scan.out.flush();
    }

    private void readClass(String name, byte[] bytes) throws AnalyzerException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!wanted.contains(name) && MARKS.stream().noneMatch(text::contains)) return;
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG);
        if (wanted.contains(name)) printConstants(name, type);
        for (MethodNode method : type.methods) readMethod(name, type, method);
    }

    private void readMethod(String name, ClassNode type, MethodNode method) throws AnalyzerException {
        // What a Scala object declares is set up in its constructor.
        boolean setUp = method.name.equals("<clinit>") || (method.name.equals("<init>") && name.endsWith("$"));
        Frame<SourceValue>[] frames = null;
        for (int i = 0; i < method.instructions.size(); i++) {
            if (setUp && method.instructions.get(i) instanceof FieldInsnNode field && isCopied(field)) print("copied", name, field.owner.replace('/', '.'));
            if (!(method.instructions.get(i) instanceof MethodInsnNode call)) continue;
            boolean makes = call.owner.equals(CONFIGURATION + "ConfigOptions") && call.name.equals("key");
            boolean makesForKey = call.owner.equals(CONFIGURATION + "ConfigurationUtils") && call.name.matches("get\\w+ConfigOption");
            if (!makes && !makesForKey && !asks(name, call)) continue;
            if (frames == null) frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, method);
            if (frames[i] == null) continue; // unreachable
            String key = constant(frames[i], Type.getArgumentTypes(call.desc).length);
            if (makes || (makesForKey && setUp)) {
                if (!setUp) print("built", name, method.name);
                else if (key == null) print("computed", name);
                else print("declared", key, name);
            } else if (key != null) {
                print("read", key, name);
            }
        }
    }

    /** Whether a field's option goes straight into another field. */
    private static boolean isCopied(FieldInsnNode field) {
        boolean loadsOption = field.getOpcode() == Opcodes.GETSTATIC && field.desc.equals("L" + CONFIGURATION + "ConfigOption;");
        return loadsOption && field.getNext() != null && field.getNext().getOpcode() == Opcodes.PUTSTATIC;
    }

    /** Whether a call asks a configuration, or a reporter's properties, for a key that is given as text. */
    private static boolean asks(String name, MethodInsnNode call) {
        if (!call.desc.startsWith("(Ljava/lang/String;") || call.name.startsWith("set") || call.name.equals("<init>")) return false;
        boolean properties = call.owner.equals("java/util/Properties") && name.startsWith("org.apache.flink.metrics.");
        return ASKED.contains(call.owner) || (properties && call.name.equals("getProperty"));
    }

    /** The constant that a call gets as its first argument, or null. */
    private static String constant(Frame<SourceValue> frame, int arguments) {
        Set<AbstractInsnNode> sources = frame.getStack(frame.getStackSize() - arguments).insns;
        if (sources.size() != 1 || !(sources.iterator().next() instanceof LdcInsnNode load)) return null;
        return load.cst instanceof String text ? text : null;
    }

    private void printConstants(String name, ClassNode type) {
        Set<String> texts = new TreeSet<>(Set.of(name));
        for (FieldNode field : type.fields) if (field.value instanceof String text) texts.add(text);
        for (MethodNode method : type.methods) {
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LdcInsnNode load && load.cst instanceof String text) texts.add(text);
                // Since Java 9 the constant parts of a concatenation stand in the recipe of its call.
                if (instruction instanceof InvokeDynamicInsnNode call) {
                    for (Object argument : call.bsmArgs) if (argument instanceof String text) texts.add(text);
                }
            }
        }
        for (String text : texts) print("constant", text.replaceAll("\\s", " "), name);
    }

    private void print(String... parts) {
        out.println(String.join("\t", parts));
    }
}
