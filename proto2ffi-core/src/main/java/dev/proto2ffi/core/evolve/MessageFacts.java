package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.source.Span;

/**
 * A message on the wire and in memory.
 *
 * @param file import name of its file
 */
record MessageFacts(WireMessage wire, String file, StructFacts struct) {
    String fullName() {
        return wire.fullName();
    }

    Span span() {
        return wire.span();
    }
}
