import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import every.ffi.Choice;
import every.ffi.Choice.OtherCase;
import every.ffi.Choice.PayloadCase;
import every.ffi.LooseChoice;
import every.ffi.Point;
import every.ffi.Tiny;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Tagged unions. */
final class Oneofs {
    private Oneofs() {}

    static void run(Arena arena) {
        cases(arena);
        members(arena);
        zeroing(arena);
        refusals(arena);
        nonsense(arena);
        statics(arena);
        loose(arena);
    }

    private static void cases(Arena arena) {
        Choice c = Choice.allocate(arena);
        Check.equal(c.payloadCase(), PayloadCase.NOT_SET);
        Check.equal(c.payloadCaseNumber(), 0);
        Check.equal(c.hasNumber(), false);
        Check.equal(c.number(5).payloadCase(), PayloadCase.NUMBER);
        Check.equal(c.payloadCaseNumber(), 2);
        Check.equal(c.hasNumber(), true);
        Check.equal(c.otherCase(), OtherCase.NOT_SET);
        Check.equal(c.small(65535).otherCase(), OtherCase.SMALL);
        Check.equal(c.number(), 5);
        Check.equal(c.clearPayload().payloadCase(), PayloadCase.NOT_SET);
        Check.equal(c.otherCase(), OtherCase.SMALL);
        Check.equal(PayloadCase.forNumber(7), PayloadCase.POINT);
        Check.equal(PayloadCase.TEXT.number(), 4);
        Check.equal(PayloadCase.forNumber(99), PayloadCase.UNRECOGNIZED);
    }

    private static void members(Arena arena) {
        Choice c = Choice.allocate(arena);
        Check.equal(c.flag(true).flag(), true);
        Check.equal(c.text("grün").text(), "grün");
        Check.equal(c.textSize(), 5);
        Check.equal(c.textSegment().byteSize(), 5L);
        Check.equal(c.textEquals("grün".getBytes(java.nio.charset.StandardCharsets.UTF_8)), true);
        Check.equal(c.blob(new byte[] {1, 2}).blob(), new byte[] {1, 2});
        Check.equal(c.blob(MemorySegment.ofArray(new byte[7])).blobSize(), 7);
        Check.equal(c.hash(new byte[16]).hashEquals(new byte[16]), true);
        Check.equal(c.initPoint().x(1.5).x(), 1.5);
        Check.equal(c.payloadCase(), PayloadCase.POINT);
        Check.equal(c.point().x(), 1.5);
        Check.equal(c.point(Point.allocate(arena).y(2)).point().y(), 2.0);
        Check.equal(c.tiny(Tiny.HIGH).tinyNumber(), 127);
        Check.equal(c.tinyNumber(-7).tiny(), Tiny.UNRECOGNIZED);
        Check.equal(c.real(2.5).real(), 2.5);
        c.initNothing();
        Check.equal(c.payloadCase(), PayloadCase.NOTHING);
        Check.equal(c.big(-1).big(), -1L);
        Check.equal((int) Choice.Handles.PAYLOAD_CASE.get(c.structSegment(), 0L), 10);
        Check.equal((long) Choice.Handles.BIG.get(c.structSegment(), 0L), -1L);
    }

    /** Nothing of a field that is gone is left; what stays the case keeps its other bytes. */
    private static void zeroing(Arena arena) {
        Choice c = Choice.allocate(arena);
        MemorySegment union = c.structSegment().asSlice(Choice.TEXT_OFFSET, 16);
        c.structSegment().asSlice(Choice.TEXT_OFFSET, 16).fill((byte) 0x55);
        c.text("a");
        Check.equal(union.get(ValueLayout.JAVA_BYTE, 0), (byte) 'a');
        Check.equal(isZero(union.asSlice(1)), true);
        union.fill((byte) 0x55);
        c.number(-1);
        Check.equal(isZero(union.asSlice(4)), true);
        union.fill((byte) 0x55);
        c.number(3);
        Check.equal(union.get(ValueLayout.JAVA_BYTE, 4), (byte) 0x55);
        c.initPoint();
        Check.equal(isZero(union), true);
        union.fill((byte) 0x55);
        c.initPoint();
        Check.equal(isZero(union), true);
        union.fill((byte) 0x55);
        c.blob(new byte[1]);
        Check.equal(isZero(union.asSlice(5)), true);
        union.fill((byte) 0x55);
        c.clearPayload();
        Check.equal(isZero(union), true);
        // A value from the union itself is read before its place is taken.
        c.hash(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
        c.blob(c.hashSegment().asSlice(9));
        Check.equal(c.blob(), new byte[] {10, 11, 12, 13, 14, 15, 16});
    }

    private static boolean isZero(MemorySegment memory) {
        return memory.mismatch(MemorySegment.ofArray(new byte[(int) memory.byteSize()])) == -1;
    }

    private static void refusals(Arena arena) {
        Choice c = Choice.allocate(arena);
        Check.refuses(IllegalStateException.class, "every.Choice.text", c::text);
        Check.refuses(IllegalStateException.class, "case 4, but no field is set", c::text);
        c.number(77);
        Check.refuses(IllegalStateException.class, "case 4, but case 2 is set", c::text);
        Check.refuses(IllegalStateException.class, "every.Choice.text", c::textSize);
        Check.refuses(IllegalStateException.class, "every.Choice.text", c::textSegment);
        Check.refuses(IllegalStateException.class, "every.Choice.text", () -> c.textEquals(new byte[0]));
        Check.refuses(IllegalStateException.class, "every.Choice.flag", c::flag);
        Check.refuses(IllegalStateException.class, "every.Choice.blob", c::blob);
        Check.refuses(IllegalStateException.class, "every.Choice.hash", c::hashSegment);
        Check.refuses(IllegalStateException.class, "every.Choice.point", c::point);
        Check.refuses(IllegalStateException.class, "every.Choice.tiny", c::tiny);
        Check.refuses(IllegalStateException.class, "every.Choice.tiny", c::tinyNumber);
        Check.refuses(IllegalStateException.class, "every.Choice.nothing", c::nothing);
        // What is refused leaves the field that was set.
        Check.refuses(FieldOverflowException.class, "every.Choice.text", () -> c.text("thirteen bytes"));
        Check.refuses(IllegalArgumentException.class, "every.Choice.text", () -> c.text("\ud800"));
        Check.refuses(FieldOverflowException.class, "every.Choice.blob", () -> c.blob(new byte[8]));
        Check.refuses(IllegalArgumentException.class, "every.Choice.hash", () -> c.hash(new byte[15]));
        Check.refuses(FieldOverflowException.class, "every.Choice.tiny", () -> c.tinyNumber(128));
        Check.refuses(IllegalStateException.class, "UNRECOGNIZED", () -> c.tiny(Tiny.UNRECOGNIZED));
        Check.refuses(NullPointerException.class, "", () -> c.point((Point) null));
        Check.refuses(FieldOverflowException.class, "every.Choice.small", () -> c.small(65536));
        Check.equal(c.number(), 77);
    }

    private static void nonsense(Arena arena) {
        Choice c = Choice.allocate(arena);
        for (int wild : new int[] {-1, 1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            c.structSegment().set(ValueLayout.JAVA_INT, Choice.PAYLOAD_CASE_OFFSET, wild);
            Check.equal(c.payloadCase(), PayloadCase.UNRECOGNIZED);
            Check.equal(c.payloadCaseNumber(), wild);
            Check.equal(c.hasNumber(), false);
            Check.refuses(IllegalStateException.class, "case " + wild, c::number);
        }
        Check.equal(c.number(1).number(), 1);
        c.blob(new byte[1]).structSegment().set(ValueLayout.JAVA_INT, Choice.BLOB_OFFSET, 8);
        Check.refuses(CorruptStructException.class, "every.Choice.blob", c::blob);
    }

    private static void statics(Arena arena) {
        MemorySegment memory = arena.allocate(Choice.SIZE + 8, 8);
        Choice.text(memory, 8, "s");
        Check.equal(Choice.text(memory, 8), "s");
        Check.equal(Choice.textSize(memory, 8), 1);
        Check.equal(Choice.hasText(memory, 8), true);
        Check.equal(Choice.payloadCase(memory, 8), PayloadCase.TEXT);
        Check.equal(Choice.textEquals(memory, 8, new byte[] {'s'}), true);
        Check.equal(Choice.textSegment(memory, 8).byteSize(), 1L);
        Choice.clearPayload(memory, 8);
        Check.equal(Choice.payloadCaseNumber(memory, 8), 0);
    }

    private static void loose(Arena arena) {
        LooseChoice c = LooseChoice.allocate(arena);
        Check.equal(c.text(arena, "a\0b").text(), "a\0b");
        Check.equal(c.textSize(), 3L);
        Check.equal(c.blob(arena, new byte[] {3}).blob(), new byte[] {3});
        Check.refuses(IllegalStateException.class, "every.LooseChoice.text", c::text);
        Check.refuses(IllegalStateException.class, "every.LooseChoice.far_point", c::farPoint);
        c.initFarPoint(arena).x(4);
        Check.equal(c.hasFarPoint(), true);
        Check.equal(c.farPoint().x(), 4.0);
        Check.equal(c.payloadCase(), LooseChoice.PayloadCase.FAR_POINT);
        Check.equal(c.farPoint(arena, Point.allocate(arena).x(5)).farPoint().x(), 5.0);
        LooseChoice inner = LooseChoice.allocate(arena).text(arena, "inner");
        Check.equal(c.again(arena, inner).again().text(), "inner");
        inner.text(arena, "changed");
        Check.equal(c.again().text(), "inner");
        c.again(arena, c);
        Check.equal(c.again().again().text(), "inner");
        c.initAgain(arena).initChoice().number(9);
        Check.equal(c.again().choice().number(), 9);
        c.structSegment().set(ValueLayout.JAVA_LONG, LooseChoice.AGAIN_OFFSET, 0L);
        Check.refuses(IllegalStateException.class, "every.LooseChoice.again", c::again);
        c.structSegment().set(ValueLayout.JAVA_LONG, LooseChoice.AGAIN_OFFSET, 1001L);
        Check.refuses(CorruptStructException.class, "every.LooseChoice.again", c::again);
        Choice choice = Choice.allocate(arena).text("copied");
        Check.equal(c.choice(choice).choice().text(), "copied");
        Check.refuses(IllegalArgumentException.class, "unpaired", () -> c.text(arena, "\udc00"));
        Check.equal(c.choice().text(), "copied");
    }
}
