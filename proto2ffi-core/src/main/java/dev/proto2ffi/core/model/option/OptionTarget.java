package dev.proto2ffi.core.model.option;

/** The kinds of declarations, each with the extension that carries its options. */
public enum OptionTarget {
    FILE("proto2ffi.file", "a file"),
    MESSAGE("proto2ffi.message", "a message"),
    FIELD("proto2ffi.field", "a field"),
    ENUM("proto2ffi.enum", "an enum"),
    METHOD("proto2ffi.method", "a method");

    private final String extension;
    private final String noun;

    OptionTarget(String extension, String noun) {
        this.extension = extension;
        this.noun = noun;
    }

    /** Full name of the extension. */
    public String extension() {
        return extension;
    }

    /** How messages name one: {@code a field}. */
    public String noun() {
        return noun;
    }
}
