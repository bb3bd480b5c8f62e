package dev.proto2ffi.benchmarks.report;

import java.util.regex.Pattern;

/** Patterns of resources: {@code *} stands for any letters. */
final class Glob {
    private Glob() {}

    static boolean matches(String pattern, String text) {
        return Pattern.matches(("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q"), text);
    }
}
