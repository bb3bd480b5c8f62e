import dev.proto2ffi.runtime.FieldOverflowException;
import every.ffi.Counters;
import every.ffi.HoldsCounters;
import every.ffi.Tiny;
import every.ffi.Wide;
import every.ffi.Widths;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Integers in storage of another width, and atomic ones. */
final class Numbers {
    private Numbers() {}

    static void run(Arena arena) {
        widths(arena);
        arrays(arena);
        atomics(arena);
    }

    private static void widths(Arena arena) {
        Widths w = Widths.allocate(arena);
        Check.equal(w.small(-128).small(), -128);
        Check.equal(w.small(127).small(), 127);
        Check.refuses(FieldOverflowException.class, "every.Widths.small: 128 is outside -128 to 127", () -> w.small(128));
        Check.refuses(FieldOverflowException.class, "every.Widths.small", () -> w.small(-129));
        Check.equal(w.small(), 127);
        Check.equal(w.smallUnsigned(65535).smallUnsigned(), 65535);
        Check.refuses(FieldOverflowException.class, "outside 0 to 65535", () -> w.smallUnsigned(65536));
        Check.refuses(FieldOverflowException.class, "every.Widths.small_unsigned: -1", () -> w.smallUnsigned(-1));
        Check.equal(w.narrow(Integer.MIN_VALUE).narrow(), (long) Integer.MIN_VALUE);
        Check.refuses(FieldOverflowException.class, "every.Widths.narrow", () -> w.narrow(1L << 31));
        Check.equal(w.narrowUnsigned(255).narrowUnsigned(), 255L);
        Check.refuses(FieldOverflowException.class, "every.Widths.narrow_unsigned", () -> w.narrowUnsigned(256));
        Check.equal(w.wide(Long.MIN_VALUE).wide(), Long.MIN_VALUE);
        Check.equal(w.wideUnsigned(-1).wideUnsigned(), -1L);
        Check.equal(w.tinyNumber(-32768).tiny(), Tiny.UNRECOGNIZED);
        Check.equal(w.tinyNumber(), -32768);
        Check.equal(w.tiny(Tiny.HIGH).tinyNumber(), 127);
        Check.refuses(FieldOverflowException.class, "every.Widths.tiny", () -> w.tinyNumber(40000));
        Check.equal(w.wideEnum(Wide.LEAST).wideEnumNumber(), (long) Integer.MIN_VALUE);
        Check.equal(w.wideEnum(), Wide.LEAST);
        Check.equal(w.wideEnumNumber((1L << 32) + Wide.LEAST.number()).wideEnum(), Wide.UNRECOGNIZED);
        Check.equal(w.hasMaybe(), false);
        Check.equal(w.maybe(65535).maybe(), 65535L);
        Check.refuses(FieldOverflowException.class, "every.Widths.maybe", () -> w.clearMaybe().maybe(65536));
        Check.equal(w.hasMaybe(), false);
        Check.equal((byte) Widths.Handles.SMALL.get(w.structSegment(), 0L), (byte) 127);
    }

    private static void arrays(Arena arena) {
        Widths w = Widths.allocate(arena);
        Check.equal(w.bytes(new int[] {1, -2, 127}).bytesToArray(), new int[] {1, -2, 127});
        Check.equal(w.addBytes(-128).bytes(3), -128);
        Check.refuses(FieldOverflowException.class, "every.Widths.bytes: 128", () -> w.bytes(new int[] {5, 128}));
        Check.equal(w.bytesToArray(), new int[] {1, -2, 127, -128});
        Check.refuses(FieldOverflowException.class, "every.Widths.bytes", () -> w.addBytes(-129));
        Check.equal(w.bytesCount(), 4);
        Check.equal(w.bytesSegment().byteSize(), 4L);
        Check.equal(w.addTiniesNumber(1 << 30).tinies(0), Tiny.UNRECOGNIZED);
        Check.equal(w.tiniesList(), List.of(Tiny.UNRECOGNIZED));
        long all = 0xffff_ffffL;
        Check.equal(w.span(arena, new long[] {all, 0}).spanToArray(), new long[] {all, 0});
        Check.equal(w.span(0), all);
        Check.equal(w.spanSegment().get(ValueLayout.JAVA_INT, 0), -1);
        Check.refuses(FieldOverflowException.class, "every.Widths.span", () -> w.span(arena, new long[] {all + 1}));
        Check.refuses(FieldOverflowException.class, "every.Widths.span", () -> w.span(0, -1));
        Check.equal(w.spanCount(), 2L);
    }

    private static void atomics(Arena arena) {
        Counters c = HoldsCounters.allocate(arena).addMore();
        Check.equal(c.hitsRelease(5).hitsAcquire(), 5);
        Check.equal(c.hits(), 5);
        Check.equal(c.compareAndSetHits(4, 6), false);
        Check.equal(c.compareAndSetHits(5, Integer.MAX_VALUE), true);
        Check.equal(c.getAndAddHits(1), Integer.MAX_VALUE);
        Check.equal(c.hits(), Integer.MIN_VALUE);
        Check.equal(c.getAndAddMisses(-1), 0L);
        Check.equal(c.missesAcquire(), -1L);
        Check.equal(c.wideRelease(Wide.MOST).wideAcquire(), Wide.MOST);
        Check.equal(c.wideNumberRelease(1).wideAcquire(), Wide.UNRECOGNIZED);
        Check.equal(c.compareAndSetWideNumber(1, 2), true);
        Check.equal(c.wideNumberAcquire(), 2);
        Check.equal(c.wide(Wide.LEAST).compareAndSetWide(Wide.LEAST, Wide.MOST), true);
        Check.refuses(
                IllegalStateException.class, "UNRECOGNIZED", () -> c.compareAndSetWide(Wide.UNRECOGNIZED, Wide.MOST));
        Check.equal(c.getAndAddTall(1L << 40), 0L);
        Check.equal(c.tallAcquire(), 1L << 40);
        Check.equal(c.tinyRelease(Tiny.HIGH).tinyNumber(), 127);
        Check.equal(c.maybeRelease(8).hasMaybe(), false);
        Check.equal(c.maybeAcquire(), 8L);
        Check.equal(c.maybe(), 0L);
        Check.equal(Counters.getAndAddHits(c.structSegment(), 0, 1), Integer.MIN_VALUE);
        Check.equal(Counters.hitsAcquire(c.structSegment(), 0), Integer.MIN_VALUE + 1);
    }
}
