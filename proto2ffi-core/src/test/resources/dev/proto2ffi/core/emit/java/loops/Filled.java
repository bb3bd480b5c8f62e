import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructArray;
import dev.proto2ffi.runtime.StructField;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Arrays of structs in which every field has something: an element, a string, a message behind its pointer. */
final class Filled {
    /** Elements of an array. */
    static final int LENGTH = 1_000;

    /** What pointers point to: zeroes, enough of them for any struct. */
    private static final MemorySegment TARGET = Arena.global().allocate(1 << 12, 1 << 12);

    private static final Map<String, Filled> MADE = new HashMap<>();

    private final StructArray<?> array;
    private final MemorySegment template;

    private Filled(StructType<?> type, String method) {
        array = type.allocateArray(Arena.global(), LENGTH);
        template = Arena.global().allocate(array.segment().byteSize(), type.alignment());
        for (long i = 0; i < LENGTH; i++) {
            fill(type, method, template.asSlice(i * type.size(), type.size()));
        }
    }

    /**
     * An array whose oneofs hold the field that a method is about; it is filled anew each time.
     *
     * @param method name of an accessor
     */
    @SuppressWarnings("unchecked")
    static <T extends Struct> StructArray<T> array(StructType<T> type, String method) {
        Filled filled = MADE.computeIfAbsent(type.name() + "." + method, key -> new Filled(type, method));
        MemorySegment.copy(filled.template, 0, filled.array.segment(), 0, filled.template.byteSize());
        return (StructArray<T>) filled.array;
    }

    /** How many values the field of a method takes at once: as many as it has for one of fixed length, else one. */
    static int length(StructType<?> type, String method) {
        StructField field = named(type, null, method);
        if (field != null && field.shape() == StructField.Shape.FIXED_COUNT) {
            return field.capacity();
        }
        return field != null && field.kind() == StructField.Kind.FIXED_BYTES ? field.bound() : 1;
    }

    /** Bytes that the field of a method takes. */
    static MemorySegment part(StructType<?> type, String method) {
        return TARGET.asSlice(0, length(type, method));
    }

    private static void fill(StructType<?> type, String method, MemorySegment struct) {
        if (type.layout().memberLayouts().get(0).name().orElse("").equals("p2f_has")) {
            struct.set(ValueLayout.JAVA_INT_UNALIGNED, 0, -1);
        }
        for (StructField field : type.fields()) {
            if (field.oneof() == null || field.equals(meant(type, field.oneof(), method))) {
                fill(field, struct);
            }
        }
    }

    private static void fill(StructField field, MemorySegment struct) {
        if (field.oneof() != null) {
            struct.set(ValueLayout.JAVA_INT_UNALIGNED, field.caseOffset(), field.number());
        }
        if (field.shape() == StructField.Shape.REPEATED) {
            struct.set(ValueLayout.JAVA_INT_UNALIGNED, field.countOffset(), 1);
        }
        boolean isSpan = field.shape() == StructField.Shape.UNBOUNDED
                || field.shape() == StructField.Shape.SINGULAR
                        && (field.kind() == StructField.Kind.UNBOUNDED_STRING
                                || field.kind() == StructField.Kind.UNBOUNDED_BYTES);
        if (isSpan || field.kind() == StructField.Kind.MESSAGE_POINTER) {
            struct.set(ValueLayout.JAVA_LONG_UNALIGNED, field.offset(), TARGET.address());
        }
        if (isSpan) {
            struct.set(ValueLayout.JAVA_LONG_UNALIGNED, field.offset() + Long.BYTES, 1);
        }
    }

    /** The member of a oneof that a method is about, the last one where it is about none. */
    private static StructField meant(StructType<?> type, String oneof, String method) {
        StructField named = named(type, oneof, method);
        if (named != null) {
            return named;
        }
        return type.fields().stream()
                .filter(field -> oneof.equals(field.oneof()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The field, of any or of a certain oneof, whose name the method's begins with; null where there is none. */
    private static StructField named(StructType<?> type, String oneof, String method) {
        String stem = method.replaceFirst("^(has|clear|init|add|allocate|compareAndSet|getAndAdd)(?=[A-Z])", "");
        StructField named = null;
        int length = 0;
        for (StructField field : type.fields()) {
            String name = field.name().replace("_", "").toLowerCase(Locale.ROOT);
            boolean isCandidate = oneof == null || oneof.equals(field.oneof());
            if (isCandidate && name.length() > length && stem.toLowerCase(Locale.ROOT).startsWith(name)) {
                named = field;
                length = name.length();
            }
        }
        return named;
    }
}
