package dev.proto2ffi.core.testing.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An enum to be written. */
final class EnumSpec {
    final String name;
    final String fullName;
    final Map<String, Integer> values = new LinkedHashMap<>();

    /** In an edition, the feature says so; elsewhere the syntax. */
    boolean closed;

    boolean feature;
    boolean alias;
    boolean deprecated;

    /** {@code IS_8} and so on, null for none. */
    @Nullable String intSize;

    EnumSpec(String name, String fullName) {
        this.name = name;
        this.fullName = fullName;
    }

    /** What a map's value needs. */
    boolean beginsWithZero() {
        return values.values().iterator().next() == 0;
    }

    /** Whether a signed integer of so many bits holds every value. */
    boolean fits(int bits) {
        return values.values().stream()
                .allMatch(number ->
                        bits >= Integer.SIZE || number == number << (Integer.SIZE - bits) >> (Integer.SIZE - bits));
    }

    /** Bits of storage. */
    int bits() {
        return intSize == null ? Integer.SIZE : Integer.parseInt(intSize.substring("IS_".length()));
    }
}
