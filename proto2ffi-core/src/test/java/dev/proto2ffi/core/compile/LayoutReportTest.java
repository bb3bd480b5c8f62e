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
import java.util.ArrayList;
import java.util.List;
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
        assertThat(shape().columns(false).replaceAll("0x[0-9a-f]{16}", "0x…")).isEqualTo("""
                        Shape  48 bytes, align 8, holds pointers, 0x…
                          offset  size  member         protobuf            C
                               0     4  default_case                       int32_t
                               4     4  -- padding
                               8     4  default.class  int32               int32_t
                               8    16  default.text   string              p2f_str
                              24     8  next           Shape               Shape *
                              32    16  marks          map<int32, double>  Shape_marks_t
                        4 bytes of padding (8.3 %)
                        marks: 4 bytes of padding in each element of the list
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
                        5 bytes of padding (10.4 %), 1 cache line
                        blob: 1 byte of padding in it
                        """);
    }

    @Test
    void drawsWithAsciiWhereTheTerminalHasNoMore() {
        assertThat(table(new TextStyle(false, false, 80))).startsWith("""
                        social.Post  48 bytes, align 8, flat, 0x…
                        +--------+------+------------+-----------------+--------------------+
                        | offset | size | member     | protobuf        | C                  |
                        +--------+------+------------+-----------------+--------------------+
                        |      0 |    4 | p2f_has    |                 | uint32_t[1]        |
                        |      4 |    4 | -- padding |                 |                    |
                        """);
    }

    @Test
    void printsPlainColumnsForAPipe() {
        assertThat(report().only(Set.of("social.Post")).columns(false).replaceAll("0x[0-9a-f]{16}", "0x…"))
                .isEqualTo("""
                        social.Post  48 bytes, align 8, flat, 0x…
                          offset  size  member      protobuf         C
                               0     4  p2f_has                      uint32_t[1]
                               4     4  -- padding
                               8     8  post_id     uint64           uint64_t
                              16     4  kind        social.Kind      social_Kind
                              20     4  int_count                    uint32_t
                              24    15  int         repeated string  char[3][5]
                              39     1  -- padding
                              40     8  blob        bytes            social_Post_blob_t
                        5 bytes of padding (10.4 %)
                        blob: 1 byte of padding in it
                        """);
    }

    @Test
    void breaksWhatIsTooWideForATerminalAndLosesNothing() {
        for (int width = 40; width <= 80; width++) {
            TextStyle style = new TextStyle(false, true, width);
            assertThat(table(style).lines()).allMatch(line -> line.length() <= style.width());
        }
        assertThat(table(new TextStyle(false, true, 56)))
                .contains("│ repeated ")
                .contains("│ string ");
    }

    @Test
    void coloursWhatCosts() {
        assertThat(table(new TextStyle(true, true, 80)))
                .contains("\u001B[33m·· padding\u001B[0m")
                .contains("\u001B[33m5 bytes of padding (10.4 %), 1 cache line\u001B[0m\n");
    }

    private static LayoutReport wasteful() {
        return LayoutReport.of(FrontEnd.layOut(Map.of("waste.proto", """
                syntax = "proto3";
                import "proto2ffi/options.proto";
                message Waste {
                  bool first = 1;
                  int64 second = 2;
                  bool third = 3;
                  repeated Pair pairs = 4 [(proto2ffi.field).max_count = 5];
                  repeated Pair elsewhere = 5;
                  string name = 6 [(proto2ffi.field).max_size = 30];
                  int32 last = 7;
                }
                message Pair { int32 left = 1; bool right = 2; }
                """))).only(Set.of("Waste"));
    }

    @Test
    void saysWhatPaddingCostsAndWhereCacheLinesBegin() {
        assertThat(wasteful().table(new TextStyle(false, true, 80)).replaceAll("0x[0-9a-f]{16}", "0x…"))
                .isEqualTo("""
                        Waste  120 bytes, align 8, holds pointers, 0x…
                        ┌────────┬──────┬─────────────┬───────────────┬───────────────────┐
                        │ offset │ size │ member      │ protobuf      │ C                 │
                        ├────────┼──────┼─────────────┼───────────────┼───────────────────┤
                        │      0 │    1 │ first       │ bool          │ bool              │
                        │      1 │    7 │ ·· padding  │               │                   │
                        │      8 │    8 │ second      │ int64         │ int64_t           │
                        │     16 │    1 │ third       │ bool          │ bool              │
                        │     17 │    3 │ ·· padding  │               │                   │
                        │     20 │    4 │ pairs_count │               │ uint32_t          │
                        │     24 │   40 │ pairs       │ repeated Pair │ Pair[5]           │
                        ├╌ cache line 1, from 64 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┤
                        │     64 │   16 │ elsewhere   │ repeated Pair │ Waste_elsewhere_t │
                        │     80 │   30 │ name        │ string        │ char[30]          │
                        │    110 │    2 │ ·· padding  │               │                   │
                        │    112 │    4 │ last        │ int32         │ int32_t           │
                        │    116 │    4 │ ·· padding  │               │                   │
                        └────────┴──────┴─────────────┴───────────────┴───────────────────┘
                        16 bytes of padding (13.3 %), 2 cache lines
                        pairs: 3 bytes of padding in each of 5 elements, 15 in all
                        elsewhere: 3 bytes of padding in each element of the list
                        with option (proto2ffi.message).order = SMALLEST: 104 bytes, 16 fewer (13.3 %)
                        its order: second, elsewhere, pairs_count, pairs, last, first, third, name
                        """);
    }

    @Test
    void saysInWhichCacheLinesHotFieldsAre() {
        List<String> unknown = new ArrayList<>();
        LayoutReport hot = wasteful().hot(List.of("Waste.first", "last", "nowhere"), unknown);
        assertThat(unknown).containsExactly("nowhere");
        assertThat(hot.columns(false))
                .endsWith("hot: first, last take 5 bytes in 2 cache lines (0, 1), and would fit 1\n");
        assertThat(hot.table(new TextStyle(true, true, 80))).contains("\u001B[35mfirst ");
        assertThat(wasteful().columns(false)).doesNotContain("hot");
    }

    @Test
    void thePageHasEveryMemberAndNothingThatEndsItsData() {
        String page = report().html();
        assertThat(page)
                .contains("<title>Layout of s.proto</title>")
                .contains("\"path\": \"post_id\"")
                .contains("\"rust\": \"[[u8; 5]; 3]\"")
                .contains("\"java\": \"String int_(int index)\"")
                .contains("\"java\": \"Kind kind()\"")
                .doesNotContain("{{");
        assertThat(page.split("</script>", -1)).hasSize(3);
        assertThat(report().only(Set.of()).html())
                .contains("<title>Layout of no structs</title>")
                .contains("\"structs\": []");
    }

    @Test
    void summarisesSeveralStructs() {
        assertThat(report().columns(false)).endsWith("2 structs, 5 bytes of padding in all\n");
        assertThat(report().only(Set.of()).table(TextStyle.PLAIN)).isEqualTo("no structs\n");
        assertThat(report().only(Set.of()).json()).isEqualTo("{\"structs\": []}\n");
        assertThat(report().messages()).containsExactlyInAnyOrder("social.Post", "social.Empty");
    }

    private static String table(TextStyle style) {
        return report().only(Set.of("social.Post")).table(style).replaceAll("0x[0-9a-f]{16}", "0x…");
    }
}
