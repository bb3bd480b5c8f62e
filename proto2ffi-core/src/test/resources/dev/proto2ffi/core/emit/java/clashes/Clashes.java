import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import names.ffi.Clash;
import names.ffi.HoldsPlain;
import names.ffi.Plain;

/** Names that meet those of generated code, and defaults of every storage. */
public final class Clashes {
    private Clashes() {}

    public static void main(String[] args) {
        try (Arena arena = Arena.ofConfined()) {
            names(Clash.allocate(arena), arena);
            defaults(Clash.allocate(arena), arena);
        }
        System.out.println(Check.count + " checks");
    }

    private static void names(Clash c, Arena arena) {
        c.notSet(4);
        Check.equal(c.payloadCase_(), Clash.PayloadCase_.NOT_SET);
        Check.equal(c.payloadCase_().number(), 1);
        Check.equal(c.unrecognized(3).payloadCase_(), Clash.PayloadCase_.UNRECOGNIZED);
        Check.equal(c.payloadCase_().number(), 2);
        c.structSegment().set(ValueLayout.JAVA_INT, Clash.PAYLOAD_CASE_OFFSET_, 99);
        Check.equal(c.payloadCase_(), Clash.PayloadCase_.UNRECOGNIZED_);
        Check.equal(c.clearPayload_().payloadCase_(), Clash.PayloadCase_.NOT_SET_);
        c.initPayloadCase().n(5);
        Check.equal(c.payloadCase().n(), 5);
        Check.equal(c.class_(arena, "c").class_(), "c");
        Check.equal(c.items(arena, new int[] {1}).itemsCount_(), 1L);
        Check.equal(c.itemsCount(7).itemsCount(), 7);
        Check.equal(c.allocateItems_(arena, 2).itemsSegment().byteSize(), 8L);
        Check.equal(c.allocateArray_(arena, 2).length(), 2L);
        c.initPointers().initClash(arena).small(1);
        Check.equal(c.pointers().clash().small(), 1);
        Check.equal(c.count(3).countAcquire_(), 3);
        Check.equal(c.deltaNumberRelease(1L << 40).deltaAcquire(), Clash.Oneofs.UNRECOGNIZED);
        Check.equal(c.compareAndSetDeltaNumber(1L << 40, 5), true);
        Check.equal(c.deltaAcquire(), Clash.Oneofs.B);
        Check.equal((int) Clash.Handles_.ITEMS_SIZE.get(c.itemsSize(8).structSegment(), 0L), 8);
        Check.equal((long) Clash.Handles_.ITEMS_SIZE_.get(c.structSegment(), 0L), 2L);
    }

    private static void defaults(Clash c, Arena arena) {
        Check.equal(c.oneofs(), Clash.Oneofs.B);
        Check.equal(c.wide(), 4_000_000_000L);
        Check.equal(c.small(), -5);
        Check.equal(c.base(), "text");
        Check.equal(c.expected(), new byte[] {1, -1});
        Check.equal(c.base(arena, "").base(), "");
        Check.equal(c.clearBase().base(), "text");
        Check.equal(c.initGrp().inGroup(), "dflt");
        Plain plain = Plain.allocate(arena);
        Check.equal(plain.text(), "text");
        Check.equal(plain.data(), new byte[] {'a', 'b'});
        Check.equal(plain.small(), -5);
        Check.equal(plain.text(arena, "x").clear().text(), "text");
        HoldsPlain holder = HoldsPlain.allocate(arena);
        Check.equal(holder.initPlain().text(), "text");
        Check.equal(holder.initP().text(), "text");
        Check.equal(holder.allocatePlains(arena, 2).get(1).data(), new byte[] {'a', 'b'});
        Check.equal(holder.s(arena, "s").s(), "s");
    }
}
