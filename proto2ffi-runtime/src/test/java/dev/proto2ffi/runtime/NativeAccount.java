package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The JVM's own account of native memory. The beans that count direct buffers don't count segments, so the tests run with
 * {@code -XX:NativeMemoryTracking=summary}.
 */
final class NativeAccount {
    /** Bytes that other code of the JDK may allocate meanwhile under the same heading. */
    static final long OF_OTHERS = 16_384;

    private static final Pattern OTHER = Pattern.compile("Other \\(reserved=\\d+, committed=(\\d+)\\)");

    private NativeAccount() {}

    /** As {@link #bytes}, once what earlier tests dropped is freed. */
    static long settledBytes() throws InterruptedException {
        long last = -1;
        long bytes = bytes();
        for (int i = 0; i < 50 && bytes != last; i++) {
            System.gc();
            Thread.sleep(20);
            last = bytes;
            bytes = bytes();
        }
        return bytes;
    }

    /** What is allocated now for segments, and little else. */
    static long bytes() {
        Object report;
        try {
            report = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmNativeMemory",
                            new Object[] {new String[] {"summary", "scale=b"}},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new AssertionError(e);
        }
        Matcher other = OTHER.matcher((String) report);
        assertThat(other.find())
                .as("-XX:NativeMemoryTracking=summary is among the JVM's arguments: %s", report)
                .isTrue();
        return Long.parseLong(other.group(1));
    }
}
