package dev.proto2ffi.core.emit.c;

/**
 * What helpers do with one value: a singular field's, an element's, a map's key or value. Pieces of C, in which {@code
 * $at} is the place where it is stored; each empty where there is nothing to say.
 *
 * @param type its type as C names it, such as {@code int32_t} or {@code social_Post}; that of the target for a pointer
 * @param params of functions that store one: {@code const char *text, size_t size}
 * @param args the parameters' names
 * @param allocates whether storing one takes memory from an allocator
 * @param prelude what {@code refusal} needs
 * @param refusal when it can't be stored; empty where it always can
 * @param limits the same in words, behind "a value"
 * @param store statements that store it; nothing can fail any more
 * @param reset statements that leave zero or nothing
 * @param size bytes in use, never more than there are
 * @param match whether a key is the one in the parameters
 * @param own how a singular field is handed out
 * @param element how an element or a map's value is handed out
 */
record Value(
        String type,
        String params,
        String args,
        boolean allocates,
        String prelude,
        String refusal,
        String limits,
        String store,
        String reset,
        String size,
        String match,
        Read own,
        Read element) {
    /**
     * How a value is handed out.
     *
     * @param type that the function returns, ready to have a name behind it
     * @param expression the value at {@code $at}
     * @param none what stands for no value
     */
    record Read(String type, String expression, String none) {}

    /** The words for a value that is, or will be, at a place. */
    Scope in(Scope scope, String place) {
        return in(scope, place, "");
    }

    /** The same, each word behind a prefix. */
    Scope in(Scope scope, String place, String prefix) {
        return scope.with(prefix + "E", type)
                .with(prefix + "params", params)
                .with(prefix + "args", args)
                .with(prefix + "prelude", prelude)
                .with(prefix + "refusal", at(place, refusal))
                .with(prefix + "limits", limits)
                .with(prefix + "store", at(place, store))
                .with(prefix + "reset", at(place, reset))
                .with(prefix + "size_of", at(place, size))
                .with(prefix + "match", at(place, match))
                .with(prefix + "at", place);
    }

    /** {@code $got}, {@code $read} and {@code $none}: what a getter returns. */
    static Scope reading(Scope scope, Read read, String place) {
        return scope.with("got", read.type())
                .with("read", at(place, read.expression()))
                .with("none", read.none());
    }

    private static String at(String place, String text) {
        return text.replace("$at", place);
    }
}
