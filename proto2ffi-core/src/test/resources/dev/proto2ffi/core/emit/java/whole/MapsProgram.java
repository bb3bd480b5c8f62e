import every.ffi.Maps;
import every.ffi.Point;
import every.ffi.Tiny;
import dev.proto2ffi.runtime.CorruptStructException;
import dev.proto2ffi.runtime.FieldOverflowException;
import dev.proto2ffi.runtime.StructArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Maps of every kind, through the generated views. */
final class MapsProgram {
    private final Arena arena;
    private final Maps maps;

    private MapsProgram(Arena arena) {
        this.arena = arena;
        this.maps = Maps.allocate(arena);
    }

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            new MapsProgram(arena).strings();
            new MapsProgram(arena).messages();
            new MapsProgram(arena).enumsAndBools();
            new MapsProgram(arena).unsignedKeys();
            new MapsProgram(arena).elsewhere();
            new MapsProgram(arena).pointers();
            new MapsProgram(arena).unbounded();
            new MapsProgram(arena).nested();
            new MapsProgram(arena).duplicates();
            new MapsProgram(arena).nonsense();
            againstJavaUtil(arena);
        }
        System.out.println(Check.count + " checks");
    }

    private void strings() {
        Maps.AgesMap ages = maps.ages();
        Check.equal(ages.size(), 0);
        Check.equal(ages.get("ann"), 0);
        Check.equal(ages.getOrDefault("ann", -1), -1);
        ages.put("ann", 30).put("bob", 40).put("", 1);
        Check.equal(ages.size(), 3);
        Check.equal(ages.get("ann"), 30);
        Check.equal(ages.get(""), 1);
        Check.equal(ages.containsKey("bob"), true);
        Check.equal(ages.containsKey("bo"), false);
        ages.put("ann", 31);
        Check.equal(ages.size(), 3);
        Check.equal(maps.ages().get("ann"), 31);
        ages.put("cid", 50);
        Check.refuses(FieldOverflowException.class, "every.Maps.ages", () -> ages.put("dan", 60));
        ages.put("cid", 51);
        Check.equal(ages.remove("bob"), true);
        Check.equal(ages.remove("bob"), false);
        Check.equal(ages.size(), 3);
        List<String> seen = new ArrayList<>();
        ages.forEach((key, value) -> seen.add(key + value));
        Check.equal(seen, List.of("ann31", "1", "cid51"));
        Check.refuses(FieldOverflowException.class, "every.Maps.AgesEntry.key", () -> ages.put("too long", 1));
        Check.equal(ages.size(), 3);
        Check.equal(ages.entry(2).value(), 51);
        Check.refuses(IndexOutOfBoundsException.class, "every.Maps.ages", () -> ages.entry(3));
        Check.refuses(IndexOutOfBoundsException.class, "every.Maps.ages", () -> ages.entry(-1));
        Check.equal(ages.toString().startsWith("ages {\n  key: \"ann\"\n  value: 31\n}\nages {\n  key: \"\"\n"), true);
        ages.clear();
        Check.equal(ages.isEmpty(), true);
    }

    private void messages() {
        Maps.PointsMap points = maps.points();
        Check.equal(points.get(1), null);
        points.put(-1L << 40).x(1).y(2);
        Point source = Point.allocate(arena).x(3);
        points.put(5, source);
        source.x(9);
        Check.equal(points.get(-1L << 40).y(), 2.0);
        Check.equal(points.get(5).x(), 3.0);
        points.get(5).x(4);
        Check.equal(points.get(5).x(), 4.0);
        points.put(5);
        Check.equal(points.get(5).x(), 0.0);
        double[] sum = {0};
        points.forEach((key, value) -> sum[0] += value.x() + value.y());
        Check.equal(sum[0], 3.0);
    }

    private void enumsAndBools() {
        Maps.TiniesMap tinies = maps.tinies();
        tinies.put(true, Tiny.HIGH).putNumber(false, 300);
        Check.equal(tinies.get(true), Tiny.HIGH);
        Check.equal(tinies.get(false), Tiny.UNRECOGNIZED);
        Check.equal(tinies.getNumber(false), 300);
        Check.equal(maps.tinies().getNumberOrDefault(true, 7) == 127 ? 7 : 0, 7);
        Check.refuses(FieldOverflowException.class, "every.Maps.TiniesEntry.value", () -> tinies.putNumber(true, 40_000));
        Check.equal(tinies.getNumber(true), 127);
        Check.equal(tinies.remove(true), true);
        Check.equal(tinies.get(true), null);
        Check.equal(tinies.getNumber(true), 0);
        Check.equal(tinies.getNumberOrDefault(true, 9), 9);
        // Anything but 0 is true.
        tinies.put(true, Tiny.LOW);
        tinies.entry(1).structSegment().set(ValueLayout.JAVA_BYTE, 0, (byte) 77);
        Check.equal(tinies.get(true), Tiny.LOW);
    }

    private void unsignedKeys() {
        maps.names().put(-1, "most").put(3, "three");
        Check.equal(maps.names().get(-1), "most");
        Check.equal(maps.names().get(4), null);
        maps.names().entry(0).structSegment().set(ValueLayout.JAVA_INT, 0, (int) 4_000_000_000L);
        Check.equal(maps.names().get((int) 4_000_000_000L), "most");
        Check.refuses(FieldOverflowException.class, "every.Maps.NamesEntry.value", () -> maps.names().put(3, "0123456789"));
        Check.equal(maps.names().get(3), "three");
    }

    private void elsewhere() {
        maps.blobs().put(arena, -7, new byte[] {1, 2}).put(arena, 8, new byte[0]);
        Check.equal(maps.blobs().get(-7).length, 2);
        Check.equal(maps.blobs().get(8).length, 0);
        Check.equal(maps.blobs().get(9), null);
        maps.blobs().put(arena, -7, new byte[] {3});
        Check.equal((int) maps.blobs().get(-7)[0], 3);
        Check.equal(maps.blobs().size(), 2);
    }

    private void pointers() {
        Maps.FarMap far = maps.far();
        far.put(arena, -300).x(1);
        far.put(arena, 300, Point.allocate(arena).y(2));
        Check.equal(far.get(-300).x(), 1.0);
        Check.equal(far.get(300).y(), 2.0);
        Check.equal(far.get(0), null);
        far.entry(0).clearValue();
        Check.equal(far.get(-300), null);
        Check.equal(far.containsKey(-300), true);
        List<String> seen = new ArrayList<>();
        far.forEach((key, value) -> seen.add(key + (value == null ? "" : "!")));
        Check.equal(seen, List.of("-300", "300!"));
        far.remove(300);
        Check.refuses(FieldOverflowException.class, "every.Maps.FarEntry.key", () -> far.put(arena, 40_000));
    }

    private void unbounded() {
        Map<String, String> source = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            source.put("key " + i, "value " + i);
        }
        Check.equal(maps.loose(arena, source), maps);
        Check.equal(maps.loose().size(), 1_000);
        Check.equal(maps.loose().get("key 517"), "value 517");
        Check.equal(maps.loose().get("key"), null);
        Map<String, String> seen = new LinkedHashMap<>();
        maps.loose().forEach(seen::put);
        Check.equal(seen, source);
        Check.equal(List.copyOf(seen.keySet()), List.copyOf(source.keySet()));
        Check.equal(maps.toSnapshot().loose(), source);
        Check.equal(maps.loose().remove("key 0"), true);
        Check.equal(maps.loose().size(), 999);
        maps.loose().clear();
        Check.equal(maps.loose().size(), 0);

        StructArray<Maps.RealsEntry> entries = maps.allocateReals(arena, 3);
        for (int i = 0; i < 3; i++) {
            entries.get(i).key(-i).value(i / 2.0);
        }
        Check.equal(maps.reals().get(-2), 1.0);
        maps.reals().entry(2).value(5);
        Check.equal(maps.reals().get(-2), 5.0);
        maps.reals(arena, Map.of());
        Check.equal(maps.reals().size(), 0);
    }

    private void nested() {
        Maps inner = Maps.allocate(arena);
        inner.ages().put("x", 1);
        maps.nested(arena, Map.of("inner", inner));
        inner.ages().clear();
        Check.equal(maps.nested().get("inner").ages().get("x"), 1);
        Maps copy = Maps.allocate(arena).copyFrom(arena, maps);
        maps.nested().get("inner").ages().put("x", 2);
        Check.equal(copy.nested().get("inner").ages().get("x"), 1);
        Check.equal(copy.toSnapshot().nested().get("inner").ages().get("x"), 1);
    }

    /** As native code may leave them. */
    private void duplicates() {
        maps.ages().put("a", 1).put("b", 2).put("c", 3);
        maps.ages().entry(2).key("a");
        Check.equal(maps.ages().size(), 2);
        Check.equal(maps.ages().entryCount(), 3);
        Check.equal(maps.ages().get("a"), 3);
        Map<String, Integer> seen = new TreeMap<>();
        maps.ages().forEach((key, value) -> Check.equal(seen.put(key, value), null));
        Check.equal(seen, Map.of("a", 3, "b", 2));
        Check.equal(maps.toSnapshot().ages(), Map.of("a", 3, "b", 2));
        Maps other = Maps.allocate(arena);
        other.ages().put("a", 3).put("b", 2);
        Check.equal(maps.contentEquals(other) && other.contentEquals(maps), true);
        Check.equal(maps.ages().remove("a"), true);
        Check.equal(maps.ages().containsKey("a"), false);
        Check.equal(maps.ages().entryCount(), 1);
    }

    private void nonsense() {
        MemorySegment memory = maps.structSegment();
        memory.set(ValueLayout.JAVA_INT, Maps.AGES_COUNT_OFFSET, 5);
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().size());
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().get("a"));
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().put("a", 1));
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().remove("a"));
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().forEach((key, value) -> {}));
        Check.refuses(CorruptStructException.class, "every.Maps.ages", maps::toSnapshot);
        memory.set(ValueLayout.JAVA_INT, Maps.AGES_COUNT_OFFSET, -1);
        Check.refuses(CorruptStructException.class, "every.Maps.ages", () -> maps.ages().containsKey("a"));
        memory.set(ValueLayout.JAVA_INT, Maps.AGES_COUNT_OFFSET, 0);
        memory.set(ValueLayout.JAVA_LONG, Maps.LOOSE_OFFSET + 8, 1);
        Check.refuses(CorruptStructException.class, "every.Maps.loose", () -> maps.loose().get("a"));
        memory.set(ValueLayout.JAVA_LONG, Maps.LOOSE_OFFSET, 4);
        Check.refuses(CorruptStructException.class, "every.Maps.loose", () -> maps.loose().size());
    }

    private static void againstJavaUtil(Arena arena) {
        java.util.Random random = new java.util.Random(1);
        Maps.PointsMap map = Maps.allocate(arena).points();
        Map<Long, Double> model = new LinkedHashMap<>();
        for (int i = 0; i < 2_000; i++) {
            long key = random.nextInt(6);
            if (random.nextInt(3) == 0) {
                Check.equal(map.remove(key), model.remove(key) != null);
            } else if (model.size() < 4 || model.containsKey(key)) {
                map.put(key).x(i);
                model.put(key, (double) i);
            }
            Check.equal(map.size(), model.size());
            Map<Long, Double> seen = new LinkedHashMap<>();
            map.forEach((k, v) -> seen.put(k, v.x()));
            Check.equal(List.copyOf(seen.entrySet()), List.copyOf(model.entrySet()));
        }
    }
}
