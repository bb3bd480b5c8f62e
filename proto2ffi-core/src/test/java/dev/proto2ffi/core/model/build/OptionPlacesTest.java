package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.OptionType;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.testing.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every option of fields on every kind of field: set in the .proto, by a rule for it, and by a rule with a wildcard. */
class OptionPlacesTest {
    /** Field declarations by kind; {@code #} stands for the options. */
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        for (String type : List.of("int32", "uint64", "bool", "double", "string", "bytes", "E", "P")) {
            FIELDS.put(type, "optional " + type + " f = 1 #;");
        }
        FIELDS.put("required int32", "required int32 f = 1 #;");
        FIELDS.put("group", "optional group F = 1 # { optional int32 a = 1; }");
        for (String type : List.of("int32", "bool", "string", "bytes", "E", "P")) {
            FIELDS.put("repeated " + type, "repeated " + type + " f = 1 #;");
        }
        for (String type : List.of("int32", "string", "bytes", "P")) {
            FIELDS.put("oneof " + type, "oneof o { " + type + " f = 1 #; }");
        }
        FIELDS.put("map<string, P>", "map<string, P> f = 1 #;");
    }

    /** Keys and values of maps; the field is the map. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        for (String type : List.of("int32", "bool", "string")) {
            PARTS.put("key " + type, "map<" + type + ", int32> f = 1 #;");
        }
        for (String type : List.of("int32", "bool", "double", "string", "bytes", "E", "P")) {
            PARTS.put("value " + type, "map<int32, " + type + "> f = 1 #;");
        }
    }

    private static final List<SchemaOption> OPTIONS = SchemaOption.of(OptionTarget.FIELD);

    @Test
    void eachStandsWhereItHasAMeaningAndIsRefusedElsewhere() {
        StringBuilder table = new StringBuilder();
        table.append(String.format("%-18s", ""));
        OPTIONS.forEach(option -> table.append(' ').append(option.word()));
        table.append('\n');
        FIELDS.forEach((kind, field) -> row(kind, field, "", table));
        PARTS.forEach((kind, field) -> row(kind, field, kind.substring(0, kind.indexOf(' ')), table));
        Answers.check("option/places.txt", table.toString());
    }

    private static void row(String kind, String field, String part, StringBuilder table) {
        StringBuilder row = new StringBuilder(String.format("%-18s", kind));
        for (SchemaOption option : OPTIONS) {
            Set<String> complaints = complaints(option, schema(field, " [" + written(option, part) + "]"));
            String mark = complaints.isEmpty() ? "+" : "-";
            row.append(String.format(" %-" + option.word().length() + "s", mark));
            if (option.type() != OptionType.SUB_OPTIONS) {
                checkRules(option, field, part, complaints);
            }
        }
        table.append(row.toString().stripTrailing()).append('\n');
    }

    private static void checkRules(SchemaOption option, String field, String part, Set<String> written) {
        String plain = schema(field, "");
        String name = "p.M.f" + (part.isEmpty() ? "" : "." + part);
        String settings = settings(option).replace(": ", ":").replace(",", "");
        assertThat(complaints(option, plain, name + " " + settings))
                .as("rule %s %s on %s", name, settings, field)
                .isEqualTo(written);
        assertThat(BuiltSchema.of(plain, "*" + name.substring(1) + " " + settings)
                        .diagnostics()
                        .all())
                .as("wildcard %s on %s", settings, field)
                .allMatch(said -> said.severity() == Severity.WARNING);
    }

    /** What is said about an option that stands where it has no meaning. */
    private static Set<String> complaints(SchemaOption option, String proto, String... rules) {
        return BuiltSchema.of(proto, rules).diagnostics().all().stream()
                .filter(said -> said.code().equals("misplaced-option"))
                .filter(said -> said.message().startsWith(option.word() + " "))
                .map(said -> said.message() + " / " + said.help())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String written(SchemaOption option, String part) {
        String settings = settings(option);
        return "(proto2ffi.field) = {" + (part.isEmpty() ? settings : part + " {" + settings + "}") + "}";
    }

    /** The option, and what it needs beside it where it may stand. */
    private static String settings(SchemaOption option) {
        return switch (option) {
            case FIELD_MAX_SIZE -> "max_size: 8";
            case FIELD_FIXED_LENGTH -> "max_size: 8, fixed_length: true";
            case FIELD_MAX_COUNT -> "max_count: 2";
            case FIELD_FIXED_COUNT -> "max_count: 2, fixed_count: true";
            case FIELD_KEY -> "key {align: 8}";
            case FIELD_VALUE -> "value {align: 8}";
            case FIELD_INT_SIZE -> "int_size: IS_32";
            case FIELD_ALIGN -> "align: 8";
            case FIELD_INDIRECT -> "indirect: true";
            case FIELD_PRESENCE -> "presence: NONE";
            case FIELD_ATOMIC -> "atomic: true";
            default -> throw new AssertionError(option + " is no option of fields, or a new one");
        };
    }

    private static String schema(String field, String options) {
        return "syntax = \"proto2\"; package p; "
                + (options.isEmpty() ? "" : "import \"proto2ffi/options.proto\";") + " enum E { ZERO = 0; }"
                + " message P { optional int32 a = 1; } message M { " + field.replace(" #", options) + " }";
    }
}
