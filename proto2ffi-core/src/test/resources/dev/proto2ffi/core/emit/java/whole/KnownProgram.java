import com.google.protobuf.ffi.Int32Value;
import com.google.protobuf.ffi.StringValue;
import com.google.protobuf.ffi.Struct;
import com.google.protobuf.ffi.Timestamp;
import defaults.ffi.Absent;
import defaults.ffi.Defaults;
import defaults.ffi.Half;
import defaults.ffi.Halves;
import defaults.ffi.Inner;
import dev.proto2ffi.runtime.Bytes;
import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import known.ffi.Known;
import known.ffi.Names;
import large.ffi.Fitting;
import large.ffi.Large;

/** Well-known types, names that meet those of snapshots, and snapshots too large for a record. */
final class KnownProgram {
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03.000000004Z");

    private final Arena arena;
    private final Known known;

    private KnownProgram(Arena arena) {
        this.arena = arena;
        this.known = Known.allocate(arena);
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            new KnownProgram(arena).instants();
            new KnownProgram(arena).durations();
            new KnownProgram(arena).wrappers();
            new KnownProgram(arena).choices();
            new KnownProgram(arena).others();
            names(arena);
            large(arena);
            defaults(arena);
            failedCopies(arena);
            absent(arena);
        }
        System.out.println(Check.count + " checks");
    }

    private void instants() {
        Check.equal(known.createdInstant(), Instant.EPOCH);
        Check.equal(known.created(NOW).createdInstant(), NOW);
        Check.equal(known.created().nanos(), 4);
        Check.equal(Timestamp.of(arena, NOW).toInstant(), NOW);
        Check.equal(known.updatedInstant(), null);
        Check.equal(known.updated(NOW).updatedInstant(), NOW);
        Check.equal(known.farInstant(), null);
        Check.equal(known.far(arena, NOW).farInstant(), NOW);
        for (String edge : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.5Z")) {
            Check.equal(known.created(Instant.parse(edge)).createdInstant(), Instant.parse(edge));
        }
        Check.refuses(
                FieldOverflowException.class,
                "google.protobuf.Timestamp.seconds",
                () -> known.created(Instant.parse("0000-12-31T23:59:59Z")));
        Check.refuses(FieldOverflowException.class, "years 1 to 9999", () -> known.created(Instant.MAX));
        Check.equal(known.createdInstant(), Instant.parse("1969-12-31T23:59:59.5Z"));
        known.created().nanos(1_000_000_000);
        Check.refuses(CorruptStructException.class, "google.protobuf.Timestamp.nanos", known::createdInstant);
        known.created().nanos(0).seconds(Long.MIN_VALUE);
        Check.refuses(CorruptStructException.class, "google.protobuf.Timestamp.seconds", known::createdInstant);
        known.times().put("a").set(NOW);
        Check.equal(known.times().get("a").toInstant(), NOW);
    }

    private void durations() {
        for (Duration value : List.of(
                Duration.ZERO,
                Duration.ofNanos(1),
                Duration.ofNanos(-1),
                Duration.ofMillis(-1_500),
                Duration.ofSeconds(315_576_000_000L),
                Duration.ofSeconds(-315_576_000_000L))) {
            Check.equal(known.took(value).tookDuration(), value);
        }
        known.took(Duration.ofMillis(-1_500));
        Check.equal(known.took().seconds(), -1L);
        Check.equal(known.took().nanos(), -500_000_000);
        Check.refuses(
                FieldOverflowException.class,
                "google.protobuf.Duration.seconds",
                () -> known.took(Duration.ofSeconds(315_576_000_001L)));
        Check.equal(known.tookDuration(), Duration.ofMillis(-1_500));
        known.took().nanos(1);
        Check.refuses(CorruptStructException.class, "google.protobuf.Duration.nanos", known::tookDuration);
        known.took().seconds(0).nanos(-1_000_000_000);
        Check.refuses(CorruptStructException.class, "google.protobuf.Duration.nanos", known::tookDuration);
        known.took().nanos(0).seconds(315_576_000_001L);
        Check.refuses(CorruptStructException.class, "google.protobuf.Duration.seconds", known::tookDuration);
    }

    private void wrappers() {
        Check.equal(known.countOrNull(), null);
        Check.equal(known.countOrNull(5).countOrNull(), 5);
        Check.equal(known.count().value(), 5);
        Check.equal(known.countOrNull(null).hasCount(), false);
        Check.equal(known.textOrNull(arena, "text").textOrNull(), "text");
        Check.equal(known.textOrNull(arena, null).textOrNull(), null);
        Check.equal(known.farCountOrNull(), null);
        Check.equal(known.farCountOrNull(arena, -1).farCountOrNull(), -1);
        Check.equal(known.farCountOrNull(arena, null).hasFarCount(), false);
        Check.equal(Int32Value.of(arena, 7).value(), 7);
        Check.equal(StringValue.of(arena, "x").value(), "x");
    }

    private void choices() {
        known.since(NOW);
        Check.equal(known.sinceInstant(), NOW);
        Check.equal(known.flagOrNull(), null);
        known.flagOrNull(null);
        Check.equal(known.sinceInstant(), NOW);
        Check.equal(known.flagOrNull(true).flagOrNull(), true);
        Check.equal(known.sinceInstant(), null);
        Check.equal(known.flagOrNull(null).choiceCaseNumber(), 0);
        Check.equal(known.bytesOrNull(arena, new byte[] {1}).bytesOrNull(), new byte[] {1});
        Known.Snapshot snapshot = known.toSnapshot();
        Check.equal(snapshot.choice() instanceof Known.Snapshot.Choice.Bytes_, true);
        Check.equal(Known.from(snapshot, arena).contentEquals(known), true);
    }

    private void others() {
        known.any().typeUrl(arena, "type").value(arena, new byte[] {1, 2});
        known.mask().allocatePaths(arena, 2);
        known.mask().paths(arena, 0, "a").paths(arena, 1, "b.c");
        Struct inner = Struct.allocate(arena);
        inner.allocateFields(arena, 1).get(0).key(arena, "pi").initValue().numberValue(3.14);
        known.struct(arena, inner);
        Check.equal(known.struct().fields().get("pi").numberValue(), 3.14);
        Known.Snapshot snapshot = known.toSnapshot();
        Check.equal(snapshot.any().value(), Bytes.of((byte) 1, (byte) 2));
        Check.equal(snapshot.mask().paths(), List.of("a", "b.c"));
        Check.equal(snapshot.count(), null);
        Check.equal(snapshot.many(), List.of());
        Known restored = Known.from(snapshot, arena);
        Check.equal(restored.contentEquals(known), true);
        Check.equal(restored.toString(), known.toString());
        Check.equal(snapshot.toString().contains("typeUrl=type"), true);
    }

    private static void names(Arena arena) {
        Names inner = Names.allocate(arena).hashCode_(4);
        Names names = Names.allocate(arena)
                .toSnapshot_(1)
                .from_(2)
                .structSnapshot_(3)
                .kindNumber(5)
                .number(Names.Kind.SOME);
        names.scores().put(1, 2);
        names.snapshot().x(6);
        names.payload(arena, inner);
        names.kinds(arena, Map.of("k", Names.Kind.SOME));
        names.in().put(arena, true, new byte[] {1});
        names.record(arena, Map.of("r", inner));
        Names.Snapshot_ snapshot = names.toSnapshot();
        Check.equal(snapshot.toSnapshot(), 1);
        Check.equal(snapshot.scores(), Map.of(1, 2));
        Check.equal(snapshot.kinds(), Map.of("k", 1));
        Check.equal(snapshot.kindNumber(), 5);
        Check.equal(snapshot.number(), Names.Kind.SOME);
        Check.equal(snapshot.maybe(), null);
        Check.equal(snapshot.snapshot().x(), 6);
        Check.equal(snapshot.record().get("r").hashCode_(), 4);
        Check.equal(((Names.Snapshot_.Payload.Payload_) snapshot.payload()).value().hashCode_(), 4);
        Names restored = Names.from(snapshot, arena);
        Check.equal(restored.contentEquals(names), true);
        Check.equal(restored.maybe(Names.Kind.NONE).toSnapshot().maybe(), Names.Kind.NONE);
        names.string(arena, "text");
        Check.equal(names.toSnapshot().payload(), new Names.Snapshot_.Payload.String_("text"));
        Check.equal(names.toSnapshot().equals(snapshot), false);
    }

    private static void large(Arena arena) {
        Large large = Large.allocate(arena).kindNumber(77).flag(true).loose(arena, "loose").build(true).n127(9);
        large.addList(4);
        large.map().put(1, 2);
        Large.Snapshot snapshot = large.toSnapshot();
        Check.equal(snapshot.kindNumber(), 77);
        Check.equal(snapshot.kind(), Large.Kind.UNRECOGNIZED);
        Check.equal(snapshot.list(), List.of(4));
        Check.equal(snapshot.map(), Map.of(1, 2));
        Check.equal(snapshot.n127(), 9L);
        Check.equal(snapshot.choice(), new Large.Snapshot.Choice.Build(true));
        Large restored = Large.from(snapshot, arena);
        Check.equal(restored.contentEquals(large), true);
        Check.equal(restored.toSnapshot(), snapshot);
        Check.equal(restored.toSnapshot().hashCode(), snapshot.hashCode());
        Check.equal(snapshot.equals(restored.n5(1).toSnapshot()), false);
        Check.equal(snapshot.equals(null), false);
        Check.equal(new Large.Snapshot.Builder().n5(3).build().n5(), 3L);
        Check.equal(new Large.Snapshot.Builder().build().list(), List.of());
        Check.equal(snapshot.toString().startsWith("Snapshot["), true);
        Check.equal(Record.class.isAssignableFrom(Large.Snapshot.class), false);
        Check.equal(Record.class.isAssignableFrom(Fitting.Snapshot.class), true);
        Check.equal(Fitting.allocate(arena).n126(2).toSnapshot().n126(), 2.0);
    }

    private static void defaults(Arena arena) {
        Defaults defaults = Defaults.allocate(arena);
        Check.equal(defaults.loose(), "abc");
        Check.equal(defaults.blob(), new byte[] {1, 2});
        Check.equal(defaults.fixed(1).v(), 3);
        Check.equal(defaults.loose(arena, "").blob(arena, new byte[0]).toSnapshot().loose(), "");
        Check.equal(Defaults.from(defaults.toSnapshot(), arena).loose(), "");
        Check.equal(defaults.clear().loose(), "abc");
        Check.equal(defaults.looseSegment().address(), Defaults.allocate(arena).looseSegment().address());
        defaults.map(arena, java.util.Map.of("k", Inner.allocate(arena).v(8)));
        Check.equal(defaults.map().get("k").v(), 8);
        Check.equal(defaults.allocateMap(arena, 2).get(1).value().v(), 3);
    }

    /** What a copy has written before it fails is never read as another field of the oneof. */
    private static void failedCopies(Arena arena) {
        Half corrupt = Half.allocate(arena).address(12345678).size(100);
        corrupt.structSegment().set(ValueLayout.JAVA_LONG, Half.KIDS_OFFSET + Long.BYTES, 1);
        Halves halves = Halves.allocate(arena).text(arena, "hello");
        Check.refuses(CorruptStructException.class, "defaults.Half.kids", () -> halves.half(arena, corrupt));
        Check.equal(halves.oCase(), Halves.OCase.NOT_SET);
        Check.refuses(IllegalStateException.class, "defaults.Halves.text: it isn't set", halves::text);
        Check.equal(halves.toSnapshot(), new Halves.Snapshot(null));
        Check.equal(halves.text(arena, "again").text(), "again");

        halves.half(arena, Half.allocate(arena).size(7));
        Check.equal(halves.half().size(), 7L);
        Check.refuses(CorruptStructException.class, "defaults.Half.kids", () -> halves.half(arena, corrupt));
        Check.equal(halves.oCase(), Halves.OCase.HALF);
        Check.equal(halves.half().kidsCount(), 0L);
    }

    /** What an absent field reads as is its default, however it is read, and whatever its bytes hold. */
    private static void absent(Arena arena) {
        Absent fresh = Absent.allocate(arena);
        Absent used = Absent.allocate(arena)
                .tight("abc")
                .blob(new byte[] {1})
                .hash(new byte[] {1, 2})
                .loose(arena, "abc");
        Check.equal(used.tightEquals("abc".getBytes(StandardCharsets.UTF_8)), true);
        used.clearTight().clearBlob().clearHash().clearLoose();
        for (Absent each : List.of(fresh, used)) {
            Check.equal(each.tight(), "hey");
            Check.equal(each.tightSize(), 3);
            Check.equal(each.tightEquals("hey".getBytes(StandardCharsets.UTF_8)), true);
            Check.equal(each.tightEquals("abc".getBytes(StandardCharsets.UTF_8)), false);
            Check.equal(each.tightSegment().byteSize(), 0L);
            Check.equal(each.blobSize(), 0);
            Check.equal(each.blobEquals(new byte[0]), true);
            Check.equal(each.blobEquals(new byte[] {1}), false);
            Check.equal(each.hash(), new byte[2]);
            Check.equal(each.hashEquals(new byte[2]), true);
            Check.equal(each.hashEquals(new byte[] {1, 2}), false);
            Check.equal(each.looseSize(), 2L);
            Check.equal(each.looseEquals("\u00e4".getBytes(StandardCharsets.UTF_8)), true);
            Check.equal(each.looseSegment().byteSize(), 0L);
        }
    }
}
