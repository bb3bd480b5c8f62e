package dev.proto2ffi.benchmarks.churn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The memory of the process at a moment that can be compared with another: when what was dropped is collected and
 * cleaned, and the C library has given back the free pages that it kept.
 *
 * @param residentKiB of the process, -1 where {@code /proc} doesn't tell
 * @param nativeKiB what Java code holds of native memory, by the JVM's own account
 * @param heapKiB objects on the heap
 * @param threads alive
 */
record MemoryPoint(long residentKiB, long nativeKiB, long heapKiB, int threads) {
    /** How many times in a row the account must be the same to be believed. */
    private static final int STABLE = 3;

    private static final int PATIENCE = 100;

    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=([0-9]+)");

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

    /**
     * What Java code holds of native memory, in bytes. The JDK's account of direct memory doesn't see arenas that are
     * closed by hand; the JVM's tracking of all native memory does, under "Other".
     *
     * @throws IllegalStateException if the JVM was started without {@code -XX:NativeMemoryTracking=summary}
     */
    static long nativeBytes() {
        try {
            String summary = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary", "scale=B"}},
                            new String[] {String[].class.getName()});
            Matcher other = OTHER.matcher(summary);
            if (!other.find()) {
                if (summary.contains("not enabled")) {
                    throw new IllegalStateException(summary.strip() + "; start with -XX:NativeMemoryTracking=summary");
                }
                return 0;
            }
            return Long.parseLong(other.group(1));
        } catch (JMException e) {
            throw new IllegalStateException("the JVM doesn't tell what native memory it holds", e);
        }
    }

    /** The difference, for people. */
    String to(MemoryPoint later) {
        return String.format(
                Locale.ROOT,
                "resident %+,d KiB (%+.1f %%), native memory by the JVM's account %+,d KiB",
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
