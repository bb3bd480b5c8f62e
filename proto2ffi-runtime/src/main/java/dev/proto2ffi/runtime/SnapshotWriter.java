package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of a snapshot into a struct, field by field; {@link SnapshotReader} tells how values look. For
 * generated code only.
 */
public final class SnapshotWriter {
    private final StructView view;
    private final StructType<?> type;
    private final SegmentAllocator allocator;
    private final int depth;

    private SnapshotWriter(StructView view, SegmentAllocator allocator, int depth) {
        this.view = view;
        this.type = view.structType();
        this.allocator = allocator;
        this.depth = depth;
    }

    /**
     * Sets every field of a flat struct to what its snapshot says; errors as in
     * {@link #write(StructView, Object, SegmentAllocator)}.
     */
    public static void write(StructView target, Object snapshot) {
        write(target, snapshot, (size, alignment) -> {
            throw new IllegalStateException(target.structType().name() + " is flat and needs no allocator");
        });
    }

    /**
     * Sets every field of a struct to what its snapshot says.
     *
     * @param allocator of what the struct will point to
     * @throws FieldOverflowException if a value doesn't fit in its field
     * @throws IllegalArgumentException if text can't be stored, or the allocator gives heap memory
     * @throws IllegalStateException if messages are nested more than 100 deep
     *     <p>After any of these the struct is cleared.
     */
    public static void write(StructView target, Object snapshot, SegmentAllocator allocator) {
        boolean done = false;
        try {
            new SnapshotWriter(target, allocator, 1).struct(snapshot);
            done = true;
        } finally {
            if (!done) {
                target.clear();
            }
        }
    }

    private void struct(Object snapshot) {
        view.clear();
        view.structRestore(this, snapshot);
    }

    /**
     * Sets a field, its presence and the case of its oneof.
     *
     * @param index of the field among those of the type
     * @param value null to leave the field as clearing the struct left it: absent, or its default; of a oneof, with no
     *     value
     */
    public void value(int index, @Nullable Object value) {
        StructField field = type.fields().get(index);
        MemorySegment base = Access.base(view.segment);
        if (value != null) {
            set(field, value);
            if (field.hasPresence()) {
                Presence.set(base, view.address + field.presenceOffset(), field.presenceBit());
            }
        }
        if (field.oneof() != null) {
            base.set(ValueLayout.JAVA_INT_UNALIGNED, view.address + field.caseOffset(), field.number());
        }
    }

    private void set(StructField field, Object value) {
        if (field.isMap()) {
            map(field, (Map<?, ?>) value);
        } else if (field.shape() == StructField.Shape.SINGULAR) {
            element(field, view.segment, view.address + field.offset(), value);
        } else {
            list(field, (List<?>) value);
        }
    }

    private void list(StructField field, List<?> values) {
        if (field.shape() == StructField.Shape.FIXED_COUNT) {
            Counts.checkExact(values.size(), field.capacity(), field.fullName());
        }
        MemorySegment segment = room(field, values.size());
        long at = Elements.first(field, Access.base(view.segment), view.address);
        for (Object value : values) {
            element(field, segment, at, value);
            at += field.elementSize();
        }
    }

    private void map(StructField field, Map<?, ?> values) {
        MemorySegment segment = room(field, values.size());
        long at = Elements.first(field, Access.base(view.segment), view.address);
        StructType<?> entry = field.message();
        StructField entryKey = entry.fields().get(0);
        StructField entryValue = entry.fields().get(1);
        for (Map.Entry<?, ?> each : values.entrySet()) {
            ((StructView) entry.view(segment, at)).clear();
            element(entryKey, segment, at + entryKey.offset(), each.getKey());
            if (each.getValue() != null) {
                element(entryValue, segment, at + entryValue.offset(), each.getValue());
            }
            at += field.elementSize();
        }
    }

    /** Makes room for so many elements and sets their number; answers the segment that views of them hold. */
    private MemorySegment room(StructField field, int count) {
        MemorySegment base = Access.base(view.segment);
        String name = field.fullName();
        switch (field.shape()) {
            case REPEATED ->
                Counts.set(base, view.address + field.countOffset(), Counts.checkFits(count, field.capacity(), name));
            case UNBOUNDED -> SpanMemory.allocate(allocator, base, view.address + field.offset(), field, count, name);
            default -> {}
        }
        return Elements.memory(field, view.segment);
    }

    private void element(StructField field, MemorySegment segment, long at, Object value) {
        MemorySegment base = Access.base(segment);
        String name = field.fullName();
        switch (field.kind()) {
            case BOOL -> base.set(ValueLayout.JAVA_BYTE, at, (byte) ((Boolean) value ? 1 : 0));
            case INT, UINT, ENUM -> Integers.set(field, base, at, integer(field, value), name);
            case FLOAT -> floating(base, at, value);
            case STRING -> Strings.set(base, at, field.bound(), (String) value, name);
            case BYTES -> SizedBytes.set(base, at, field.bound(), ((Bytes) value).segment(), name);
            case FIXED_BYTES -> FixedBytes.set(base, at, field.bound(), ((Bytes) value).segment(), name);
            case UNBOUNDED_STRING -> UnboundedStrings.set(base, at, allocator, (String) value, name);
            case UNBOUNDED_BYTES -> UnboundedBytes.set(base, at, allocator, ((Bytes) value).segment(), name);
            case MESSAGE -> message((StructView) field.message().view(segment, at), value);
            case MESSAGE_POINTER -> {
                StructView inner = (StructView) field.message().allocate(allocator);
                message(inner, value);
                base.set(ValueLayout.JAVA_LONG_UNALIGNED, at, inner.structAddress());
            }
        }
    }

    private static long integer(StructField field, Object value) {
        if (value instanceof Integer number) {
            return field.kind() == StructField.Kind.UINT ? Integer.toUnsignedLong(number) : number;
        }
        return (Long) value;
    }

    private static void floating(MemorySegment base, long at, Object value) {
        if (value instanceof Float number) {
            base.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, number);
        } else {
            base.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, (Double) value);
        }
    }

    private void message(StructView inner, Object snapshot) {
        int below = Depth.below(depth, inner.structType().name());
        new SnapshotWriter(inner, allocator, below).struct(snapshot);
    }
}
