import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import dev.proto2ffi.runtime.StructType;
import every.ffi.Aligned;
import every.ffi.Choice;
import every.ffi.HoldsAligned;
import every.ffi.Lists;
import every.ffi.Packed;
import every.ffi.PackedPoint;
import every.ffi.Point;
import every.ffi.Scalars;
import every.ffi.Sorted;
import every.ffi.Wide;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Packed, aligned and sorted structs, and arrays in structs. */
final class Shapes {
    private Shapes() {}

    static void run(Arena arena) {
        packed(arena);
        aligned(arena);
        lists(arena);
        scalars(arena);
        Sorted s = Sorted.allocate(arena).flag(true).real(1.5).ids(new long[] {1, 2});
        Check.equal(s.real(), 1.5);
        Check.equal(s.idsToArray(), new long[] {1, 2});
    }

    private static void packed(Arena arena) {
        Check.equal(Packed.ALIGNMENT, 1L);
        Check.equal(Packed.LAYOUT.byteSize(), Packed.SIZE);
        MemorySegment memory = arena.allocate(Packed.SIZE + 1, 8);
        Packed p = Packed.at(memory, 1);
        p.flag(true).id(-2).text("ab").blob(new byte[5]).numbers(new int[] {1, 2, 3}).wide(Wide.MOST);
        p.point().valid(true).x(2.5);
        p.addPoints().x(3.5);
        p.initPlace().x(4.5);
        Check.equal(p.id(), -2L);
        Check.equal(p.text(), "ab");
        Check.equal(p.numbersToArray(), new int[] {1, 2, 3});
        Check.equal(p.points(0).x(), 3.5);
        Check.equal(p.place().x(), 4.5);
        Check.equal(p.wide(), Wide.MOST);
        Check.equal(p.addBlobs(new byte[] {6}).blobs(0), new byte[] {6});
        Check.equal(p.smallBlob(new byte[] {1, 2}).smallBlob(), new byte[] {1, 2});
        Check.refuses(IllegalStateException.class, "every.Packed.place", p::place);
        Check.equal((long) Packed.Handles.ID.get(memory, 1L), -2L);
        Check.equal((int) Packed.Handles.NUMBERS.get(memory, 1L, 2L), 3);
        Check.equal(PackedPoint.LAYOUT.byteSize(), 9L);
        Check.equal(memory.get(ValueLayout.JAVA_BYTE, 0), (byte) 0);
    }

    private static void aligned(Arena arena) {
        Aligned a = Aligned.allocate(arena);
        Check.equal(a.structAddress() % 64, 0L);
        Check.equal(Aligned.LAYOUT.byteAlignment(), 64L);
        Check.equal(a.line(3).lines(new int[] {1, 2}).number(9).number(), 9);
        Check.equal((int) Aligned.Handles.LINE.get(a.structSegment(), 0L), 3);
        Check.refuses(IllegalArgumentException.class, "64", () -> Aligned.at(arena.allocate(256, 64), 32));
        HoldsAligned h = HoldsAligned.allocate(arena);
        Check.equal(h.allocateMore(arena, 2).get(1).structAddress() % 64, 0L);
        Check.equal(h.more(1).line(), 0);
        h.structSegment().set(ValueLayout.JAVA_LONG, HoldsAligned.MORE_OFFSET, h.structAddress() + 32);
        Check.refuses(CorruptStructException.class, "is not a multiple of 64", () -> h.more(0));
        StructType<Aligned> type = Aligned.TYPE;
        Check.equal(type.alignment(), 64L);
    }

    private static void lists(Arena arena) {
        Lists l = Lists.allocate(arena);
        Check.equal(l.addLooseTexts(arena, "one").addLooseTexts(arena, "two").looseTextsList(), List.of("one", "two"));
        Check.equal(l.looseTexts(arena, 0, "1").looseTexts(0), "1");
        Check.equal(l.looseTextsSize(1), 3L);
        Check.equal(l.looseTextsSegment(1).byteSize(), 3L);
        Check.refuses(FieldOverflowException.class, "every.Lists.loose_texts", () -> l.addLooseTexts(arena, "three"));
        Check.refuses(IllegalArgumentException.class, "", () -> l.looseTexts(arena, 0, "\ud800"));
        Check.equal(l.addLooseBlobs(arena, new byte[] {1}).looseBlobs(0), new byte[] {1});
        l.addChoices().text("c");
        Check.equal(l.addChoices(Choice.allocate(arena).number(4)).choices(1).number(), 4);
        Check.equal(l.choices(0).text(), "c");
        l.structSegment().set(ValueLayout.JAVA_INT, Lists.NUMBERS_COUNT_OFFSET, -1);
        Check.refuses(CorruptStructException.class, "4294967295 is beyond max_count 3", l::numbersCount);
        Check.equal((int) Lists.Handles.NUMBERS_COUNT.get(l.structSegment(), 0L), -1);
        l.structSegment().set(ValueLayout.JAVA_INT, Lists.LOOSE_TEXTS_COUNT_OFFSET, 3);
        Check.refuses(CorruptStructException.class, "every.Lists.loose_texts", () -> l.looseTexts(0));
    }

    private static void scalars(Arena arena) {
        Scalars s = Scalars.allocate(arena);
        Check.equal(s.maybeText("").hasMaybeText(), true);
        Check.equal(s.maybePoint(Point.allocate(arena).x(1)).maybePoint().x(), 1.0);
        Check.equal(s.clearMaybePoint().hasMaybePoint(), false);
        Scalars.clearMaybeText(s.structSegment(), 0);
        Check.equal(s.hasMaybeText(), false);
    }
}
