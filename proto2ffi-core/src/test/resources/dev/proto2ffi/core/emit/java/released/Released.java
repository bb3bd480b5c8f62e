import dev.proto2ffi.runtime.LeaseException;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructCursor;
import dev.proto2ffi.runtime.StructMap;
import dev.proto2ffi.runtime.StructPool;
import dev.proto2ffi.runtime.StructType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/**
 * Takes each struct of a package from a pool, writes all that its methods can write, keeps all that can be derived from
 * it, and gives it back. Then it calls every method of everything that it kept: each must throw that the struct was given
 * back, or give something whose methods do.
 */
public final class Released {
    private static final int DEPTH = 4;

    /** Those that touch no memory. */
    private static final Set<String> TOUCH_NOTHING = Set.of(
            "structType",
            "StructArray.length",
            "StructArray.toString",
            "StructCursor.index",
            "StructCursor.next",
            "StructCursor.reset",
            "StructSpliterator.characteristics",
            "StructSpliterator.estimateSize",
            "StructSpliterator.forEachRemaining",
            "StructSpliterator.getExactSizeIfKnown",
            "StructSpliterator.hasCharacteristics",
            "StructSpliterator.tryAdvance",
            "StructSpliterator.trySplit",
            "hasNext",
            "Nothing.toSnapshot");

    private final Arena arena;
    private final Set<String> found = new TreeSet<>();
    private final Set<String> missed = new TreeSet<>();

    private Released(Arena arena) {
        this.arena = arena;
    }

    /**
     * The program.
     *
     * @param arguments the folder of the classes, and their package
     * @throws Exception if a class can't be loaded
     */
    public static void main(String[] arguments) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            Released check = new Released(arena);
            int structs = 0;
            for (Class<?> type : structs(Path.of(arguments[0]), arguments[1])) {
                check.check((StructType<?>) type.getField("TYPE").get(null));
                structs++;
            }
            check.missed.forEach(method -> System.out.println("missed: " + method));
            System.out.println(structs + " structs, " + check.found.size() + " methods find it, " + check.missed.size()
                    + " miss it");
        }
    }

    private static List<Class<?>> structs(Path folder, String name) throws IOException, ClassNotFoundException {
        List<Class<?>> structs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(name.replace('.', '/')))) {
            for (Path file : files.sorted().toList()) {
                String simple = file.getFileName().toString();
                if (simple.endsWith(".class") && !simple.contains("$")) {
                    Class<?> type = Class.forName(name + "." + simple.substring(0, simple.length() - 6));
                    if (Struct.class.isAssignableFrom(type)) {
                        structs.add(type);
                    }
                }
            }
        }
        return structs;
    }

    private <T extends Struct> void check(StructType<T> type) {
        StructPool<T> pool =
                StructPool.builder(type).capacity(1).childBytes(4096).build();
        List<Object> kept = new ArrayList<>();
        T struct = pool.acquire();
        SegmentAllocator child = pool.allocator(struct);
        for (int pass = 0; pass < 2; pass++) { // what was written in the first lets the second derive more
            derive(struct, child, kept, DEPTH);
        }
        pool.release(struct);
        kept.add(struct);
        for (Object each : kept) {
            use(each, DEPTH);
        }
        pool.close();
    }

    /** Calls all methods and keeps what they give. */
    private void derive(Object object, SegmentAllocator allocator, List<Object> kept, int depth) {
        for (Method method : methods(object.getClass())) {
            Object[] arguments = arguments(method, allocator);
            if (arguments == null || method.getName().startsWith("clear") || method.getName().equals("structType")) {
                continue;
            }
            try {
                Object result = method.invoke(object, arguments);
                if (result instanceof StructCursor<?> cursor) {
                    cursor.next();
                }
                if (isDerived(result) && result != object) {
                    kept.add(result);
                    if (depth > 1 && kept.size() < 400) {
                        derive(result, allocator, kept, depth - 1);
                    }
                }
            } catch (InvocationTargetException e) {
                continue; // another case of a oneof, or an index beyond the end
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void use(Object object, int depth) {
        if (object instanceof MemorySegment segment) {
            read(segment);
            return;
        }
        for (Method method : methods(object.getClass())) {
            Object[] arguments = arguments(method, arena);
            String simple = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            if (arguments == null || TOUCH_NOTHING.contains(simple) || TOUCH_NOTHING.contains(method.getName())) {
                continue;
            }
            String name = method.getDeclaringClass().getName() + "." + method.getName()
                    + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
            try {
                Object result = method.invoke(object, arguments);
                if (isDerived(result)) {
                    if (depth > 1 && result != object) {
                        use(result, depth - 1);
                    }
                } else {
                    missed.add(name + " gives " + result);
                }
            } catch (InvocationTargetException e) {
                judge(name, e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void judge(String name, Throwable thrown) {
        if (thrown instanceof LeaseException lease && lease.kind() == LeaseException.Kind.USE_AFTER_RELEASE) {
            found.add(name);
        } else if (!(thrown instanceof IndexOutOfBoundsException) && !(thrown instanceof NoSuchElementException)) {
            missed.add(name + " throws " + thrown); // those two: of arrays without elements, which never get to memory
        }
    }

    private void read(MemorySegment segment) {
        try {
            segment.copyFrom(segment);
            if (segment.byteSize() > 0) {
                segment.get(ValueLayout.JAVA_BYTE, 0);
                missed.add("a segment of " + segment.byteSize() + " bytes");
            }
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).contains("closed")) {
                throw e;
            }
        }
    }

    private static boolean isDerived(Object result) {
        return result instanceof Struct
                || result instanceof StructArray<?>
                || result instanceof StructMap
                || result instanceof StructCursor<?>
                || result instanceof Iterator<?>
                || result instanceof BaseStream<?, ?>
                || result instanceof java.util.Spliterator<?>
                || result instanceof List<?>
                || result instanceof MemorySegment segment && segment.isNative();
    }

    /** The public methods that may be called by reflection, in a fixed order. */
    private static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getMethods()) {
                boolean isOurs = !method.getDeclaringClass().getName().startsWith("java.");
                if (isOurs && !Modifier.isStatic(method.getModifiers()) && method.trySetAccessible()) {
                    methods.add(method);
                }
            }
        }
        methods.sort(Comparator.comparing(Method::toString));
        return methods.stream().distinct().toList();
    }

    /** Plausible arguments, or null where there are none. */
    private Object[] arguments(Method method, SegmentAllocator allocator) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            // The last number is a value or a count; those before it are indexes.
            arguments[i] = argument(types[i], allocator, i < types.length - 1 || types.length == 1 ? 0 : 1);
            if (arguments[i] == null) {
                return null;
            }
        }
        return arguments;
    }

    private Object argument(Class<?> type, SegmentAllocator allocator, int number) {
        if (type == int.class) {
            return number;
        } else if (type == long.class) {
            return (long) number;
        } else if (type == boolean.class) {
            return number == 1;
        } else if (type == float.class) {
            return 1f;
        } else if (type == double.class) {
            return 1d;
        } else if (type == String.class) {
            return "a";
        } else if (type == MemorySegment.class) {
            return arena.allocate(1);
        } else if (type == SegmentAllocator.class) {
            return allocator;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            if (!type.getComponentType().isPrimitive()) {
                Array.set(array, 0, argument(type.getComponentType(), allocator, number));
            }
            return array;
        } else if (Struct.class.isAssignableFrom(type) && type != Struct.class) {
            return type(type).allocate(allocator);
        } else if (type.isInterface() && type.isAnnotationPresent(FunctionalInterface.class)) {
            return Proxy.newProxyInstance(
                    Released.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, values) -> null);
        }
        return null;
    }

    private static StructType<?> type(Class<?> type) {
        try {
            return (StructType<?>) type.getField("TYPE").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
