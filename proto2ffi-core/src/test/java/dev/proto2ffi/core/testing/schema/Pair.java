package dev.proto2ffi.core.testing.schema;

/**
 * A construct with something that stands on it or around it.
 *
 * @param construct such as {@code optional bytes}
 * @param option such as {@code max_size}, {@code message.packed}, {@code file.presence=NONE}, {@code syntax proto2}
 */
record Pair(String construct, String option) {
    @Override
    public String toString() {
        return construct + " with " + option;
    }
}
