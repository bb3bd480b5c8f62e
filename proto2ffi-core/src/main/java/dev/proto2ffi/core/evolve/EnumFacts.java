package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.source.Span;

/**
 * An enum.
 *
 * @param file import name of its file
 * @param size bytes in a struct
 */
record EnumFacts(WireEnum wire, String file, int size) {
    String fullName() {
        return wire.fullName();
    }

    Span span() {
        return wire.span();
    }
}
