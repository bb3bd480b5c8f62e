import dev.proto2ffi.runtime.NativeLibrary;
import dev.proto2ffi.runtime.Struct;
import dev.proto2ffi.runtime.StructType;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Fills every struct of a schema at random, has each native library copy it field by field, and compares. */
final class RandomTrip {
    private static final long ROOM = 1 << 25;

    /** C and Rust copy structs by way of the stack; a few of 100 KiB within each other are more than a thread's usual one. */
    private static final long STACK = 1 << 28;

    /** What each station's copies point to; dirty from the trip before. */
    private static final Map<MethodHandle, MemorySegment> MEMORY = new IdentityHashMap<>();

    private RandomTrip() {}

    /** Rounds, seed, and libraries, through which what is filled goes one after another. */
    public static void main(String[] arguments) throws Throwable {
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        run(arguments);
                    } catch (Throwable e) {
                        failure[0] = e;
                    }
                },
                "trip",
                STACK);
        thread.start();
        thread.join();
        if (failure[0] != null) {
            throw failure[0];
        }
    }

    private static void run(String[] arguments) throws Throwable {
        int rounds = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        List<MethodHandle> stations = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            stations.add(NativeLibrary.load(Path.of(arguments[i]))
                    .function(
                            "trip",
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_BOOLEAN,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_LONG)));
        }
        long trips = 0;
        long empty = 0;
        for (int round = 0; round < rounds; round++) {
            for (int index = 0; index < Fill.STRUCTS; index++) {
                empty += trip(index, seed + round * 1_000_003L + index, stations) ? 0 : 1;
                trips++;
            }
        }
        System.out.println(trips + " trips of " + Fill.STRUCTS + " structs, " + empty + " of them with nothing but defaults");
    }

    private static boolean trip(int index, long seed, List<MethodHandle> stations) throws Throwable {
        StructType<?> type = Fill.type(index);
        try (Arena arena = Arena.ofConfined()) {
            Struct first = type.allocate(arena);
            Fill.fill(index, first, new Values(seed), arena);
            Struct current = first;
            for (MethodHandle station : stations) {
                // Nonsense, lest a field that was forgotten looks as if it had been written.
                MemorySegment target = arena.allocate(type.size(), type.alignment()).fill((byte) 0xa5);
                MemorySegment memory = MEMORY.computeIfAbsent(station, next -> Arena.global().allocate(ROOM, 8));
                MemorySegment source = segment(current);
                if (!(boolean) station.invokeExact(index, source, target, memory, ROOM)) {
                    throw new AssertionError(type.name() + ", seed " + seed + ": refused\n" + first);
                }
                Struct next = type.at(target, 0);
                if (!Fill.equal(index, first, next) || !first.toString().equals(next.toString())) {
                    throw new AssertionError(
                            type.name() + ", seed " + seed + ":\n" + first + "\ncame back as\n" + next);
                }
                current = next;
            }
            return !Fill.equal(index, first, type.allocate(arena));
        }
    }

    private static MemorySegment segment(Struct struct) {
        return struct.structSegment();
    }
}
