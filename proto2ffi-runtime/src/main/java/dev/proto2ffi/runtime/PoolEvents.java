package dev.proto2ffi.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** What pools tell the JDK's flight recorder. All of it happens on slow paths only. */
final class PoolEvents {
    private PoolEvents() {}

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
    static final class Leak extends Event {
        @Label("Struct")
        String struct = "";

        @Label("Acquired At")
        String acquiredAt = "";
    }

    static void grown(String struct, int from, int to) {
        Growth event = new Growth();
        if (event.shouldCommit()) {
            event.struct = struct;
            event.from = from;
            event.to = to;
            event.commit();
        }
    }

    static void exhausted(String struct, int capacity, boolean fellBack) {
        Exhaustion event = new Exhaustion();
        if (event.shouldCommit()) {
            event.struct = struct;
            event.capacity = capacity;
            event.fellBack = fellBack;
            event.commit();
        }
    }

    static void leaked(String struct, LeaseTrace acquired) {
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
