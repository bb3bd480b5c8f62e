package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A message to be written. */
final class MessageSpec {
    /** Fields in their order; the members of a oneof under its name, others under the empty one. */
    record Part(String oneof, List<FieldSpec> fields) {}

    final String name;
    final String fullName;
    final FileSpec file;
    final List<Part> parts = new ArrayList<>();
    final List<MessageSpec> messages = new ArrayList<>();
    final List<EnumSpec> enums = new ArrayList<>();

    /** Options of proto2ffi by their words. */
    final Map<String, String> ffi = new LinkedHashMap<>();

    final Set<String> taken = new HashSet<>();
    boolean deprecated;
    String comment = "";

    /** Whether all fields are there. */
    boolean filled;

    /** Whether it holds only what was filled before it, so that nobody who holds it can close a cycle. */
    boolean solid = true;

    /** An upper bound of its bytes, as far as that is known. */
    long estimate = 8;

    private int lastNumber;

    MessageSpec(String name, String fullName, FileSpec file) {
        this.name = name;
        this.fullName = fullName;
        this.file = file;
    }

    boolean packed() {
        return ffi.containsKey("packed");
    }

    /** The next field number, {@code skip} numbers left out; those that protobuf keeps for itself aren't given. */
    int nextNumber(int skip) {
        lastNumber += 1 + skip;
        if (lastNumber >= 19_000 && lastNumber < 20_000) {
            lastNumber = 20_000;
        }
        return lastNumber;
    }
}
