package dev.proto2ffi.core.model.wire;

/**
 * Numbers from {@code first} to {@code last}, both included.
 */
public record WireRange(int first, int last) {
    public boolean contains(int number) {
        return first <= number && number <= last;
    }
}
