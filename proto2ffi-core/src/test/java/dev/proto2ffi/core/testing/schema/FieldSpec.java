package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field to be written. */
final class FieldSpec {
    /** {@code optional}, {@code required}, {@code repeated} or empty. */
    final String label;

    /** {@code int32}, {@code .s0.Post}, {@code map<int32, string>}. */
    final String type;

    final String name;
    final int number;

    /** The group's message, null for other fields. */
    final @Nullable MessageSpec group;

    /** Options of proto2ffi by their words, those of keys and values as {@code key.max_size}. */
    final Map<String, String> ffi = new LinkedHashMap<>();

    /** Other options, as {@code default = 3}. */
    final List<String> others = new ArrayList<>();

    /** Whether the options of proto2ffi are written as one message. */
    boolean aggregate;

    String comment = "";

    FieldSpec(String label, String type, String name, int number, @Nullable MessageSpec group) {
        this.label = label;
        this.type = type;
        this.name = name;
        this.number = number;
        this.group = group;
    }
}
