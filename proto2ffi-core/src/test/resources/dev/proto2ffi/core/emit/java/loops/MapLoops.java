import com.sun.management.ThreadMXBean;
import every.ffi.Maps;
import every.ffi.Point;
import every.ffi.Tiny;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Uses maps of a few entries in loops until the compiler has done its work, and says which uses still allocate. */
public final class MapLoops {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int LENGTH = 20_000;

    /** How many measurements a loop gets until it is compiled. */
    private static final int PATIENCE = 60;

    /** Bytes for each call that count as nothing: the smallest object has 16. */
    private static final double NOTHING = 8;

    /** Keeps the compiler from leaving the loops out. */
    private static volatile int consumed;

    private static int sum;

    private MapLoops() {}

    public static void main(String[] arguments) {
        try (Arena arena = Arena.ofConfined()) {
            Maps maps = Maps.allocate(arena);
            for (int i = 0; i < 4; i++) {
                maps.points().put((long) i).x(i);
            }
            maps.tinies().put(true, Tiny.LOW);
            Point point = Point.allocate(arena).x(7);
            int allocating = 0;
            Map<String, IntUnaryOperator> loops = loops(maps, point);
            for (Map.Entry<String, IntUnaryOperator> loop : loops.entrySet()) {
                double bytes = settled(loop.getValue());
                if (bytes >= NOTHING) {
                    System.out.println(loop.getKey() + " " + bytes + " B");
                    allocating++;
                }
            }
            System.out.println(loops.size() + " map loops, " + allocating + " allocate");
        }
    }

    private static Map<String, IntUnaryOperator> loops(Maps maps, Point point) {
        Map<String, IntUnaryOperator> loops = new LinkedHashMap<>();
        // Writing may be too large to be inlined; then the view of the map is an object, but one for the loop.
        Maps.PointsMap points = maps.points();
        Maps.TiniesMap tinies = maps.tinies();
        loops.put("containsKey", i -> maps.points().containsKey(i & 7) ? 1 : 0);
        loops.put("get of a message", i -> (int) maps.points().get(i & 3).x());
        loops.put("put of a copy", i -> points.put(i & 3, point) == null ? 1 : 0);
        loops.put("getNumber", i -> maps.tinies().getNumber(true));
        loops.put("put of an enum", i -> tinies.put((i & 1) == 0, Tiny.HIGH) == null ? 1 : 0);
        loops.put("size", i -> maps.points().size());
        loops.put("isEmpty", i -> maps.points().isEmpty() ? 1 : 0);
        loops.put("forEach of numbers", i -> {
            maps.tinies().forEach((key, value) -> sum += value.ordinal());
            return sum;
        });
        return loops;
    }

    private static double settled(IntUnaryOperator loop) {
        double bytes = NOTHING;
        for (int i = 0; i < PATIENCE && bytes >= NOTHING; i++) {
            bytes = bytesACall(loop);
        }
        return bytes;
    }

    private static double bytesACall(IntUnaryOperator loop) {
        int total = 0;
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < LENGTH; i++) {
            total += loop.applyAsInt(i);
        }
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        consumed = total;
        return (double) bytes / LENGTH;
    }
}
