package dev.proto2ffi.runtime;

/**
 * How a pool sets every field of a struct to its default: by the view's own method, except for small structs in raw access.
 *
 * <p>What is inlined here must stay small, for the JIT doesn't inline what it has compiled alone to more than 2,500 bytes
 * before; then a {@link Lease} becomes an object. A copy of zeros takes 1,000 to 2,000 of them, and the stores of
 * {@link Zeroing#storeSteps} more in safe access, where each has a check.
 */
final class Clearing {
    /** The size of a struct that is cleared by its size, else 0. */
    private final long fewWords;

    Clearing(StructType<?> type) {
        this.fewWords = Access.RAW && type.isZeroDefault() && Zeroing.isFewWords(type.size()) ? type.size() : 0;
    }

    void clear(StructView view) {
        if (Access.RAW && fewWords > 0) {
            Zeroing.storeSteps(Access.base(view.segment), view.address, fewWords);
        } else {
            view.clear();
        }
    }
}
