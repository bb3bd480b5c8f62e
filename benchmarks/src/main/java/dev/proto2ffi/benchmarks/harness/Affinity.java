package dev.proto2ffi.benchmarks.harness;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.Locale;

/**
 * Pins the calling thread to a core, so that it doesn't wander from cache to cache while it is measured. On Linux only;
 * elsewhere threads run where the system wants them.
 */
@SuppressWarnings("restricted")
public final class Affinity {
    /** Bytes of a set of cores: 1,024 of them, as glibc has it. */
    private static final int SET = 128;

    private static final FunctionDescriptor OF_A_SET = FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);

    private Affinity() {}

    /** Whether threads can be pinned here. */
    public static boolean isSupported() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    /**
     * Pins the calling thread to one of the cores that it may run on. Threads of different numbers get different cores,
     * as long as there are enough.
     *
     * @param number of the thread, from 0
     * @return the core, or -1 where threads can't be pinned
     */
    public static int pin(int number) {
        if (!isSupported()) {
            return -1;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(SET);
            int size = (int) function("sched_getaffinity").invokeExact(0, (long) SET, set);
            int[] cores = BitSet.valueOf(set.asByteBuffer()).stream().toArray();
            if (size < 0 || cores.length == 0) {
                return -1;
            }
            int core = cores[number % cores.length];
            BitSet only = new BitSet();
            only.set(core);
            MemorySegment.copy(
                    MemorySegment.ofArray(only.toByteArray()), 0, set.fill((byte) 0), 0, only.toByteArray().length);
            return (int) function("sched_setaffinity").invokeExact(0, (long) SET, set) == 0 ? core : -1;
        } catch (Throwable e) {
            throw new IllegalStateException("can't pin the thread to a core", e);
        }
    }

    private static MethodHandle function(String name) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), OF_A_SET);
    }
}
