package dev.proto2ffi.core.testing.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a file. What can be left out by itself stands on lines of its own, so that a failing text can be shrunk. */
final class SpecPrinter {
    private final StringBuilder out = new StringBuilder();

    private SpecPrinter() {}

    static String print(FileSpec file) {
        SpecPrinter printer = new SpecPrinter();
        printer.file(file);
        return printer.out.toString();
    }

    private void file(FileSpec file) {
        line(0, file.syntax.line());
        line(0, "package " + file.protoPackage + ";");
        line(0, "import \"proto2ffi/options.proto\";");
        file.imports.forEach((imported, isPublic) ->
                line(0, "import " + (isPublic ? "public " : "") + "\"" + imported.path + "\";"));
        file.ffi.forEach((word, value) -> line(0, "option (proto2ffi.file)." + word + " = " + value + ";"));
        file.enums.forEach(next -> enumeration(0, next));
        file.messages.forEach(next -> message(0, next));
    }

    private void enumeration(int depth, EnumSpec spec) {
        line(depth, "enum " + spec.name + " {");
        if (spec.alias) {
            line(depth + 1, "option allow_alias = true;");
        }
        if (spec.deprecated) {
            line(depth + 1, "option deprecated = true;");
        }
        line(depth + 1, "option deprecated_legacy_json_field_conflicts = true;");
        if (spec.feature) {
            line(depth + 1, "option features.enum_type = " + (spec.closed ? "CLOSED;" : "OPEN;"));
        }
        if (spec.intSize != null) {
            line(depth + 1, "option (proto2ffi.enum).int_size = " + spec.intSize + ";");
        }
        spec.values.forEach((name, number) -> line(depth + 1, name + " = " + number + ";"));
        line(depth, "}");
    }

    private void message(int depth, MessageSpec spec) {
        comment(depth, spec.comment);
        line(depth, "message " + spec.name + " {");
        body(depth + 1, spec);
        line(depth, "}");
    }

    private void body(int depth, MessageSpec spec) {
        line(depth, "option deprecated_legacy_json_field_conflicts = true;");
        if (spec.deprecated) {
            line(depth, "option deprecated = true;");
        }
        spec.ffi.forEach((word, value) -> line(depth, "option (proto2ffi.message)." + word + " = " + value + ";"));
        spec.enums.forEach(next -> enumeration(depth, next));
        spec.messages.stream().filter(next -> !isGroup(spec, next)).forEach(next -> message(depth, next));
        for (MessageSpec.Part part : spec.parts) {
            boolean inOneof = !part.oneof().isEmpty();
            if (inOneof) {
                line(depth, "oneof " + part.oneof() + " {");
            }
            part.fields().forEach(field -> field(inOneof ? depth + 1 : depth, field));
            if (inOneof) {
                line(depth, "}");
            }
        }
    }

    private static boolean isGroup(MessageSpec outer, MessageSpec nested) {
        return outer.parts.stream().flatMap(part -> part.fields().stream()).anyMatch(field -> field.group == nested);
    }

    private void field(int depth, FieldSpec field) {
        comment(depth, field.comment);
        List<String> options = options(depth, field);
        String head =
                (field.label.isEmpty() ? "" : field.label + " ") + field.type + " " + field.name + " = " + field.number;
        String tail = field.group == null ? ";" : " {";
        if (options.isEmpty()) {
            line(depth, head + tail);
        } else {
            line(depth, head + " [" + String.join(", ", options) + "]" + tail);
        }
        if (field.group != null) {
            body(depth + 1, field.group);
            line(depth, "}");
        }
    }

    private static List<String> options(int depth, FieldSpec field) {
        List<String> options = new ArrayList<>(field.others);
        if (field.aggregate && !field.ffi.isEmpty()) {
            options.add("(proto2ffi.field) = {\n" + aggregate(depth + 1, "", field.ffi) + "  ".repeat(depth) + "}");
        } else {
            field.ffi.forEach((word, value) -> options.add("(proto2ffi.field)." + word + " = " + value));
        }
        return options;
    }

    /** The options whose words begin with a prefix, one a line; {@code key.max_size} within {@code key}. */
    private static String aggregate(int depth, String prefix, Map<String, String> options) {
        StringBuilder text = new StringBuilder();
        String indent = "  ".repeat(depth);
        options.forEach((word, value) -> {
            if (word.startsWith(prefix) && word.indexOf('.', prefix.length()) < 0) {
                text.append(indent)
                        .append(word.substring(prefix.length()))
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        });
        for (String part : prefix.isEmpty() ? List.of("key.", "value.") : List.<String>of()) {
            if (options.keySet().stream().anyMatch(word -> word.startsWith(part))) {
                text.append(indent).append(part, 0, part.length() - 1).append(" {\n");
                text.append(aggregate(depth + 1, part, options)).append(indent).append("}\n");
            }
        }
        return text.toString();
    }

    private void comment(int depth, String text) {
        if (!text.isEmpty()) {
            line(depth, "// " + text);
        }
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
