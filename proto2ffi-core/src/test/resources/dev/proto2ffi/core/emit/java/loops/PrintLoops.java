import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prints a program with a loop for each accessor of each generated class: {@code Loops.java}. What is left out must
 * allocate by its type: what makes a String, an array, a snapshot or a collection, takes an allocator, or does something
 * with the struct as a whole. Static accessors are what those of the view call.
 */
final class PrintLoops {
    /** Values of parameters, by type. A loop of its own for each value would tell no more. */
    private static final Map<Class<?>, String> VALUES = Map.of(
            boolean.class, "true",
            int.class, "0",
            long.class, "0L",
            float.class, "1f",
            double.class, "1d",
            MemorySegment.class, "part");

    /** Members that each class has, and which work on the whole struct by its description. */
    private static final Set<String> WHOLE =
            Set.of("at", "allocate", "allocateArray", "contentEquals", "copyFrom", "from", "structType", "toSnapshot", "toString");

    private PrintLoops() {}

    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        StringBuilder loops = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Class<?> owner : structs(Path.of(arguments[0]))) {
            Method[] methods = owner.getDeclaredMethods();
            Arrays.sort(methods, Comparator.comparing(Method::toString));
            for (Method method : methods) {
                String call = call(owner, method);
                if (call != null) {
                    loops.append(loop(owner, "loop" + names.size(), method, call));
                    names.add(owner.getSimpleName() + "." + method.getName());
                }
            }
        }
        StringBuilder program = new StringBuilder("final class Loops {\n    static final String[] NAMES = {\n");
        names.forEach(name -> program.append("        \"").append(name).append("\",\n"));
        program.append("    };\n    static long run(int loop) {\n        return switch (loop) {\n");
        for (int i = 0; i < names.size(); i++) {
            program.append("            case ").append(i).append(" -> loop").append(i).append("();\n");
        }
        program.append("            default -> 0;\n        };\n    }\n").append(loops).append("}\n");
        Files.writeString(Path.of(arguments[1]), program);
    }

    private static List<Class<?>> structs(Path classes) throws IOException, ReflectiveOperationException {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("every"))) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString();
                if (name.endsWith(".class")) {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - 6).replace('/', '.').replace('\\', '.'));
                    if (Struct.class.isAssignableFrom(type)) {
                        found.add(type);
                    }
                }
            }
        }
        return found;
    }

    /** The call of a method on the struct {@code s}, null for one that is left out. */
    private static String call(Class<?> owner, Method method) {
        int modifiers = method.getModifiers();
        if (!Modifier.isPublic(modifiers) || Modifier.isStatic(modifiers) || method.isSynthetic() || WHOLE.contains(method.getName())) {
            return null;
        }
        Class<?> result = method.getReturnType();
        boolean allocates = result == String.class
                || result.isArray()
                || result == List.class
                || !Struct.class.isAssignableFrom(result) && !result.isEnum() && result.getName().startsWith("every.")
                || result.getName().startsWith("java.time");
        if (allocates || result == java.util.Optional.class) {
            return null;
        }
        StringBuilder call = new StringBuilder("s.");
        call.append(method.getName()).append('(');
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            String value = value(types[i]);
            if (value == null) {
                return null;
            }
            call.append(i == 0 ? "" : ", ").append(value);
        }
        return call.append(')').toString();
    }

    private static String value(Class<?> type) {
        if (VALUES.containsKey(type)) {
            return VALUES.get(type);
        }
        if (type.isArray() && type.getComponentType().isPrimitive()) {
            return "values";
        }
        if (type.isEnum()) {
            return type.getCanonicalName() + ".forNumber(0)";
        }
        if (SegmentAllocator.class.isAssignableFrom(type) || !Struct.class.isAssignableFrom(type)) {
            return null;
        }
        return "source";
    }

    private static String loop(Class<?> owner, String name, Method method, String call) {
        Class<?> result = method.getReturnType();
        String type = owner.getCanonicalName();
        String use;
        if (result == void.class) {
            use = call + ";\n            sum++";
        } else if (result == boolean.class) {
            use = "sum += " + call + " ? 1 : 2";
        } else if (result == float.class || result == double.class) {
            use = "sum += (long) " + call;
        } else if (result.isPrimitive()) {
            use = "sum += " + call;
        } else if (result == MemorySegment.class) {
            use = "sum += " + call + ".byteSize() + 1";
        } else if (result == StructArray.class) {
            use = "sum += " + call + ".length() + 1";
        } else if (result.isEnum()) {
            use = "sum += " + call + ".ordinal() + 1";
        } else {
            use = "sum += " + call + ".structAddress()";
        }
        return """
                    /** %s. */
                    static long %s() {
                        var array = Filled.array(%s.TYPE, "%s");
                        %s
                        long sum = 0;
                        for (%s s : array) {
                            %s;
                        }
                        return sum;
                    }
                """.formatted(method.getName(), name, type, method.getName(), locals(type, method), type, use);
    }

    /** The locals that the call takes besides the struct. */
    private static String locals(String type, Method method) {
        StringBuilder locals = new StringBuilder();
        String field = type + ".TYPE, \"" + method.getName() + "\"";
        for (Class<?> parameter : method.getParameterTypes()) {
            String value = String.valueOf(value(parameter));
            if (value.equals("source")) {
                locals.append("var source = Filled.array(" + parameter.getCanonicalName() + ".TYPE, \"\").get(0);");
            } else if (value.equals("values")) {
                String element = parameter.getComponentType().getName();
                locals.append("var values = new " + element + "[Filled.length(" + field + ")];");
            } else if (value.equals("part")) {
                locals.append("var part = Filled.part(" + field + ");");
            }
        }
        return locals.toString();
    }
}
