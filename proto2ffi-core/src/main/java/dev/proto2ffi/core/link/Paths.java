package dev.proto2ffi.core.link;

import java.util.Arrays;

/** Paths into a file descriptor: field numbers and indexes, from the root. */
final class Paths {
    static final int[] ROOT = {};

    private Paths() {}

    static int[] of(int... parts) {
        return parts;
    }

    static int[] child(int[] path, int... parts) {
        int[] child = Arrays.copyOf(path, path.length + parts.length);
        System.arraycopy(parts, 0, child, path.length, parts.length);
        return child;
    }
}
