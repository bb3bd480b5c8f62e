package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The places of a struct that must not hold remnants of what stood in its memory before: presence words, counts, cases,
 * lengths and the first byte of each string. Once they are zero the struct has no field that is set, no element and no
 * text, and its numbers can be anything; that costs the same for any size.
 *
 * <p>Structs with pointers are cleared in full, and so are those that have more than a few such places.
 */
final class Remnants {
    /** Beyond, one pass over the bytes is as fast. */
    private static final int MOST_PLACES = 32;

    private final long size;
    private final boolean whole;

    /** Offsets of 4-byte words, and of single bytes. */
    private final long[] words;

    private final long[] bytes;

    private Remnants(StructType<?> type, Set<Long> words, Set<Long> bytes) {
        this.size = type.size();
        this.whole = !type.isFlat() || words.size() + bytes.size() > MOST_PLACES;
        this.words = words.stream().mapToLong(Long::longValue).toArray();
        this.bytes = bytes.stream().mapToLong(Long::longValue).toArray();
    }

    static Remnants of(StructType<?> type) {
        Set<Long> words = new LinkedHashSet<>(); // fields share presence words and cases
        Set<Long> bytes = new LinkedHashSet<>();
        if (type.isFlat()) {
            collect(type, 0, words, bytes);
        }
        return new Remnants(type, words, bytes);
    }

    /** What stands in a union or behind a count needs nothing: it is cleared when it comes into being. */
    private static void collect(StructType<?> type, long at, Set<Long> words, Set<Long> bytes) {
        for (StructField field : type.fields()) {
            if (field.hasPresence()) {
                words.add(at + Presence.word(field.presenceOffset(), field.presenceBit()));
            }
            if (field.oneof() != null) {
                words.add(at + field.caseOffset());
            } else if (field.shape() == StructField.Shape.REPEATED) {
                words.add(at + field.countOffset());
            } else {
                collectElements(field, at + field.offset(), words, bytes);
            }
        }
    }

    private static void collectElements(StructField field, long at, Set<Long> words, Set<Long> bytes) {
        for (int i = 0; i < field.capacity() && words.size() + bytes.size() <= MOST_PLACES; i++) {
            long element = at + i * field.elementSize();
            switch (field.kind()) {
                case STRING -> bytes.add(element);
                case BYTES -> words.add(element);
                case MESSAGE -> collect(field.message(), element, words, bytes);
                default -> {
                    return; // numbers
                }
            }
        }
    }

    /**
     * Clears them.
     *
     * @param base of the access
     * @param address of the struct in it
     */
    void clear(MemorySegment base, long address) {
        if (whole) {
            Access.zero(base, address, size);
            return;
        }
        for (long offset : words) {
            base.set(ValueLayout.JAVA_INT_UNALIGNED, address + offset, 0);
        }
        for (long offset : bytes) {
            base.set(ValueLayout.JAVA_BYTE, address + offset, (byte) 0);
        }
    }
}
