package dev.proto2ffi.benchmarks.harness;

import dev.proto2ffi.runtime.NativeLibrary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Native libraries of the benchmarks, each loaded once: a second copy would have variables of its own, and protobuf's C++
 * library ends the process when it meets the same messages again.
 */
public final class Libraries {
    private static final Map<String, NativeLibrary> LOADED = new ConcurrentHashMap<>();

    private Libraries() {}

    /** @throws dev.proto2ffi.runtime.NativeLibraryException if it wasn't built */
    public static NativeLibrary load(String name) {
        return LOADED.computeIfAbsent(name, missing -> NativeLibrary.load(missing, Libraries.class.getClassLoader()));
    }
}
