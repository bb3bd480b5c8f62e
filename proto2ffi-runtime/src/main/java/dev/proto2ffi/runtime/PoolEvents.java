package dev.proto2ffi.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * What pools tell the JDK's flight recorder, on slow paths only. Before the first recording nothing of the recorder is
 * touched: it takes a fifth of a second to start. Nor is it where a Java runtime without {@code jdk.jfr} is used.
 */
final class PoolEvents {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private PoolEvents() {}

    /** Apart from the rest, so that no class of {@code jdk.jfr} is looked for where there is none. */
    private static final class Recorder {
        static boolean isInitialized() {
            return FlightRecorder.isInitialized();
        }
    }

    private static boolean mayRecord() {
        return PRESENT && Recorder.isInitialized();
    }

    @Name("dev.proto2ffi.PoolGrowth")
    @Label("Struct Pool Growth")
    @Category({"proto2ffi", "Memory"})
    @Description("A pool allocated another slab: its capacity was too small for the load")
    static final class Growth extends Event {
        @Label("Struct")
        String struct = "";

        @Label("Capacity Before")
        int from;

        @Label("Capacity After")
        int to;
    }

    @Name("dev.proto2ffi.PoolExhaustion")
    @Label("Struct Pool Exhaustion")
    @Category({"proto2ffi", "Memory"})
    @Description("A pool had no struct left")
    static final class Exhaustion extends Event {
        @Label("Struct")
        String struct = "";

        @Label("Capacity")
        int capacity;

        @Label("Fell Back")
        @Description("Whether the caller got a fresh allocation instead of an exception")
        boolean fellBack;
    }

    @Name("dev.proto2ffi.StructLeak")
    @Label("Struct Leak")
    @Category({"proto2ffi", "Memory"})
    @Description("A struct was never given back to its pool; found in checked mode")
    @StackTrace(false) // that of the finder says nothing
    static final class Leak extends Event {
        @Label("Struct")
        String struct = "";

        @Label("Acquired At")
        String acquiredAt = "";
    }

    static void grown(String struct, int from, int to) {
        if (!mayRecord()) {
            return;
        }
        Growth event = new Growth();
        if (event.shouldCommit()) {
            event.struct = struct;
            event.from = from;
            event.to = to;
            event.commit();
        }
    }

    static void exhausted(String struct, int capacity, boolean fellBack) {
        if (!mayRecord()) {
            return;
        }
        Exhaustion event = new Exhaustion();
        if (event.shouldCommit()) {
            event.struct = struct;
            event.capacity = capacity;
            event.fellBack = fellBack;
            event.commit();
        }
    }

    static void leaked(String struct, LeaseTrace acquired) {
        if (!mayRecord()) {
            return;
        }
        Leak event = new Leak();
        if (event.shouldCommit()) {
            event.struct = struct;
            event.acquiredAt = text(acquired);
            event.commit();
        }
    }

    private static String text(LeaseTrace trace) {
        StringWriter text = new StringWriter();
        trace.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
