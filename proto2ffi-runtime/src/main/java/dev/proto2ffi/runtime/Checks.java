package dev.proto2ffi.runtime;

/**
 * The checked mode: {@code -Dproto2ffi.checks=true} makes pools and scratch arenas find use after release, double
 * release, release to the wrong pool and leaks, and say where the struct was acquired. It is for tests and for hunting
 * bugs: each acquire makes an arena, a view and a stack trace. It implies safe access, whatever
 * {@code proto2ffi.access} says.
 */
final class Checks {
    /** True when the system property {@code proto2ffi.checks} is {@code true}. Chosen once, at start-up. */
    static final boolean ON = isOn(System.getProperty("proto2ffi.checks", "false"));

    private Checks() {}

    private static boolean isOn(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        "-Dproto2ffi.checks=" + value + ": expected true or false (the default)");
        };
    }
}
