package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule with a wildcard is silent where its word has no meaning; the same rule by name is an error there. */
class WildcardTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message M { option (proto2ffi.message).packed = true; int32 a = 1; } | M align:8",
                "message M { option (proto2ffi.message).packed = true; int32 a = 1; } | M.a align:8",
                "message M { option (proto2ffi.message).packed = true; int32 a = 1; } | M.a atomic:true",
                "message P { option (proto2ffi.message).packed = true; } message M { option (proto2ffi.message).packed = true; P a = 1; } | M.a indirect:true",
                "message M { int32 a = 1 [(proto2ffi.field).int_size = IS_8]; } | M.a atomic:true",
                "message M { repeated int32 a = 1; } | M.a fixed_count:true",
                "message M { bytes a = 1; } | M.a fixed_length:true",
                "message M { repeated M a = 1; } | M.a max_count:2",
                "message M {} service S { rpc Do(M) returns (stream M); } | S.Do critical:true",
                "message M { oneof o { int32 a = 1; } } | M.a presence:NONE",
                "message M { map<int32, int32> a = 1; } | M.a.key max_size:2",
            })
    void isSilentWhereANameIsAnError(String schema, String rule) {
        String proto = "syntax = \"proto3\"; import \"proto2ffi/options.proto\"; " + schema;
        BuiltSchema plain = BuiltSchema.of(proto);
        BuiltSchema exact = BuiltSchema.of(proto, rule);
        assertThat(exact.diagnostics().hasErrors()).as(rule).isTrue();
        BuiltSchema wildcard = BuiltSchema.of(proto, rule.replaceFirst("^\\S+ ", "* "));
        assertThat(wildcard.diagnostics().hasErrors())
                .as("* for %s: %s", rule, wildcard.diagnostics().all())
                .isFalse();
        BuiltSchema starred = BuiltSchema.of(proto, "*" + rule);
        assertThat(starred.diagnostics().hasErrors()).as("*%s", rule).isFalse();
        assertThat(starred.model()).isEqualTo(plain.model());
    }
}
