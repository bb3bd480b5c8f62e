package dev.proto2ffi.core.evolve;

import java.util.Locale;

/** What a change may break. */
public enum Category {
    /** Memory: programs and libraries built from the old schema beside those built from the new one. */
    ABI("memory"),
    /** protobuf's encoding and JSON: bytes that were written by programs of the old schema, or are read by them. */
    WIRE("protobuf's encoding"),
    /** Code that names what is generated: it has to be edited before it compiles again. */
    SOURCE("source code");

    private final String noun;

    Category(String noun) {
        this.noun = noun;
    }

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For sentences. */
    public String noun() {
        return noun;
    }
}
