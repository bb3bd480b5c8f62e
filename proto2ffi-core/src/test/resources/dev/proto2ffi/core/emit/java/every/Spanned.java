import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import dev.proto2ffi.runtime.StructArray;
import every.ffi.Point;
import every.ffi.Sorted;
import every.ffi.Spans;
import every.ffi.Tiny;
import every.ffi.Wide;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/** Pointers with lengths: unbounded strings, bytes and lists. */
final class Spanned {
    private Spanned() {}

    static void run(Arena arena) {
        content(arena);
        lists(arena);
        text(arena);
        messages(arena);
        nonsense(arena);
        lifetimes();
    }

    private static void content(Arena arena) {
        Spans s = Spans.allocate(arena);
        Check.equal(s.text(), "");
        Check.equal(s.textSize(), 0L);
        Check.equal(s.textSegment().byteSize(), 0L);
        Check.equal(s.textEquals(new byte[0]), true);
        Check.equal(s.text(arena, "grün\0").text(), "grün\0");
        Check.equal(s.textSize(), 6L);
        Check.equal(s.textEquals("grün\0".getBytes(java.nio.charset.StandardCharsets.UTF_8)), true);
        Check.equal(s.textEquals("grun\0x".getBytes(java.nio.charset.StandardCharsets.UTF_8)), false);
        Check.equal(s.textSegment().get(ValueLayout.JAVA_BYTE, 0), (byte) 'g');
        s.textSegment().set(ValueLayout.JAVA_BYTE, 0, (byte) 0xff);
        Check.equal(s.text(), "\ufffdrün\0");
        Check.equal(s.text(arena, "").textSize(), 0L);
        Check.equal((long) Spans.Handles.TEXT_SIZE.get(s.structSegment(), 0L), 0L);
        Check.equal(((MemorySegment) Spans.Handles.TEXT.get(s.structSegment(), 0L)).address(), 0L);
        Check.refuses(IllegalArgumentException.class, "unpaired surrogate at index 1", () -> s.text(arena, "a\ud800"));
        Check.refuses(
                IllegalArgumentException.class,
                "every.Spans.text",
                () -> s.text(SegmentAllocator.prefixAllocator(MemorySegment.ofArray(new byte[9])), "x"));

        Check.equal(s.blob(arena, new byte[] {1, 2, 3}).blob(), new byte[] {1, 2, 3});
        Check.equal(s.blob(arena, MemorySegment.ofArray(new byte[] {4})).blobSize(), 1L);
        Check.equal(s.blob(arena, s.blobSegment()).blobEquals(new byte[] {4}), true);
        Check.equal(s.blobSegment().byteSize(), 1L);

        Check.equal(s.hasMaybeText(), false);
        Check.equal(s.maybeText(), "");
        Check.equal(s.maybeText(arena, "").hasMaybeText(), true);
        Check.equal(s.clearMaybeText().hasMaybeText(), false);
        Check.equal(Sorted.allocate(arena).text(arena, "t").text(), "t");

        MemorySegment memory = arena.allocate(Spans.SIZE * 2, 8);
        Spans.text(memory, Spans.SIZE, arena, "static");
        Check.equal(Spans.text(memory, Spans.SIZE), "static");
        Check.equal(Spans.textSize(memory, Spans.SIZE), 6L);
        Check.equal(Spans.textSegment(memory, Spans.SIZE).byteSize(), 6L);
    }

    private static void lists(Arena arena) {
        Spans s = Spans.allocate(arena);
        Check.equal(s.numbersCount(), 0L);
        Check.equal(s.numbersToArray(), new long[0]);
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.numbers(0));
        Check.equal(s.numbers(arena, new long[] {1, 2, -3}).numbersCount(), 3L);
        Check.equal(s.numbers(2), -3L);
        Check.equal(s.numbers(2, 30).numbersToArray(), new long[] {1, 2, 30});
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.numbers(3));
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.numbers(-1, 0));
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.numbers(1L << 61));
        Check.equal(s.numbersSegment().byteSize(), 24L);
        Check.equal(s.allocateNumbers(arena, 2).numbersToArray(), new long[2]);
        Check.equal(s.clearNumbers().numbersCount(), 0L);
        Check.refuses(IllegalArgumentException.class, "", () -> s.allocateNumbers(arena, -1));
        Check.refuses(IllegalArgumentException.class, "every.Spans.numbers", () -> s.allocateNumbers(arena, 1L << 61));
        Check.equal(s.flags(arena, new boolean[] {true, false}).flags(0), true);
        Check.equal(s.flagsToArray(), new boolean[] {true, false});
        Check.equal(s.allocateTinies(arena, 3).tinies(1, Tiny.HIGH).tiniesNumber(1), 127);
        Check.equal(s.tiniesList().size(), 3);
        Check.refuses(FieldOverflowException.class, "every.Spans.tinies", () -> s.tiniesNumber(0, 128));
        Check.equal(s.allocateWides(arena, 1).wides(0, Wide.LEAST).widesNumber(0), Integer.MIN_VALUE);

        MemorySegment memory = s.numbers(arena, new long[] {8, 9}).structSegment();
        Check.equal(Spans.numbers(memory, 0, 1), 9L);
        Spans.numbers(memory, 0, 1, 10);
        Check.equal(Spans.numbersCount(memory, 0), 2L);
        Check.equal(Spans.numbersSegment(memory, 0).get(ValueLayout.JAVA_LONG, 8), 10L);
        Spans.clearNumbers(memory, 0);
        Check.equal(s.numbersCount(), 0L);
    }

    private static void text(Arena arena) {
        Spans s = Spans.allocate(arena).allocateTexts(arena, 2);
        Check.equal(s.texts(arena, 1, "one").textsList(), Arrays.asList("", "one"));
        Check.equal(s.textsSize(1), 3L);
        Check.equal(s.textsEquals(1, new byte[] {'o', 'n', 'e'}), true);
        Check.equal(s.textsSegment(1).byteSize(), 3L);
        Check.equal(s.textsSegment().byteSize(), 32L);
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.texts(arena, 2, ""));
        Check.equal(s.allocateBlobs(arena, 1).blobs(arena, 0, new byte[] {7}).blobs(0), new byte[] {7});
        Check.equal(s.blobs(arena, 0, MemorySegment.ofArray(new byte[2])).blobsSize(0), 2L);
        Check.equal(s.allocateShortTexts(arena, 2).shortTexts(1, "8 bytes.").shortTexts(1), "8 bytes.");
        Check.equal(s.shortTexts(0), "");
        Check.equal(s.shortTextsSize(1), 8);
        Check.equal(s.shortTextsSegment(1).byteSize(), 8L);
        Check.refuses(FieldOverflowException.class, "every.Spans.short_texts", () -> s.shortTexts(0, "9 bytes.."));
        Check.equal(s.allocateShortBlobs(arena, 2).shortBlobs(1, new byte[6]).shortBlobsSize(1), 6);
        Check.equal(s.shortBlobsEquals(1, new byte[6]), true);
        Check.equal(s.allocateHashes(arena, 2).hashes(1, new byte[] {1, 2, 3}).hashes(1), new byte[] {1, 2, 3});
        Check.equal(s.hashesSegment(1).byteSize(), 3L);
        Check.equal(s.hashes(0), new byte[3]);
    }

    private static void messages(Arena arena) {
        Spans s = Spans.allocate(arena);
        Check.equal(s.pointsArray().length(), 0L);
        StructArray<Point> points = s.allocatePoints(arena, 3);
        points.get(2).x(4);
        Check.equal(s.points(2).x(), 4.0);
        Check.equal(s.points(1, s.points(2)).points(1).x(), 4.0);
        Check.equal(s.pointsList().size(), 3);
        double sum = 0;
        for (Point p : s.pointsArray()) {
            sum += p.x();
        }
        Check.equal(sum, 8.0);
        Check.refuses(IndexOutOfBoundsException.class, "", () -> s.points(3));
        Spans child = Spans.allocate(arena).text(arena, "child");
        s.allocateChildren(arena, 2).get(0).text(arena, "first");
        Check.equal(s.children(arena, 1, child).children(1).text(), "child");
        child.textSegment().set(ValueLayout.JAVA_BYTE, 0, (byte) 'x');
        Check.equal(s.children(1).text(), "child");
        Check.equal(s.children(0).text(), "first");
        Check.equal(s.allocateNothings(arena, 5).length(), 5L);
        Check.equal(s.nothingsCount(), 5L);
    }

    private static void nonsense(Arena arena) {
        Spans s = Spans.allocate(arena);
        MemorySegment m = s.structSegment();
        m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET + 8, 1);
        Check.refuses(CorruptStructException.class, "every.Spans.text: the stored pointer is NULL", s::text);
        Check.refuses(CorruptStructException.class, "every.Spans.text", s::textSize);
        Check.refuses(CorruptStructException.class, "every.Spans.text", s::textSegment);
        Check.refuses(CorruptStructException.class, "every.Spans.text", () -> s.textEquals(new byte[1]));
        m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET, m.address());
        for (long wild : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET + 8, wild);
            Check.refuses(CorruptStructException.class, "length " + Long.toUnsignedString(wild), s::text);
            Check.refuses(CorruptStructException.class, "every.Spans.text", s::textSize);
        }
        m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET + 8, 1L << 31);
        Check.refuses(CorruptStructException.class, "beyond what Java can hold", s::text);
        Check.equal(s.textSize(), 1L << 31);
        m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET, -8);
        Check.refuses(CorruptStructException.class, "every.Spans.text", s::text);
        m.set(ValueLayout.JAVA_LONG, Spans.TEXT_OFFSET + 8, 0);
        Check.equal(s.text(), "");

        m.set(ValueLayout.JAVA_LONG, Spans.NUMBERS_OFFSET + 8, 2);
        Check.refuses(CorruptStructException.class, "NULL, but the length is 2", s::numbersCount);
        Check.refuses(CorruptStructException.class, "every.Spans.numbers", () -> s.numbers(0));
        m.set(ValueLayout.JAVA_LONG, Spans.NUMBERS_OFFSET, m.address() + 4);
        Check.refuses(CorruptStructException.class, "is not a multiple of 8", s::numbersToArray);
        m.set(ValueLayout.JAVA_LONG, Spans.NUMBERS_OFFSET, m.address());
        m.set(ValueLayout.JAVA_LONG, Spans.NUMBERS_OFFSET + 8, 1L << 60);
        Check.refuses(CorruptStructException.class, "beyond the end of memory", () -> s.numbers(0, 1));
        m.set(ValueLayout.JAVA_LONG, Spans.NUMBERS_OFFSET + 8, 0);
        Check.equal(s.numbersToArray(), new long[0]);
        m.set(ValueLayout.JAVA_LONG, Spans.POINTS_OFFSET, m.address() + 1);
        m.set(ValueLayout.JAVA_LONG, Spans.POINTS_OFFSET + 8, 1);
        Check.refuses(CorruptStructException.class, "every.Spans.points", () -> s.points(0));
        Check.refuses(CorruptStructException.class, "every.Spans.points", s::pointsArray);
        s.allocateTexts(arena, 1).textsSegment().set(ValueLayout.JAVA_LONG, 8, 5);
        Check.refuses(CorruptStructException.class, "every.Spans.texts", () -> s.texts(0));
        m.set(ValueLayout.JAVA_LONG, Spans.FLAGS_OFFSET, m.address());
        m.set(ValueLayout.JAVA_LONG, Spans.FLAGS_OFFSET + 8, 1L << 40);
        Check.refuses(CorruptStructException.class, "beyond what Java can hold", s::flagsToArray);
        Check.equal(s.flagsCount(), 1L << 40);
    }

    /** What is behind a pointer may be used as long as the struct that points to it. */
    private static void lifetimes() {
        List<MemorySegment> parts;
        try (Arena arena = Arena.ofConfined()) {
            Spans s = Spans.allocate(arena).text(arena, "text").numbers(arena, new long[1]);
            s.allocateChildren(arena, 1).get(0).allocateShortTexts(arena, 1).shortTexts(0, "x").text(arena, "deep");
            Spans child = s.children(0);
            parts = List.of(
                    s.textSegment(),
                    s.numbersSegment(),
                    s.childrenSegment(),
                    child.structSegment(),
                    child.shortTextsSegment(0),
                    child.textSegment(),
                    s.childrenArray().segment());
            Check.equal(child.textSegment().get(ValueLayout.JAVA_BYTE, 0), (byte) 'd');
        }
        for (MemorySegment part : parts) {
            Check.equal(part.scope().isAlive(), false);
        }
    }
}
