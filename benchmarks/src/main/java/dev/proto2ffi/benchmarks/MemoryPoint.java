package dev.proto2ffi.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The memory of the process at a moment that can be compared with another: when what was dropped is collected and
 * cleaned, and the C library has given back the free pages that it kept.
 *
 * @param residentKiB of the process, -1 where {@code /proc} doesn't tell
 * @param nativeKiB what all arenas of the process hold, by the JDK's own account
 * @param heapKiB objects on the heap
 * @param threads alive
 */
record MemoryPoint(long residentKiB, long nativeKiB, long heapKiB, int threads) {
    /** How many times in a row the account must be the same to be believed. */
    private static final int STABLE = 3;

    private static final int PATIENCE = 100;

    /** Collects until the account of native memory doesn't change any more. */
    static MemoryPoint now() throws InterruptedException {
        long held = nativeBytes();
        int stable = 0;
        for (int i = 0; i < PATIENCE && stable < STABLE; i++) {
            System.gc();
            Thread.sleep(100);
            long now = nativeBytes();
            stable = now == held ? stable + 1 : 0;
            held = now;
        }
        trim();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new MemoryPoint(
                readResidentKiB(),
                nativeBytes() >> 10,
                heap >> 10,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    /** What all arenas hold, in bytes: the JDK counts them with its direct buffers. */
    static long nativeBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** The difference, for people. */
    String to(MemoryPoint later) {
        return String.format(
                Locale.ROOT,
                "resident %+,d KiB (%+.1f %%), JDK's native account %+,d KiB",
                later.residentKiB - residentKiB,
                100.0 * (later.residentKiB - residentKiB) / residentKiB,
                later.nativeKiB - nativeKiB);
    }

    private static long readResidentKiB() {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code malloc_trim(0)}, where the C library has it: pages that it keeps for later would count as ours. */
    @SuppressWarnings("restricted")
    private static void trim() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("malloc_trim").ifPresent(function -> {
            try {
                int trimmed = (int) linker.downcallHandle(
                                function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG))
                        .invokeExact(0L);
                assert trimmed >= 0;
            } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim failed", e);
            }
        });
    }
}
