package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/** Copies structs together with all that they point to. For generated code only. */
public final class DeepCopy {
    private final SegmentAllocator allocator;

    private DeepCopy(SegmentAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Copies a struct over another of its type. What the source points to is copied too; the copies live as long as the
     * allocator's arena, which must outlive the use of the target. What the target pointed to before stays where it is.
     *
     * @throws CorruptStructException if a stored size, count or pointer can't be one
     * @throws IllegalStateException if messages are nested more than 100 deep
     * @throws IllegalArgumentException if the allocator gives heap memory
     *     <p>After any of these the target is cleared, unless it is the source.
     */
    public static void copy(StructView source, StructView target, SegmentAllocator allocator) {
        StructType<?> type = target.structType();
        MemorySegment memory = Access.base(target.segment);
        Access.copy(source, target, type.size());
        boolean done = false;
        try {
            new DeepCopy(allocator).own(type, memory, target.address, 1);
            done = true;
        } finally {
            if (!done && source.structAddress() != target.structAddress()) {
                target.clear();
            }
        }
    }

    /** Replaces each pointer of a struct that was copied byte by byte by one to a copy of what it points to. */
    private void own(StructType<?> type, MemorySegment memory, long at, int depth) {
        if (type.isFlat()) {
            return;
        }
        for (StructField field : type.fields()) {
            if (!hasPointer(field) || isOtherCase(field, memory, at)) {
                continue;
            }
            if (!Elements.isPresent(field, memory, at)) {
                Access.zero(memory, at + field.offset(), field.size());
                continue;
            }
            int count = Elements.count(field, memory, at);
            if (field.shape() == StructField.Shape.UNBOUNDED) {
                MemorySegment elements = ownSpan(type, field, memory, at + field.offset(), count);
                ownElements(type, field, elements, 0, count, depth);
            } else {
                long start = at + field.offset();
                long used = count * field.elementSize();
                Access.zero(memory, start + used, field.size() - used);
                ownElements(type, field, memory, start, count, depth);
            }
        }
    }

    /** Whether the union holds something else: then its bytes aren't pointers of this field. */
    private static boolean isOtherCase(StructField field, MemorySegment memory, long at) {
        return field.oneof() != null && Elements.storedCase(field, memory, at) != field.number();
    }

    private static boolean hasPointer(StructField field) {
        return field.shape() == StructField.Shape.UNBOUNDED
                || switch (field.kind()) {
                    case UNBOUNDED_STRING, UNBOUNDED_BYTES, MESSAGE_POINTER -> true;
                    case MESSAGE -> !field.message().isFlat();
                    default -> false;
                };
    }

    private MemorySegment ownSpan(StructType<?> type, StructField field, MemorySegment memory, long at, int count) {
        long size = count * field.elementSize();
        if (size == 0) {
            Elements.setSpan(memory, at, 0, 0);
            return MemorySegment.NULL;
        }
        MemorySegment copy = copy(Elements.data(memory, at), size, Elements.alignment(field), type.name());
        Elements.setSpan(memory, at, copy.address(), count);
        return copy;
    }

    private void ownElements(
            StructType<?> type, StructField field, MemorySegment memory, long first, int count, int depth) {
        for (int i = 0; i < count; i++) {
            ownElement(type, field, memory, first + i * field.elementSize(), depth);
        }
    }

    private void ownElement(StructType<?> type, StructField field, MemorySegment memory, long at, int depth) {
        switch (field.kind()) {
            case UNBOUNDED_STRING, UNBOUNDED_BYTES -> {
                int size = ByteFields.size(field, memory, at);
                long copy = size == 0
                        ? 0
                        : copy(Elements.data(memory, at), size, 1, type.name()).address();
                Elements.setSpan(memory, at, copy, size);
            }
            case MESSAGE -> {
                StructType<?> message = field.message();
                own(message, memory, at, field.isMap() ? depth : Depth.below(depth, message.name()));
            }
            case MESSAGE_POINTER -> ownMessage(field, memory, at, depth);
            default -> {}
        }
    }

    private void ownMessage(StructField field, MemorySegment memory, long at, int depth) {
        long pointer = Elements.pointer(field, memory, at);
        if (pointer == 0) {
            return;
        }
        StructType<?> message = field.message();
        int below = Depth.below(depth, message.name());
        MemorySegment copy = copy(pointer, message.size(), message.alignment(), message.name());
        memory.set(ValueLayout.JAVA_LONG_UNALIGNED, at, copy.address());
        own(message, copy, 0, below);
    }

    private MemorySegment copy(long address, long size, long alignment, String name) {
        MemorySegment copy = Access.allocateBare(allocator, size, alignment, name);
        MemorySegment.copy(Pointers.memory(), address, copy, 0, size);
        return copy;
    }
}
