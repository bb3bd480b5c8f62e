package dev.proto2ffi.core.emit.rust;

/** The methods that a field or oneof may have. */
enum Accessor {
    GET("", ""),
    GET_MUT("", "_mut"),
    SET("set_", ""),
    INIT("init_", ""),
    HAS("has_", ""),
    CLEAR("clear_", ""),
    COUNT("", "_count"),
    AT("", "_at"),
    SET_AT("set_", "_at"),
    PUSH("push_", ""),
    ALLOCATE("allocate_", ""),
    LOOKUP("get_", ""),
    PUT("put_", ""),
    ITER("", "_iter"),
    LOAD("load_", ""),
    STORE("store_", ""),
    ATOMIC("", "_atomic"),
    CASE("", "_case");

    private final String prefix;
    private final String suffix;

    Accessor(String prefix, String suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /** The method's name for a field, if nothing else has it. */
    String of(String field) {
        return prefix + field + suffix;
    }
}
