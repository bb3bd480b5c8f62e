package dev.proto2ffi.core.emit.rust;

/** The types that a oneof brings, in the module of what is nested in its message. */
enum OneofType {
    /** The enum that users match. */
    VALUE(""),
    /** The number of a case. */
    CASE("Case"),
    /** The union in memory. */
    DATA("Data");

    private final String suffix;

    OneofType(String suffix) {
        this.suffix = suffix;
    }

    String of(String oneof) {
        return RustWords.upperCamel(oneof) + suffix;
    }
}
