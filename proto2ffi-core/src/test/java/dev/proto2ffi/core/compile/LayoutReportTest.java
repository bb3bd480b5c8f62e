package dev.proto2ffi.core.compile;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.bytes;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.TestSchema;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutReportTest {
    private static LayoutReport report() {
        return LayoutReport.of(LayoutEngine.layOut(
                TestSchema.of(file("s.proto", "social")
                        .add(enumeration("Kind").value("NONE", 0))
                        .add(message("Post")
                                .field("post_id", scalar(ScalarType.UINT64))
                                .optional("kind", enumOf("social.Kind"))
                                .field("int", repeated(string(5), 3))
                                .field("blob", bytes(3)))
                        .add(message("Empty"))),
                new Diagnostics()));
    }

    @Test
    void listsEveryMemberInOrderAsJson() {
        LayoutReport post = report().only(Set.of("social.Post"));
        String json = post.json().replaceAll("0x[0-9a-f]{16}", "0x…");
        assertThat(json).isEqualTo("""
                        {"structs": [
                          {"name": "social.Post", "c_name": "social_Post", "rust_name": "social::Post", "size": 48, \
                        "align": 8, "flat": true, "fingerprint": "0x…", "fields": [
                            {"name": "p2f_has", "c_name": "p2f_has", "rust_name": "p2f_has", "c_type": "uint32_t[1]", \
                        "offset": 0, "size": 4, "align": 4},
                            {"name": "post_id", "c_name": "post_id", "rust_name": "post_id", "number": 1, \
                        "type": "uint64", "c_type": "uint64_t", "offset": 8, "size": 8, "align": 8},
                            {"name": "kind", "c_name": "kind", "rust_name": "kind", "number": 2, \
                        "type": "social.Kind", "c_type": "social_Kind", "offset": 16, "size": 4, "align": 4},
                            {"name": "int_count", "c_name": "int_count", "rust_name": "int_count", \
                        "c_type": "uint32_t", "offset": 20, "size": 4, "align": 4},
                            {"name": "int", "c_name": "int_", "rust_name": "int", "number": 3, \
                        "type": "repeated string", "c_type": "char[3][5]", "offset": 24, "size": 15, "align": 1},
                            {"name": "blob", "c_name": "blob", "rust_name": "blob", "number": 4, \
                        "type": "bytes", "c_type": "social_Post_blob_t", "offset": 40, "size": 8, "align": 4}], \
                        "padding": [{"offset": 4, "size": 4}, {"offset": 39, "size": 1}]}]}
                        """);
    }

    private static LayoutReport shape() {
        return LayoutReport.of(FrontEnd.layOut(Map.of("shape.proto", """
                syntax = "proto3";
                message Shape {
                  oneof default {
                    int32 class = 1;
                    string text = 2;
                  }
                  Shape next = 3;
                  map<int32, double> marks = 4;
                }
                """))).only(Set.of("Shape"));
    }

    @Test
    void listsTheMembersOfAUnionInItsPlace() {
        assertThat(shape().json())
                .contains("""
                        {"name": "default_case", "c_name": "default_case", "rust_name": "default_case", \
                        "c_type": "int32_t", "offset": 0, "size": 4, "align": 4},
                        """)
                .contains(
                        "{\"name\": \"default.class\", \"c_name\": \"default_.class_\", \"rust_name\": \"default.class\", ")
                .contains("\"c_type\": \"int32_t\", \"offset\": 8, \"size\": 4, \"align\": 4},")
                .contains("\"c_type\": \"p2f_str\", \"offset\": 8, \"size\": 16, \"align\": 8},")
                .contains("\"padding\": [{\"offset\": 4, \"size\": 4}]")
                .doesNotContain("\"name\": \"default\"");
        assertThat(shape().table(new TextStyle(false, false, 80)).replaceAll("0x[0-9a-f]{16}", "0x…"))
                .isEqualTo("""
                        Shape  48 bytes, align 8, holds pointers, 0x…
                          offset  size  member         protobuf            C
                               0     4  default_case                       int32_t
                               4     4  -- padding
                               8     4  default.class  int32               int32_t
                               8    16  default.text   string              p2f_str
                              24     8  next           Shape               Shape *
                              32    16  marks          map<int32, double>  Shape_marks_t
                        4 bytes of padding (8.3 %)
                        """);
    }

    @Test
    void drawsATableForATerminal() {
        assertThat(table(new TextStyle(false, true, 80))).isEqualTo("""
                        social.Post  48 bytes, align 8, flat, 0x…
                        ┌────────┬──────┬────────────┬─────────────────┬────────────────────┐
                        │ offset │ size │ member     │ protobuf        │ C                  │
                        ├────────┼──────┼────────────┼─────────────────┼────────────────────┤
                        │      0 │    4 │ p2f_has    │                 │ uint32_t[1]        │
                        │      4 │    4 │ ·· padding │                 │                    │
                        │      8 │    8 │ post_id    │ uint64          │ uint64_t           │
                        │     16 │    4 │ kind       │ social.Kind     │ social_Kind        │
                        │     20 │    4 │ int_count  │                 │ uint32_t           │
                        │     24 │   15 │ int        │ repeated string │ char[3][5]         │
                        │     39 │    1 │ ·· padding │                 │                    │
                        │     40 │    8 │ blob       │ bytes           │ social_Post_blob_t │
                        └────────┴──────┴────────────┴─────────────────┴────────────────────┘
                        5 bytes of padding (10.4 %)
                        """);
    }

    @Test
    void printsPlainColumnsForAPipe() {
        assertThat(table(new TextStyle(false, false, 20))).startsWith("""
                        social.Post  48 bytes, align 8, flat, 0x…
                          offset  size  member      protobuf         C
                               0     4  p2f_has                      uint32_t[1]
                               4     4  -- padding
                               8     8  post_id     uint64           uint64_t
                        """);
    }

    @Test
    void staysWithinANarrowTerminal() {
        String table = table(new TextStyle(false, true, 56));
        assertThat(table.lines().mapToInt(String::length)).allMatch(width -> width <= 56);
        assertThat(table).contains("repeated …").contains("·· padding");
    }

    @Test
    void summarisesSeveralStructs() {
        assertThat(report().table(new TextStyle(false, false, 80))).endsWith("2 structs, 5 bytes of padding in all\n");
        assertThat(report().only(Set.of()).table(TextStyle.PLAIN)).isEqualTo("no structs\n");
        assertThat(report().only(Set.of()).json()).isEqualTo("{\"structs\": []}\n");
        assertThat(report().messages()).containsExactlyInAnyOrder("social.Post", "social.Empty");
    }

    private static String table(TextStyle style) {
        return report().only(Set.of("social.Post")).table(style).replaceAll("0x[0-9a-f]{16}", "0x…");
    }
}
