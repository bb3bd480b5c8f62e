package dev.proto2ffi.runtime;

/**
 * How a pool sets every field of a struct to its default: by the struct's size where zero bytes are its defaults, else by the
 * view's own method.
 *
 * <p>What is inlined here must stay small, for the JIT doesn't inline what it has compiled alone to more than 2,500 bytes
 * before; then a {@link Lease} becomes an object.
 */
final class Clearing {
    /** The size of a struct of which zero bytes are the defaults, else 0. */
    private final long zeroBytes;

    private final boolean fewWords;

    Clearing(StructType<?> type) {
        this.zeroBytes = type.isZeroDefault() ? type.size() : 0;
        this.fewWords = Zeroing.isFewWords(zeroBytes);
    }

    void clear(StructView view) {
        if (Access.RAW && fewWords) {
            Zeroing.storeSteps(Access.base(view.segment), view.address, zeroBytes);
        } else if (zeroBytes > 0) {
            Zeroing.zeroBriefly(Access.base(view.segment), view.address, zeroBytes);
        } else {
            view.clear();
        }
    }
}
