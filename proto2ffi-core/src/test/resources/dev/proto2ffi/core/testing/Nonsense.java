import dev.proto2ffi.runtime.Access;
import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.PaddingLayout;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.UnionLayout;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Calls every method of every generated class over memory that holds nonsense. Each call must answer, or throw what the
 * documentation names, and no byte outside the struct may change or be asked for.
 */
final class Nonsense {
    private static final int MARGIN = 64;
    private static final byte GUARD = 0x5a;
    private static final int[] INDICES = {0, 1, -1, 8, Integer.MAX_VALUE, Integer.MIN_VALUE};

    private final StructType<?> type;
    private final Random random;
    private final MemorySegment whole;
    private final MemorySegment memory;
    private final Struct view;
    private final Struct other;
    private int pattern;

    private static long calls;
    private static long refusals;

    private Nonsense(Class<? extends Struct> owner, Random random, Arena arena) throws ReflectiveOperationException {
        this.type = (StructType<?>) owner.getField("TYPE").get(null);
        this.random = random;
        long align = Math.max(MARGIN, type.alignment());
        this.whole = arena.allocate(type.size() + 2 * align, align);
        this.memory = whole.asSlice(align, type.size());
        this.view = type.at(memory, 0);
        MemorySegment more = arena.allocate(type.size(), align).fill((byte) 0x81);
        clearPointers(type.layout(), more, 0);
        this.other = type.at(more, 0);
    }

    public static void main(String[] arguments) throws ReflectiveOperationException, java.io.IOException {
        for (Class<? extends Struct> owner : PrintLayouts.structs(Path.of(arguments[0]))) {
            try (Arena arena = Arena.ofConfined()) {
                Nonsense nonsense = new Nonsense(owner, new Random(owner.getName().hashCode()), arena);
                for (Method method : owner.getMethods()) {
                    for (int i = 0; i < 2 * INDICES.length && method.getDeclaringClass() == owner; i++) {
                        nonsense.pattern = i;
                        nonsense.call(method, INDICES[i % INDICES.length]);
                    }
                }
            }
        }
        if (calls == 0) {
            throw new AssertionError("this tested nothing");
        }
        System.out.println(calls + " calls, " + refusals + " refusals");
    }

    private void call(Method method, int index) throws ReflectiveOperationException {
        Object[] values = arguments(method, index);
        if (values == null) {
            return;
        }
        whole.fill(GUARD);
        fill(memory);
        calls++;
        try {
            look(method.invoke(Modifier.isStatic(method.getModifiers()) ? null : view, values));
        } catch (InvocationTargetException e) {
            judge(method, e.getCause());
        } catch (RuntimeException e) {
            judge(method, e);
        }
        for (long i = 0; i < MARGIN; i++) {
            if (whole.get(ValueLayout.JAVA_BYTE, i) != GUARD
                    || whole.get(ValueLayout.JAVA_BYTE, whole.byteSize() - 1 - i) != GUARD) {
                throw new AssertionError(method + " wrote beyond the struct");
            }
        }
    }

    private void fill(MemorySegment target) {
        switch (pattern % 4) {
            case 0 -> target.fill((byte) 0xff);
            case 1 -> target.fill((byte) 2);
            case 2 -> target.fill((byte) 0);
            default -> {
                for (long i = 0; i < target.byteSize(); i++) {
                    target.set(ValueLayout.JAVA_BYTE, i, (byte) (random.nextInt(3) == 0 ? 0 : random.nextInt()));
                }
            }
        }
        clearPointers(type.layout(), target, 0);
    }

    /** Pointers are trusted, but for NULL with whatever length there is. */
    private static void clearPointers(MemoryLayout layout, MemorySegment target, long offset) {
        if (layout instanceof AddressLayout) {
            target.set(ValueLayout.ADDRESS_UNALIGNED, offset, MemorySegment.NULL);
        } else if (layout instanceof SequenceLayout array) {
            for (long i = 0; i < array.elementCount(); i++) {
                MemoryLayout element = array.elementLayout();
                clearPointers(element, target, offset + i * element.byteSize());
            }
        } else if (layout instanceof GroupLayout group) {
            long at = offset;
            for (MemoryLayout member : group.memberLayouts()) {
                if (!(member instanceof PaddingLayout)) {
                    clearPointers(member, target, at);
                }
                at += group instanceof UnionLayout ? 0 : member.byteSize();
            }
        }
    }

    /** Memory for a reasonable wish. */
    private static MemorySegment allocate(long size, long alignment) {
        if (size > 1 << 20) {
            throw new IllegalArgumentException("no room");
        }
        return Arena.ofAuto().allocate(size, alignment);
    }

    /** Arguments for a method, null for one that isn't about this memory. */
    private Object[] arguments(Method method, int index) {
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[types.length];
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        if (isStatic && (types.length < 2 || types[0] != MemorySegment.class || types[1] != long.class)) {
            return null;
        }
        for (int i = 0; i < types.length; i++) {
            Class<?> parameter = types[i];
            if (parameter == MemorySegment.class) {
                values[i] = isStatic && i == 0 ? memory : MemorySegment.ofArray(new byte[Math.abs(index % 5)]);
            } else if (parameter == long.class) {
                values[i] = isStatic && i == 1 ? 0L : (long) index;
            } else if (parameter == int.class) {
                values[i] = index;
            } else if (parameter == boolean.class) {
                values[i] = true;
            } else if (parameter == float.class) {
                values[i] = 1.5f;
            } else if (parameter == double.class) {
                values[i] = 1.5;
            } else if (parameter == String.class) {
                values[i] = "\u00e9".repeat(Math.abs(index % 7));
            } else if (parameter.isArray()) {
                values[i] = java.lang.reflect.Array.newInstance(parameter.getComponentType(), Math.abs(index % 7));
            } else if (parameter.isEnum()) {
                values[i] = parameter.getEnumConstants()[0];
            } else if (parameter.isInstance(other)) {
                values[i] = other;
            } else if (parameter == SegmentAllocator.class) {
                values[i] = (SegmentAllocator) Nonsense::allocate;
            } else if (Struct.class.isAssignableFrom(parameter)) {
                values[i] = another(parameter);
            } else {
                return null;
            }
        }
        return values;
    }

    private static Object another(Class<?> struct) {
        try {
            return ((StructType<?>) struct.getField("TYPE").get(null)).allocate(Arena.ofAuto());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads what came back, as a user would. */
    private void look(Object result) {
        if (result instanceof StructArray<?> array) {
            array.forEach(Object::toString);
        } else if (result instanceof List<?> list) {
            list.forEach(String::valueOf);
        } else if (result instanceof MemorySegment part) {
            if (part.byteSize() > type.size()) {
                throw new AssertionError("a part is larger than the whole");
            }
            part.toArray(ValueLayout.JAVA_BYTE);
        } else {
            String.valueOf(result);
        }
    }

    private static void judge(Method method, Throwable failure) {
        boolean isOutside = failure instanceof IndexOutOfBoundsException
                && String.valueOf(failure.getMessage()).startsWith("Out of bound access");
        boolean isNamed = failure instanceof CorruptStructException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException && failure.getMessage() != null;
        if (isOutside || !isNamed) {
            throw new AssertionError(method + (Access.RAW ? " in raw mode" : ""), failure);
        }
        refusals++;
    }
}
