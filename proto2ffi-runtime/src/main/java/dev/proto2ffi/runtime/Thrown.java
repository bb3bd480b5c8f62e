package dev.proto2ffi.runtime;

/** Throws on what was caught, whatever it is. */
final class Thrown {
    private Thrown() {}

    /** Throws it; the result is for the compiler's sake, to be thrown where control never comes. */
    static RuntimeException asItIs(Throwable thrown) {
        return Thrown.<RuntimeException>sneak(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
    private static <E extends Throwable> E sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
