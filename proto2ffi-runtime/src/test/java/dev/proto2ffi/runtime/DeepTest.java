package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Structs with pointers, compared, copied and printed. */
class DeepTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void close() {
        arena.close();
    }

    private Linked linked() {
        return Linked.allocate(arena);
    }

    /** A chain of so many structs, whose last points to {@code end}. */
    private Linked chain(int length, Linked end) {
        Linked first = end;
        for (int i = 0; i < length; i++) {
            first = linked().value(i).pointer(Linked.NEXT, first);
        }
        return first;
    }

    private Linked full() {
        Linked child = linked().value(7).name(arena, "child");
        MemorySegment children = arena.allocate(240, 8).copyFrom(child.structSegment());
        return linked().value(1)
                .name(arena, "ä\nb")
                .pointer(Linked.NEXT, linked().value(2))
                .span(Linked.CHILDREN, children.address(), 2)
                .age(0, "a", 10)
                .age(1, "b", 11);
    }

    @Test
    void whatPointersPointToIsCompared() {
        Linked a = full();
        Linked b = full();
        assertThat(Contents.equal(a, b)).isTrue();
        b.pointer(Linked.NEXT, linked().value(3));
        assertThat(Contents.equal(a, b)).isFalse();
        b.pointer(Linked.NEXT, null);
        assertThat(Contents.equal(a, b)).isFalse();
        assertThat(Contents.equal(b, a)).isFalse();
        b.pointer(Linked.NEXT, linked().value(2)).name(arena, "ä\nc");
        assertThat(Contents.equal(a, b)).isFalse();
    }

    @Test
    void anEmptySpanIsEmptyWhereverItPoints() {
        Linked a = linked().span(Linked.CHILDREN, 13, 0).span(Linked.NAME, 1, 0);
        assertThat(Contents.equal(a, linked())).isTrue();
        assertThat(a).hasToString("");
        Linked wild = linked().span(Linked.CHILDREN, -8, 0).span(Linked.NAME, -8, 0);
        assertThat(Contents.equal(wild, linked())).isTrue();
        assertThat(wild).hasToString("");
        assertThat(Spans.data(wild.structSegment(), Linked.NAME)).isZero();
    }

    @Test
    void arraysThatOverlapAreCopiedDeep() {
        long size = Linked.TYPE.size();
        for (boolean up : new boolean[] {true, false}) {
            StructArray<Linked> all = Linked.TYPE.allocateArray(arena, 4);
            for (int i = 0; i < 4; i++) {
                all.get(i).value(i).name(arena, "n" + i);
            }
            StructArray<Linked> low = Linked.TYPE.array(all.segment(), 0, 3);
            StructArray<Linked> high = Linked.TYPE.array(all.segment(), size, 3);
            (up ? high : low).copyFrom(arena, up ? low : high);
            int[] expected = up ? new int[] {0, 0, 1, 2} : new int[] {1, 2, 3, 3};
            for (int i = 0; i < 4; i++) {
                Linked other = linked().value(expected[i]).name(arena, "n" + expected[i]);
                assertThat(Contents.equal(all.get(i), other)).isTrue();
            }
        }
    }

    @Test
    void anAllocatorThatGivesOtherMemoryIsRefused() {
        assertThatThrownBy(() -> Access.allocate(
                        (size, alignment) -> arena.allocate(size + 8, 8).asSlice(1, size), 8, 8, "S"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S: address");
        assertThatThrownBy(() -> Access.allocate((size, alignment) -> arena.allocate(4, 8), 8, 8, "S"))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("S: 8 bytes");
    }

    @Test
    void anAddressThatNoMemoryHasIsNotFollowed() {
        MemorySegment pointer = arena.allocate(8, 8);
        pointer.set(ValueLayout.JAVA_LONG, 0, -8);
        assertThatThrownBy(() -> Pointers.target(pointer, pointer, 0, 8, 8, "M.f"))
                .isInstanceOf(CorruptStructException.class)
                .hasMessageContaining("M.f: no memory is at");
    }

    @Test
    void ofAOneofOnlyTheMemberThatIsSetIsRead() {
        Linked a = linked();
        Linked b = linked();
        b.structSegment().set(ValueLayout.JAVA_LONG, Linked.UNION, 0x1234_5678_9abc_def1L);
        assertThat(Contents.equal(a, b)).isTrue();
        b.structSegment().set(ValueLayout.JAVA_INT, Linked.CASE, 6);
        assertThat(Contents.equal(a, b)).isFalse();
        a.structSegment().set(ValueLayout.JAVA_INT, Linked.CASE, 6);
        a.structSegment().set(ValueLayout.JAVA_INT, Linked.UNION, 0x9abc_def1);
        assertThat(Contents.equal(a, b)).isTrue();
        assertThat(b).hasToString("number: " + 0x9abc_def1 + "\n");
        b.structSegment().set(ValueLayout.JAVA_LONG, Linked.UNION, 0);
        assertThat(b).hasToString("number: 0\n");
        b.structSegment().set(ValueLayout.JAVA_INT, Linked.CASE, 7);
        assertThat(b).hasToString("");
    }

    @Test
    void aWildCaseHoldsNoMember() {
        Linked a = linked();
        a.structSegment().set(ValueLayout.JAVA_LONG, Linked.UNION, 1);
        a.structSegment().set(ValueLayout.JAVA_INT, Linked.CASE, -5);
        assertThat(a).hasToString("");
        assertThat(Contents.equal(a, linked())).isFalse();
        Linked copy = linked();
        DeepCopy.copy(a, copy, arena);
        assertThat(Contents.equal(a, copy)).isTrue();
    }

    @Test
    void mapsAreEqualInAnyOrderAndTheLastOfAKeyCounts() {
        Linked a = linked().age(0, "x", 1).age(1, "y", 2);
        Linked b = linked().age(0, "y", 2).age(1, "x", 1);
        assertThat(Contents.equal(a, b)).isTrue();
        Linked duplicated = linked().age(0, "x", 9).age(1, "y", 2).age(2, "x", 1);
        assertThat(Contents.equal(a, duplicated)).isTrue();
        assertThat(Contents.equal(duplicated, a)).isTrue();
        assertThat(duplicated).hasToString("""
                ages {
                  key: "y"
                  value: 2
                }
                ages {
                  key: "x"
                  value: 1
                }
                """);
        Linked shadowed = linked().age(0, "x", 1).age(1, "y", 2).age(2, "x", 9);
        assertThat(Contents.equal(a, shadowed)).isFalse();
        assertThat(Contents.equal(a, linked().age(0, "x", 1).age(1, "z", 2))).isFalse();
        assertThat(Contents.equal(a, linked().age(0, "x", 1))).isFalse();
        assertThat(Contents.equal(linked().age(0, "x", 1), a)).isFalse();
    }

    @Test
    void largeMapsAreEqualInAnyOrder() {
        int size = 5_000;
        MemorySegment forwards = arena.allocate(16L * size, 8);
        MemorySegment backwards = arena.allocate(16L * size, 8);
        for (int i = 0; i < size; i++) {
            forwards.set(ValueLayout.JAVA_LONG, 16L * i, i % 4_000 * 1_000_003L);
            forwards.set(ValueLayout.JAVA_DOUBLE, 16L * i + 8, i);
            int other = size - 1 - i;
            backwards.set(ValueLayout.JAVA_LONG, 16L * i, other % 4_000 * 1_000_003L);
            backwards.set(ValueLayout.JAVA_DOUBLE, 16L * i + 8, other < 1_000 ? other + 4_000 : other);
        }
        Linked a = linked().span(Linked.REALS, forwards.address(), size);
        Linked b = linked().span(Linked.REALS, backwards.address(), size);
        assertThat(Contents.equal(a, b)).isTrue();
        assertThat(Contents.equal(b, a)).isTrue();
        backwards.set(ValueLayout.JAVA_DOUBLE, 16L * (size - 1) + 8, -1);
        assertThat(Contents.equal(a, b)).isFalse();
    }

    @Test
    void textFollowsPointers() {
        assertThat(full()).hasToString("""
                value: 1
                next {
                  value: 2
                }
                name: "ä\\nb"
                children {
                  value: 7
                  name: "child"
                }
                children {
                }
                ages {
                  key: "a"
                  value: 10
                }
                ages {
                  key: "b"
                  value: 11
                }
                """);
    }

    @Test
    void textOfAHugeFieldIsCutWithoutBeingCopied() {
        Linked a = linked();
        // Nobody has so much memory there: only the beginning may be read.
        MemorySegment text = arena.allocate(1 << 16).fill((byte) 'x');
        a.span(Linked.NAME, text.address(), Integer.MAX_VALUE);
        assertThat(a.toString())
                .hasSize(StructText.LIMIT + 1)
                .startsWith("name: \"xxx")
                .endsWith("x…");
    }

    @Test
    void aDeepCopyOwnsAllThatItPointsTo() {
        Linked copy = linked();
        String text;
        try (Arena shortLived = Arena.ofConfined()) {
            MemorySegment name = shortLived.allocateFrom("gone", StandardCharsets.UTF_8);
            Linked next = Linked.allocate(shortLived).value(2).name(shortLived, "inner");
            Linked original = full().span(Linked.NAME, name.address(), 4).pointer(Linked.NEXT, next);
            text = original.toString();
            DeepCopy.copy(original, copy, arena);
            assertThat(Contents.equal(original, copy)).isTrue();
            name.fill((byte) 'z');
            next.value(99).name(shortLived, "other");
            assertThat(Contents.equal(original, copy)).isFalse();
        }
        assertThat(copy).hasToString(text);
    }

    @Test
    void aStructCanBeCopiedOverItselfAndFromWithin() {
        Linked a = full();
        String text = a.toString();
        DeepCopy.copy(a, a, arena);
        assertThat(a).hasToString(text);
        Linked inner = linked().value(5).name(arena, "inner");
        a.pointer(Linked.NEXT, inner);
        DeepCopy.copy(inner, a, arena);
        assertThat(Contents.equal(a, inner)).isTrue();
    }

    @Test
    void arraysOfStructsWithPointersAreCopiedDeeplyOnly() {
        StructArray<Linked> source = Linked.TYPE.allocateArray(arena, 2);
        StructArray<Linked> target = Linked.TYPE.allocateArray(arena, 3);
        source.get(1).name(arena, "x");
        assertThatThrownBy(() -> target.copyFrom(source))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("test.Linked");
        target.copyFrom(arena, source);
        assertThat(target.get(1)).hasToString("name: \"x\"\n");
        assertThat(target.get(1).structSegment().get(ValueLayout.JAVA_LONG, Linked.NAME))
                .isNotEqualTo(source.get(1).structSegment().get(ValueLayout.JAVA_LONG, Linked.NAME));
        assertThatThrownBy(() -> source.copyFrom(arena, target)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aClassWithoutSnapshotsSaysSo() {
        assertThatThrownBy(() -> SnapshotReader.read(linked(), Object.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("test.Linked has no snapshots");
    }

    @Test
    void bytesOfSnapshotsNeverChange() {
        byte[] array = {1, 2, 3};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        bytes.toByteArray()[0] = 9;
        assertThat(bytes).isEqualTo(Bytes.copyOf(MemorySegment.ofArray(new byte[] {1, 2, 3})));
        assertThat(bytes)
                .hasSameHashCodeAs(Bytes.of((byte) 1, (byte) 2, (byte) 3))
                .isNotEqualTo(Bytes.EMPTY);
        assertThat(bytes.size()).isEqualTo(3);
        assertThat(bytes.get(2)).isEqualTo((byte) 3);
        assertThat(bytes.segment().isReadOnly()).isTrue();
        assertThat(bytes).hasToString("Bytes[3: 010203]");
        assertThat(Bytes.of(new byte[40]).toString()).endsWith("00…]");
        assertThatThrownBy(() -> bytes.get(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aHundredMessagesInEachOtherAreFine() {
        Linked a = chain(99, linked());
        Linked b = chain(99, linked());
        assertThat(Contents.equal(a, b)).isTrue();
        Linked copy = linked();
        DeepCopy.copy(a, copy, arena);
        assertThat(Contents.equal(a, copy)).isTrue();
    }

    @Test
    void oneMoreIsRefused() {
        Linked a = chain(100, linked());
        Linked b = chain(100, linked());
        assertThatThrownBy(() -> Contents.equal(a, b))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.Linked: messages are nested more than 100 deep");
    }

    @Test
    void cyclesEndInAnExceptionThatNamesTheMessage() {
        Linked a = linked().value(1);
        a.pointer(Linked.NEXT, a);
        Linked b = linked().value(1);
        b.pointer(Linked.NEXT, b);
        assertThatThrownBy(() -> Contents.equal(a, b))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.Linked");
        Linked copy = linked().value(3);
        assertThatThrownBy(() -> DeepCopy.copy(a, copy, arena))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.Linked");
        assertThat(copy.value()).as("the target is cleared").isZero();
        assertThat(a.toString()).as("text is cut before").endsWith("…");
    }

    @Test
    void impossiblePointersAndSizesAreNamed() {
        expectCorrupt(linked().span(Linked.NAME, 0, 1), "test.Linked.name: a NULL pointer with the size 1");
        expectCorrupt(linked().span(Linked.NAME, 16, -1), "test.Linked.name: the stored size 18446744073709551615");
        expectCorrupt(linked().span(Linked.NAME, 16, 1L << 31), "test.Linked.name: the stored size 2147483648");
        expectCorrupt(
                linked().span(Linked.CHILDREN, 20, 1), "test.Linked.children: the pointer 0x14 is not a multiple");
        expectCorrupt(linked().span(Linked.CHILDREN, -8, 1), "test.Linked.children: no memory is at 0xfff");
        expectCorrupt(linked().span(Linked.REALS, 0, 2), "test.Linked.reals: a NULL pointer with the size 2");
        Linked misaligned = linked();
        misaligned.structSegment().set(ValueLayout.JAVA_LONG, Linked.NEXT, 12);
        expectCorrupt(misaligned, "test.Linked.next: the pointer 0xc is not a multiple of 8");
        Linked overfull = linked();
        overfull.structSegment().set(ValueLayout.JAVA_INT, Linked.AGES_COUNT, 4);
        expectCorrupt(overfull, "test.Linked.ages: the stored count 4 is beyond max_count 3", false);
    }

    private void expectCorrupt(Linked corrupt, String message) {
        expectCorrupt(corrupt, message, true);
    }

    private void expectCorrupt(Linked corrupt, String message, boolean isCopied) {
        assertThatThrownBy(() -> Contents.equal(corrupt, corrupt))
                .isInstanceOf(CorruptStructException.class)
                .hasMessageContaining(message);
        assertThat(corrupt.toString()).startsWith("# " + message);
        if (isCopied) {
            Linked copy = linked().value(3);
            assertThatThrownBy(() -> DeepCopy.copy(corrupt, copy, arena))
                    .isInstanceOf(CorruptStructException.class)
                    .hasMessageContaining(message);
            assertThat(Contents.equal(copy, linked())).isTrue();
        }
    }

    @Test
    void aCopyOnTheHeapIsRefused() {
        SegmentAllocator heap = (size, alignment) -> MemorySegment.ofArray(new long[(int) size]);
        assertThatThrownBy(() -> DeepCopy.copy(full(), linked(), heap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("heap");
    }
}
