package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The entries of a map as memory holds them now. Where native code left a key twice, the highest index counts; the others
 * are called shadowed. For generated code only. Small maps are searched from their end; for large ones a table is made when it is first needed.
 */
public final class MapEntries {
    /** Up to so many entries comparing all with all is faster than a table, and allocates nothing. */
    static final int SMALL = 16;

    private static final int FREE = -1;

    private final StructField key;
    private final StructField value;
    private final MemorySegment memory;
    private final long first;
    private final long stride;
    private final int count;
    /** Indices of entries by the hash of their keys, the highest of each key; empty until needed. */
    private int[] table = {};

    /**
     * The entries of a map field.
     *
     * @param memory of that struct: the base of accesses to it, or the segment that views of it hold
     * @param at where that struct starts in it
     * @throws CorruptStructException if the stored count or pointer can't be one
     */
    MapEntries(StructField map, MemorySegment memory, long at) {
        MemorySegment base = Access.base(memory);
        this.count = Elements.count(map, base, at);
        this.memory = Elements.memory(map, base);
        this.first = Elements.first(map, base, at);
        this.stride = map.elementSize();
        StructType<?> entry = map.message();
        this.key = entry.fields().get(0);
        this.value = entry.fields().get(1);
    }

    /** The number of entries, shadowed ones included. */
    int count() {
        return count;
    }

    StructField key() {
        return key;
    }

    StructField value() {
        return value;
    }

    MemorySegment memory() {
        return memory;
    }

    /** Where an entry starts in {@link #memory}. */
    long entry(int index) {
        return first + index * stride;
    }

    /** Whether no entry behind this one has its key. */
    boolean counts(int index) {
        if (count > SMALL) {
            return indexOf(this, index) == index;
        }
        for (int i = index + 1; i < count; i++) {
            if (sameKey(i, this, index)) {
                return false;
            }
        }
        return true;
    }

    /** The next entry that counts behind this one, from -1 on, or -1 if there is none. */
    int next(int after) {
        for (int i = after + 1; i < count; i++) {
            if (counts(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The number of different keys. */
    int distinct() {
        int result = 0;
        for (int i = 0; i < count; i++) {
            result += counts(i) ? 1 : 0;
        }
        return result;
    }

    /** The entry that has the key of an entry of a map of the same type and counts, or -1. */
    int indexOf(MapEntries that, int index) {
        if (count > SMALL) {
            return lookUp(that, index);
        }
        for (int i = count - 1; i >= 0; i--) {
            if (sameKey(i, that, index)) {
                return i;
            }
        }
        return -1;
    }

    private int lookUp(MapEntries that, int index) {
        if (table.length == 0) {
            table = new int[Integer.highestOneBit(Math.min(count, 1 << 28)) << 2];
            Arrays.fill(table, FREE);
            for (int i = count - 1; i >= 0; i--) {
                int slot = slot(this, i);
                if (table[slot] == FREE) {
                    table[slot] = i;
                }
            }
        }
        return table[slot(that, index)];
    }

    /** The slot of the entry with this key, or the free one where it would be. */
    private int slot(MapEntries that, int index) {
        int mask = table.length - 1;
        int slot = that.hash(index) & mask;
        while (table[slot] != FREE && !sameKey(table[slot], that, index)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int hash(int index) {
        int hash = ByteFields.isOne(key)
                ? ByteFields.hash(key, memory, keyAt(index))
                : Long.hashCode(Integers.get(key, memory, keyAt(index)));
        return hash * 0x9e3779b9 >>> 3;
    }

    private boolean sameKey(int index, MapEntries that, int other) {
        return ByteFields.isOne(key)
                ? ByteFields.equal(key, memory, keyAt(index), that.memory, that.keyAt(other))
                : Integers.get(key, memory, keyAt(index)) == Integers.get(key, that.memory, that.keyAt(other));
    }

    private long keyAt(int index) {
        return entry(index) + key.offset();
    }
}
