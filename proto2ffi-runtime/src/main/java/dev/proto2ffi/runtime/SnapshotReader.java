package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a struct's snapshot from memory, field by field. For generated code only.
 *
 * <p>A number is read as the box of its accessor's type, an enum as its number, bytes as {@link Bytes}, a message as its
 * snapshot, a repeated field as an unmodifiable list, a map as an unmodifiable one; what is absent as null.
 */
public final class SnapshotReader {
    private final StructView view;
    private final StructType<?> type;
    private final int depth;

    private SnapshotReader(StructView view, int depth) {
        this.view = view;
        this.type = view.structType();
        this.depth = depth;
    }

    /**
     * The snapshot of a struct.
     *
     * @param snapshot the class of its snapshot
     * @throws CorruptStructException if a stored size, count or pointer can't be one
     * @throws IllegalStateException if messages are nested more than 100 deep
     */
    public static <S> S read(StructView view, Class<S> snapshot) {
        return snapshot.cast(view.structSnapshot(new SnapshotReader(view, 1)));
    }

    /**
     * The value of a field, null if it is absent. The caller's type of it is trusted.
     *
     * @param index of the field among those of the type
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // generated from the same schema as the fields
    public <V> V value(int index) {
        return (V) read(type.fields().get(index));
    }

    /**
     * The number of the field that a oneof holds, 0 for none.
     *
     * @param index of a field of the oneof among those of the type
     */
    public int oneof(int index) {
        return Elements.storedCase(type.fields().get(index), Access.base(view.segment), view.address);
    }

    private @Nullable Object read(StructField field) {
        MemorySegment base = Access.base(view.segment);
        if (!Elements.isPresent(field, base, view.address)) {
            return null;
        }
        if (field.isMap()) {
            return map(field, new MapEntries(field, view.segment, view.address));
        }
        MemorySegment segment = Elements.memory(field, view.segment);
        long first = Elements.first(field, base, view.address);
        if (field.shape() == StructField.Shape.SINGULAR) {
            return element(field, segment, first);
        }
        Object[] elements = new Object[Elements.count(field, base, view.address)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = element(field, segment, first + i * field.elementSize());
        }
        return List.of(elements);
    }

    private Map<Object, @Nullable Object> map(StructField field, MapEntries entries) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        MemorySegment segment = Elements.memory(field, view.segment);
        StructField value = entries.value();
        for (int i = entries.next(-1); i >= 0; i = entries.next(i)) {
            long at = entries.entry(i);
            Object key = element(entries.key(), segment, at + entries.key().offset());
            boolean present = Elements.isPresent(value, Access.base(segment), at);
            map.put(key, present ? element(value, segment, at + value.offset()) : null);
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * @param segment as views hold it
     * @param at as {@link StructView#address}
     */
    private Object element(StructField field, MemorySegment segment, long at) {
        MemorySegment base = Access.base(segment);
        return switch (field.kind()) {
            case BOOL -> Integers.get(field, base, at) != 0;
            case INT, UINT, ENUM -> integer(field, Integers.get(field, base, at));
            case FLOAT -> floating(field, base, at);
            case STRING, UNBOUNDED_STRING -> new String(bytes(field, base, at), StandardCharsets.UTF_8);
            case BYTES, FIXED_BYTES, UNBOUNDED_BYTES -> Bytes.adopt(bytes(field, base, at));
            case MESSAGE -> message(field.message(), segment, at);
            case MESSAGE_POINTER -> message(field.message(), Pointers.memory(), Elements.pointer(field, base, at));
        };
    }

    private static Object integer(StructField field, long value) {
        if (field.isLong()) {
            return value;
        }
        return (int) value;
    }

    private static Object floating(StructField field, MemorySegment base, long at) {
        if (field.elementSize() == Float.BYTES) {
            return base.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
        }
        return base.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    private static byte[] bytes(StructField field, MemorySegment base, long at) {
        return ByteFields.copy(field, base, at, Integer.MAX_VALUE);
    }

    private Object message(StructType<?> message, MemorySegment segment, long address) {
        int below = Depth.below(depth, message.name());
        StructView inner = (StructView) message.view(segment, address);
        return inner.structSnapshot(new SnapshotReader(inner, below));
    }
}
