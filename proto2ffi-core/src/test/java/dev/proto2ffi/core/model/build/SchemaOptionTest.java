package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.OptionType;
import dev.proto2ffi.core.model.option.SchemaOption;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaOptionTest {
    /** What stands around an option of each kind. */
    private static final Map<OptionTarget, String> AROUND = Map.of(
            OptionTarget.FILE,
            "# message M { string s = 1; bytes b = 2; repeated int32 r = 3; map<string, Point> m = 4; Point p = 5; }",
            OptionTarget.MESSAGE,
            "message M { # bool a = 1; uint64 b = 2; bool c = 3; }",
            OptionTarget.FIELD,
            "message M { # }",
            OptionTarget.ENUM,
            "enum E { # ZERO = 0; } message M { E e = 1; }",
            OptionTarget.METHOD,
            "message Sum { int32 of = 1; } service S { # }");

    private static final String HEAD =
            "syntax = \"proto3\"; package p; import \"proto2ffi/options.proto\"; message Point { double x = 1; } ";

    @Test
    void theTableIsWhatOptionsProtoDeclares() throws IOException {
        FileDescriptor file = Linker.link(
                        List.of(BuiltSchema.IMPORTS.find("proto2ffi/options.proto")),
                        BuiltSchema.IMPORTS,
                        new Diagnostics())
                .file("proto2ffi/options.proto")
                .descriptor();
        List<String> declared = new ArrayList<>();
        for (FieldDescriptor extension : file.getExtensions()) {
            for (FieldDescriptor field : extension.getMessageType().getFields()) {
                declared.add(extension.getFullName() + " " + field.getName() + " " + type(field));
            }
        }
        List<String> table = new ArrayList<>();
        for (SchemaOption option : SchemaOption.values()) {
            table.add(option.target().extension() + " " + option.word() + " " + type(option.type()));
        }
        assertThat(table).isEqualTo(declared);
    }

    private static String type(FieldDescriptor field) {
        return switch (field.getType()) {
            case UINT32 -> "NUMBER";
            case BOOL -> "FLAG";
            case STRING -> "TEXT";
            case MESSAGE -> "SUB_OPTIONS";
            case ENUM ->
                field.getEnumType().getValues().stream()
                        .map(EnumValueDescriptor::getName)
                        .toList()
                        .toString();
            default -> throw new AssertionError("no option has this type: " + field);
        };
    }

    private static String type(OptionType type) {
        return type.words().isEmpty() ? type.name() : type.words().toString();
    }

    @Test
    void optionsOfOneWordTakeTheSameValues() {
        for (String word : SchemaOption.words()) {
            assertThat(SchemaOption.of(word).stream().map(SchemaOption::type).distinct())
                    .as(word)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleDoesAndARuleDoesTheSame(SchemaOption option) {
        String around = HEAD + AROUND.get(option.target());
        BuiltSchema written = BuiltSchema.of(around.replace("#", option.example()));
        if (!option.supported()) {
            assertThat(written.diagnostics().all()).anyMatch(said -> said.code().equals("not-supported-yet"));
            return;
        }
        assertThat(written.diagnostics().hasErrors()).isFalse();
        String plain = around.replace("#", without(option.example()));
        BuiltSchema ruled = BuiltSchema.of(plain, rule(option));
        assertThat(ruled.diagnostics().hasErrors()).isFalse();
        assertThat(ruled.model()).isEqualTo(written.model());
        if (option != SchemaOption.MESSAGE_UNKNOWN_FIELDS) {
            assertThat(ruled.model()).isNotEqualTo(BuiltSchema.of(plain).model());
        }
    }

    private static String without(String example) {
        return example.replaceAll("option .*?;", "").replaceAll(" \\[.*\\];", ";");
    }

    private static String rule(SchemaOption option) {
        return switch (option) {
            case FILE_JAVA_PACKAGE -> "a.proto java_package:com.acme.structs";
            case FILE_C_PREFIX -> "a.proto c_prefix:soc";
            case FILE_RUST_MODULE -> "*.proto rust_module:\"social::media\"";
            case FILE_PRESENCE -> "a.proto presence:PROTOBUF";
            case FILE_MAX_SIZE -> "a.proto max_size:64";
            case FILE_MAX_COUNT -> "a.proto max_count:16";
            case MESSAGE_ALIGN -> "p.M align:64";
            case MESSAGE_PACKED -> "p.M packed:true";
            case MESSAGE_ORDER -> "p.M order:SMALLEST";
            case MESSAGE_POOL_SIZE -> "p.M pool_size:50000";
            case MESSAGE_COLUMNS -> "p.M columns:true";
            case MESSAGE_UNKNOWN_FIELDS -> "p.M unknown_fields:DROP";
            case FIELD_MAX_SIZE -> "p.M.name max_size:32";
            case FIELD_FIXED_LENGTH -> "p.M.hash max_size:32 fixed_length:true";
            case FIELD_MAX_COUNT -> "p.M.tags max_count:16";
            case FIELD_FIXED_COUNT -> "p.M.matrix max_count:9 fixed_count:true";
            case FIELD_KEY -> "p.M.ages.key max_size:16";
            case FIELD_VALUE -> "p.M.names.value max_size:64";
            case FIELD_INT_SIZE -> "p.M.level int_size:IS_8";
            case FIELD_ALIGN -> "p.M.counter align:64";
            case FIELD_INDIRECT -> "p.M.far indirect:true";
            case FIELD_PRESENCE -> "p.M.age presence:NONE";
            case FIELD_ATOMIC -> "p.M.hits atomic:true";
            case ENUM_INT_SIZE -> "p.E int_size:IS_8";
            case METHOD_CRITICAL -> "p.S.Add critical:true";
            case METHOD_BATCH -> "p.S.Add batch:true";
            case METHOD_SKIP -> "p.S.Add skip:true";
        };
    }

    @Test
    void aRuleForAMethodReachesIt() {
        String proto = HEAD + "message Sum {} service S { rpc Add(Sum) returns (stream Sum); }";
        assertThat(BuiltSchema.of(proto, "p.S.Add critical:true").diagnostics().all())
                .anyMatch(said -> said.message().startsWith("critical is for calls without streams"));
    }
}
