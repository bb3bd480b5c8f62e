package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every construct, and every option that may stand on it, on the message or on the file around it. A new construct or
 * option is a line here.
 */
final class PairTable {
    private static final List<String> WIDTHS =
            List.of("int_size=IS_8", "int_size=IS_16", "int_size=IS_32", "int_size=IS_64");
    private static final List<String> INTEGERS = List.of(
            "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32", "fixed64", "sfixed32", "sfixed64");
    private static final List<String> TYPES =
            types(List.of("double", "float", "bool", "enum", "string", "bytes", "message", "group"));

    private static final List<String> AROUND = List.of(
            "message.packed",
            "message.align",
            "message.order=SMALLEST",
            "message.order=DECLARATION",
            "message.pool_size",
            "file.presence=SCHEMA",
            "file.presence=PROTOBUF",
            "file.presence=NONE",
            "file.max_size",
            "file.max_count",
            "file.c_prefix",
            "file.rust_module",
            "file.java_package");

    private final Set<Pair> pairs = new LinkedHashSet<>();

    private PairTable() {}

    static Set<Pair> all() {
        PairTable table = new PairTable();
        for (String shape : List.of("singular", "optional", "required", "repeated", "oneof", "key", "value")) {
            for (String type : TYPES) {
                if (isPossible(shape, type)) {
                    table.field(shape, type);
                }
            }
        }
        table.maps();
        table.enums();
        return table.pairs;
    }

    private static List<String> types(List<String> others) {
        List<String> types = new ArrayList<>(INTEGERS);
        types.addAll(others);
        return types;
    }

    private static boolean isPossible(String shape, String type) {
        return switch (shape) {
            // A group is optional, required or repeated.
            case "singular" -> !type.equals("group");
            case "key" -> INTEGERS.contains(type) || type.equals("bool") || type.equals("string");
            case "value" -> !type.equals("group");
            default -> true;
        };
    }

    private void field(String shape, String type) {
        String construct = shape + " " + type;
        boolean alone = shape.equals("singular") || shape.equals("optional") || shape.equals("required");
        add(construct, "align");
        if (INTEGERS.contains(type) || type.equals("enum")) {
            WIDTHS.forEach(width -> add(construct, width));
            if (alone) {
                add(construct, "atomic");
            }
        }
        if (type.equals("string") || type.equals("bytes")) {
            add(construct, "max_size");
        }
        if (type.equals("bytes")) {
            add(construct, "fixed_length");
        }
        boolean isMessage = type.equals("message") || type.equals("group");
        if (isMessage && !shape.equals("repeated")) {
            add(construct, "indirect");
        }
        if (shape.equals("repeated")) {
            add(construct, "max_count");
            add(construct, "fixed_count");
        }
        if (shape.equals("singular") || shape.equals("optional")) {
            List.of("SCHEMA", "PROTOBUF", "NONE").forEach(rule -> add(construct, "presence=" + rule));
        }
        AROUND.forEach(option -> add(construct, option));
        syntaxes(shape, type).forEach(syntax -> add(construct, "syntax " + syntax));
    }

    private static List<String> syntaxes(String shape, String type) {
        return switch (shape) {
            case "singular" -> type.equals("message") ? List.of("proto3") : List.of("proto3", "editions");
            case "required" -> List.of("proto2", "editions");
            default -> {
                if (!type.equals("group")) {
                    yield List.of("proto2", "proto3", "editions");
                }
                // An edition's DELIMITED fields are groups to the descriptor, but nothing to us.
                yield List.of("proto2");
            }
        };
    }

    private void maps() {
        add("map", "align");
        add("map", "max_count");
        AROUND.forEach(option -> add("map", option));
    }

    private void enums() {
        for (String kind : List.of("open", "closed")) {
            for (String width : List.of("int_size=IS_8", "int_size=IS_16", "int_size=IS_32")) {
                add(kind + " enum", width);
            }
            add(kind + " enum", "alias");
            add(kind + " enum", "negative value");
        }
    }

    private void add(String construct, String option) {
        pairs.add(new Pair(construct, option));
    }
}
