package dev.proto2ffi.core.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands behind a pointer changes no offset; the fingerprint must tell it all the same. */
class WidthInFingerprintTest {
    private static long fingerprint(String... rules) {
        BuiltSchema built = BuiltSchema.of(
                "syntax = \"proto3\"; enum E { ZERO = 0; } message P { int32 a = 1; }"
                        + " message M { repeated E enums = 1; repeated int32 ints = 2; repeated string texts = 3;"
                        + " repeated P held = 4; map<string, E> map = 5; }",
                rules);
        SchemaLayout layout = LayoutEngine.layOut(built.schema(), new Diagnostics());
        return layout.structs().stream()
                .filter(struct -> struct.struct().fullName().equals("M"))
                .findFirst()
                .orElseThrow()
                .fingerprint();
    }

    @Test
    void everyWidthBehindAPointerHasAFingerprintOfItsOwn() {
        assertThat(Stream.of(
                                "E int_size:IS_8",
                                "E int_size:IS_16",
                                "M.enums int_size:IS_8",
                                "M.enums int_size:IS_64",
                                "M.ints int_size:IS_16",
                                "M.texts max_size:4",
                                "M.map.key max_size:4",
                                "M.map.value int_size:IS_16",
                                "P align:16",
                                "P.a int_size:IS_64",
                                "M.held max_count:1")
                        .map(WidthInFingerprintTest::fingerprint)
                        .collect(Collectors.toSet()))
                .hasSize(11)
                .doesNotContain(fingerprint());
    }
}
