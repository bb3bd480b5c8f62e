package dev.proto2ffi.runtime;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A map as it stands in memory: entries side by side, found by comparing keys from the last to the first, since where
 * native code left a key twice the highest index counts. Generated classes add the methods that take keys and values.
 * Like any view it holds no data, and may be used wherever the struct of the map may.
 */
public abstract class StructMap {
    /** The struct that has the map. */
    protected final StructView parent;

    /** The map's description. */
    protected final StructField field;

    /**
     * A view of a map.
     *
     * @param parent the struct that has it
     * @param index of the map among the fields of that struct
     */
    protected StructMap(StructView parent, int index) {
        this.parent = parent;
        this.field = parent.structType().fields().get(index);
    }

    /**
     * The number of different keys.
     *
     * @throws CorruptStructException if the stored count or pointer can't be one
     */
    public final int size() {
        MapEntries many = many();
        int size = 0;
        for (int i = next(many, -1); i >= 0; i = next(many, i)) {
            size++;
        }
        return size;
    }

    /** Whether there is no entry; errors as in {@link #size}. */
    public final boolean isEmpty() {
        return entryCount() == 0;
    }

    /** The number of entries in memory, those included whose key comes again behind them; errors as in {@link #size}. */
    public final int entryCount() {
        return Elements.count(field, base(), parent.address);
    }

    /** Removes all entries. */
    public final void clear() {
        setCount(0);
    }

    /** The entries as they stand now if they are many, which a table serves better; null for few, to allocate nothing. */
    protected final @Nullable MapEntries many() {
        return entryCount() > MapEntries.SMALL ? new MapEntries(field, parent.segment, parent.address) : null;
    }

    /**
     * The next entry that counts behind one, from -1 on, or -1 if there is none.
     *
     * @param many what {@link #many} answered
     */
    protected final int next(@Nullable MapEntries many, int after) {
        return many == null ? nextOfFew(parent, field, after) : many.next(after);
    }

    private static int nextOfFew(StructView parent, StructField field, int after) {
        StructField key = field.message().fields().get(0);
        MemorySegment base = Access.base(parent.segment);
        MemorySegment memory = Elements.memory(field, base);
        long at = Elements.first(field, base, parent.address) + key.offset();
        int count = Elements.count(field, base, parent.address);
        for (int i = after + 1; i < count; i++) {
            if (isLast(key, memory, at, field.elementSize(), i, count)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether no entry behind this one has its key. */
    private static boolean isLast(
            StructField key, MemorySegment memory, long first, long stride, int index, int count) {
        long at = first + index * stride;
        for (int i = index + 1; i < count; i++) {
            long other = first + i * stride;
            boolean isSame = ByteFields.isOne(key)
                    ? ByteFields.equal(key, memory, at, memory, other)
                    : Integers.get(key, memory, at) == Integers.get(key, memory, other);
            if (isSame) {
                return false;
            }
        }
        return true;
    }

    /** The segment that views of entries hold while they are read or written here. */
    protected final MemorySegment entrySegment() {
        return Elements.memory(field, parent.segment);
    }

    /**
     * The memory of an entry of an unbounded map, for views that users may keep: with the lifetime and the owner thread of
     * the struct that has the map.
     *
     * @throws IndexOutOfBoundsException if no entry has this index
     */
    protected final MemorySegment entryPart(int index) {
        return Pointers.part(parent.segment, entryAddress(index), field.elementSize());
    }

    /**
     * The address that the view of an entry holds.
     *
     * @throws IndexOutOfBoundsException if no entry has this index
     */
    protected final long entryAddress(int index) {
        if (index < 0 || index >= entryCount()) {
            throw new IndexOutOfBoundsException(name() + ": entry " + index + " of " + entryCount());
        }
        return first() + index * field.elementSize();
    }

    /**
     * The index of the last entry with a key, or -1. It takes no map, so that the JIT can do without one however large this
     * becomes in machine code.
     *
     * @param parent the struct that has the map
     * @param field the map's description
     */
    protected static int indexOf(StructView parent, StructField field, long wanted) {
        StructField key = field.message().fields().get(0);
        MemorySegment base = Access.base(parent.segment);
        MemorySegment memory = Elements.memory(field, base);
        long at = Elements.first(field, base, parent.address) + key.offset();
        for (int i = Elements.count(field, base, parent.address) - 1; i >= 0; i--) {
            if (Integers.get(key, memory, at + i * field.elementSize()) == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** As {@link #indexOf(StructView, StructField, long)}, for keys that are ints in Java. */
    protected static int indexOf(StructView parent, StructField field, int wanted) {
        boolean isUnsigned = field.message().fields().get(0).kind() == StructField.Kind.UINT;
        return indexOf(parent, field, isUnsigned ? Integer.toUnsignedLong(wanted) : (long) wanted);
    }

    /** As {@link #indexOf(StructView, StructField, long)}, for bools. */
    protected static int indexOf(StructView parent, StructField field, boolean wanted) {
        return indexOf(parent, field, wanted ? 1L : 0L);
    }

    /** As {@link #indexOf(StructView, StructField, long)}, for text. */
    protected static int indexOf(StructView parent, StructField field, String wanted) {
        byte[] utf8 = wanted.getBytes(StandardCharsets.UTF_8);
        if (Strings.isLost(wanted, utf8)) {
            return -1;
        }
        StructField key = field.message().fields().get(0);
        MemorySegment base = Access.base(parent.segment);
        MemorySegment memory = Elements.memory(field, base);
        long at = Elements.first(field, base, parent.address) + key.offset();
        for (int i = Elements.count(field, base, parent.address) - 1; i >= 0; i--) {
            if (ByteFields.equal(key, memory, at + i * field.elementSize(), utf8)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Begins to put a key that the map doesn't have: the address of the free entry behind the last, which
     * {@link #added} makes one of the map.
     *
     * @throws FieldOverflowException if the map is full
     */
    protected final long room() {
        int index = Counts.room(base(), parent.address + field.countOffset(), field.capacity(), name());
        return first() + index * field.elementSize();
    }

    /** Makes the entry of {@link #room}, written by now, one of the map. */
    protected final void added() {
        setCount(entryCount() + 1);
    }

    /** Removes an entry and closes the gap. */
    protected final void removeEntry(int index) {
        int count = entryCount();
        long at = first() + index * field.elementSize();
        MemorySegment memory = Elements.memory(field, base());
        MemorySegment.copy(memory, at + field.elementSize(), memory, at, (count - 1L - index) * field.elementSize());
        setCount(count - 1);
    }

    private void setCount(int count) {
        if (field.shape() == StructField.Shape.UNBOUNDED) {
            Elements.setSpan(base(), parent.address + field.offset(), count == 0 ? 0 : first(), count);
        } else {
            Counts.set(base(), parent.address + field.countOffset(), count);
        }
    }

    private long first() {
        return Elements.first(field, base(), parent.address);
    }

    private MemorySegment base() {
        return Access.base(parent.segment);
    }

    private String name() {
        return field.fullName();
    }

    /** The map in the style of protobuf's text format, an entry a line. */
    @Override
    public String toString() {
        return StructText.of(parent, field);
    }
}
