import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Reads which options a file system plugin declares, and as what its classes read them: no class is loaded.
 *
 *     java -cp asm.jar:asm-tree.jar:asm-analysis.jar FileSystems.java FACTORY PREFIX JAR
 *
 * FACTORY is the class that hands Flink's options on, PREFIX begins the names below which it hands them on.
 * Prints one fact a line, its parts parted by tabs:
 *     prefix TEXT           Flink's options that begin so are handed on
 *     mirror FROM TO        what is set as FROM is read as TO, too
 *     declared KEY          a constant, a property, or one of Hadoop's defaults, of that name
 *     read KEY KIND         a configuration is asked for it. The kinds are those of KINDS below, and `enum:A,B`
 */
class FileSystems {
    private static final Map<String, String> KINDS = Map.of(
            "getBoolean", "boolean", "getInt", "integer", "getLong", "long", "getLongBytes", "hadoopSize", "getFloat", "float",
            "getDouble", "double", "getTimeDuration", "hadoopDuration", "getEnum", "enum");
    private static final String PROPERTY = "HadoopConfigurationProperty";

    private final Map<String, ClassNode> classes = new HashMap<>();
    private final Map<MethodNode, Frame<SourceValue>[]> analyzed = new HashMap<>();
    /** As what a method reads a name that it is given, by the method and the place among its parameters. */
    private final Map<String, String> helpers = new HashMap<>();
    /** The keys of properties, by the fields that hold them. */
    private final Map<String, List<String>> properties = new HashMap<>();
    private final Set<String> facts = new TreeSet<>();
    private final String prefix;

    FileSystems(String prefix) {
        this.prefix = prefix;
    }

    public static void main(String[] args) throws Exception {
        FileSystems systems = new FileSystems(args[1]);
        systems.load(args[2]);
        systems.readFactory(systems.classes.get(args[0].replace('.', '/')));
        systems.readDeclarations();
        while (systems.findHelpers()) continue;
        for (ClassNode type : systems.classes.values()) for (MethodNode method : type.methods) systems.readCalls(type, method);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        systems.facts.forEach(out::println);
        out.flush();
    }

    /** The classes that name a key, or belong to a file system or its configuration. */
    private void load(String path) throws Exception {
        try (JarFile jar = new JarFile(path)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                boolean isDefaults = name.equals("core-default.xml");
                if (!isDefaults && (!name.endsWith(".class") || name.startsWith("META-INF/"))) continue;
                byte[] bytes;
                try (InputStream in = jar.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                if (isDefaults) {
                    readDefaults(new String(bytes, StandardCharsets.UTF_8));
                    continue;
                }
                boolean ofFileSystem = name.matches(".*(/hadoop/fs/(s3a|azure|azurebfs|aliyun)/|presto/hive/s3/|google/cloud/hadoop/|/flink/fs/).*");
                if (!ofFileSystem && !new String(bytes, StandardCharsets.ISO_8859_1).contains(prefix)) continue;
                ClassNode type = new ClassNode();
                new ClassReader(bytes).accept(type, ClassReader.SKIP_DEBUG);
                classes.put(type.name, type);
            }
        }
    }

    /** Hadoop's own file of defaults names some options that no constant does. */
    private void readDefaults(String text) {
        Matcher names = Pattern.compile("<name>\\s*([^<\\s]*)\\s*</name>").matcher(text);
        while (names.find()) if (isKey(names.group(1))) facts.add("declared\t" + names.group(1));
    }

    /** The prefixes and the mirrored keys stand in two arrays, which are filled while the class is set up. */
    private void readFactory(ClassNode factory) {
        List<String> texts = new ArrayList<>();
        for (MethodNode method : factory.methods) {
            if (!method.name.equals("<clinit>")) continue;
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LdcInsnNode load && load.cst instanceof String text) texts.add(text);
                if (!(instruction instanceof FieldInsnNode field) || field.getOpcode() != Opcodes.PUTSTATIC) continue;
                if (field.desc.equals("[Ljava/lang/String;")) texts.forEach(text -> facts.add("prefix\t" + text));
                if (field.desc.equals("[[Ljava/lang/String;")) {
                    for (int i = 0; i + 1 < texts.size(); i += 2) facts.add("mirror\t" + texts.get(i) + "\t" + texts.get(i + 1));
                }
                texts.clear();
            }
        }
    }

    private void readDeclarations() {
        for (ClassNode type : classes.values()) {
            for (FieldNode field : type.fields) {
                if (field.value instanceof String text && isKey(text)) facts.add("declared\t" + text);
                if (field.visibleAnnotations != null) field.visibleAnnotations.forEach(this::readAnnotation);
            }
            type.methods.stream().filter(method -> method.name.equals("<clinit>")).forEach(this::readProperties);
        }
    }

    private boolean isKey(String text) {
        return text.startsWith(prefix) && text.length() > prefix.length() && text.matches("[\\w.-]+");
    }

    /** Azure's options are fields with an annotation that names the key and says the type in its own name. */
    private void readAnnotation(AnnotationNode annotation) {
        String name = annotation.desc.replaceAll(".*[/$]", "");
        String kind = List.of("Boolean", "Integer", "Long").stream().filter(name::startsWith).findFirst().orElse("String").toLowerCase();
        for (Object value : annotation.values == null ? List.of() : annotation.values) {
            if (value instanceof String text && isKey(text)) facts.add("read\t" + text + "\t" + kind);
        }
    }

    /** Google's options are properties, made of a key, which may lack its beginning, a default and older keys. */
    private void readProperties(MethodNode method) {
        List<String> keys = new ArrayList<>();
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof TypeInsnNode made && made.getOpcode() == Opcodes.NEW && made.desc.endsWith(PROPERTY)) keys = new ArrayList<>();
            if (instruction instanceof LdcInsnNode load && load.cst instanceof String text) {
                String key = text.startsWith(".") ? prefix + text.substring(1) : text;
                if (isKey(key)) keys.add(key);
            }
            if (!(instruction instanceof FieldInsnNode field) || field.getOpcode() != Opcodes.PUTSTATIC) continue;
            if (field.desc.endsWith(PROPERTY + ";")) {
                properties.put(field.owner + "." + field.name, keys);
                keys.forEach(key -> facts.add("declared\t" + key));
            }
            keys = new ArrayList<>();
        }
    }

    /** Finds methods that read a name which they are given, until none is left that calls another one. */
    private boolean findHelpers() throws AnalyzerException {
        int before = helpers.size();
        for (ClassNode type : classes.values()) {
            for (MethodNode method : type.methods) {
                for (int i = 0; i < method.instructions.size(); i++) {
                    if (!(method.instructions.get(i) instanceof MethodInsnNode call)) continue;
                    for (int n = 0; n < Type.getArgumentTypes(call.desc).length; n++) {
                        String kind = kindOf(call, n);
                        if (kind == null) continue;
                        int parameter = parameter(method, source(type, method, i, call, n));
                        if (parameter >= 0) helpers.merge(type.name + "." + method.name + method.desc + parameter, kind, FileSystems::stronger);
                    }
                }
            }
        }
        return helpers.size() > before;
    }

    private static String stronger(String one, String other) {
        return one.equals("string") ? other : one;
    }

    /** As what a call reads its argument, when that is the name of an option. */
    private String kindOf(MethodInsnNode call, int argument) {
        boolean configuration = call.owner.endsWith("/hadoop/conf/Configuration") && call.name.startsWith("get");
        if (configuration && argument == 0 && call.desc.startsWith("(Ljava/lang/String;")) return KINDS.getOrDefault(call.name, "string");
        return helpers.get(call.owner + "." + call.name + call.desc + argument);
    }

    /** The place of a parameter that a value is, or -1. */
    private static int parameter(MethodNode method, AbstractInsnNode source) {
        if (!(source instanceof VarInsnNode variable)) return -1;
        int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
        Type[] types = Type.getArgumentTypes(method.desc);
        for (int n = 0; n < types.length; slot += types[n++].getSize()) {
            if (slot == variable.var && types[n].getDescriptor().equals("Ljava/lang/String;")) return n;
        }
        return -1;
    }

    private void readCalls(ClassNode type, MethodNode method) throws AnalyzerException {
        for (int i = 0; i < method.instructions.size(); i++) {
            if (!(method.instructions.get(i) instanceof MethodInsnNode call)) continue;
            if (call.owner.endsWith(PROPERTY) && call.getOpcode() == Opcodes.INVOKEVIRTUAL) readProperty(type, method, i, call);
            for (int n = 0; n < Type.getArgumentTypes(call.desc).length; n++) {
                String kind = kindOf(call, n);
                if (kind != null && source(type, method, i, call, n) instanceof LdcInsnNode load && load.cst instanceof String text && isKey(text)) {
                    facts.add("read\t" + text + "\t" + (kind.equals("enum") ? wordsOf(type, method, i, call) : kind.equals("string") ? parsed(type, method, call) : kind));
                }
            }
        }
    }

    /** `PROPERTY.get(configuration, configuration::getLong)`. */
    private void readProperty(ClassNode type, MethodNode method, int at, MethodInsnNode call) throws AnalyzerException {
        int arguments = Type.getArgumentTypes(call.desc).length;
        if (!(source(type, method, at, call, -1) instanceof FieldInsnNode field)) return;
        AbstractInsnNode last = arguments == 0 ? null : source(type, method, at, call, arguments - 1);
        String getter = last instanceof InvokeDynamicInsnNode made && made.bsmArgs.length > 1 && made.bsmArgs[1] instanceof Handle handle ? handle.getName() : "";
        String kind = KINDS.getOrDefault(getter, "string");
        if (kind.equals("enum")) kind = wordsOf(field);
        for (String key : properties.getOrDefault(field.owner + "." + field.name, List.of())) facts.add("read\t" + key + "\t" + kind);
    }

    /** The words that an enumeration has of which one is an argument. */
    private String wordsOf(ClassNode type, MethodNode method, int at, MethodInsnNode call) throws AnalyzerException {
        for (int n = 0; n < Type.getArgumentTypes(call.desc).length; n++) {
            if (source(type, method, at, call, n) instanceof FieldInsnNode field && classes.containsKey(field.owner)) return words(field.owner);
        }
        return "string";
    }

    /** The words of the enumeration that a property is declared for. */
    private String wordsOf(FieldInsnNode property) {
        for (FieldNode field : classes.get(property.owner).fields) {
            if (field.name.equals(property.name) && field.signature != null) return words(field.signature.replaceAll(".*<L(.*);>;", "$1"));
        }
        return "string";
    }

    private String words(String name) {
        List<FieldNode> fields = classes.containsKey(name) ? classes.get(name).fields : List.of();
        String words = fields.stream().filter(field -> (field.access & Opcodes.ACC_ENUM) != 0).map(field -> field.name).collect(Collectors.joining(","));
        return words.isEmpty() ? "string" : "enum:" + words;
    }

    /** As what a text that was read is parsed afterwards. */
    private String parsed(ClassNode type, MethodNode method, MethodInsnNode read) throws AnalyzerException {
        for (int i = 0; i < method.instructions.size(); i++) {
            if (!(method.instructions.get(i) instanceof MethodInsnNode call) || !call.name.equals("valueOf") || !call.desc.startsWith("(Ljava/lang/String;)")) continue;
            if (source(type, method, i, call, 0) != read) continue;
            if (call.owner.endsWith("/units/Duration")) return "airliftDuration";
            if (call.owner.endsWith("/units/DataSize")) return "airliftSize";
            return words(call.owner);
        }
        return "string";
    }

    /** The instruction that an argument of a call comes from, or its receiver for -1; null when there are several. */
    private AbstractInsnNode source(ClassNode type, MethodNode method, int at, MethodInsnNode call, int argument) throws AnalyzerException {
        Frame<SourceValue>[] frames = analyzed.get(method);
        if (frames == null) analyzed.put(method, frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, method));
        if (frames[at] == null) return null; // unreachable
        Set<AbstractInsnNode> sources = frames[at].getStack(frames[at].getStackSize() - Type.getArgumentTypes(call.desc).length + argument).insns;
        return sources.size() == 1 ? sources.iterator().next() : null;
    }
}
