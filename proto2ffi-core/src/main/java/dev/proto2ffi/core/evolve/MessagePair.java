package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.wire.WireField;

/** A message before and after. */
record MessagePair(MessageFacts old, MessageFacts now, FieldPairs fields) {
    static MessagePair of(MessageFacts old, MessageFacts now, NameMap names) {
        return new MessagePair(old, now, FieldPairs.of(old.wire(), now.wire(), names));
    }

    /** Its name in the new schema. */
    String name() {
        return now.fullName();
    }

    /** The full name of a field. */
    String subject(WireField field) {
        return name() + "." + field.name();
    }
}
