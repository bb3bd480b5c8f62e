package dev.proto2ffi.core.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Emitter;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.emit.java.JavaEmitter;
import dev.proto2ffi.core.emit.rust.RustEmitter;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What reports say of members is what the emitters print. */
class ShownNamesTest {
    private static final SchemaLayout LAYOUT = FrontEnd.layOut(Map.of("all.proto", """
            syntax = "proto3";
            package every.one;
            import "proto2ffi/options.proto";
            enum Kind { NONE = 0; }
            message All {
              optional uint64 id = 1;
              Kind kind = 2;
              repeated Kind kinds = 3 [(proto2ffi.field).max_count = 3];
              repeated Kind more_kinds = 4;
              string text = 5 [(proto2ffi.field).max_size = 8];
              string long_text = 6;
              bytes raw = 7 [(proto2ffi.field).max_size = 8];
              repeated bytes raws = 8 [(proto2ffi.field) = { max_count: 2, max_size: 8, fixed_length: true }];
              Inner inner = 9;
              repeated Inner inners = 10 [(proto2ffi.field) = { max_count: 2, fixed_count: true }];
              repeated Inner elsewhere = 11;
              All next = 12;
              map<string, int32> map = 13;
              map<int32, Inner> bounded = 14 [(proto2ffi.field).max_count = 2];
              oneof class { int32 int = 15; Inner message = 16; All pointed = 17; bool flag = 18; }
              int32 counter = 19 [(proto2ffi.field).atomic = true];
              repeated double numbers = 20;
              optional Inner maybe = 21;
              message Inner { bool flag = 1; int64 get_class = 2; }
            }
            """));

    private static String printed(Emitter emitter) {
        return emitter.emit(LAYOUT, new Generator("test"), new Diagnostics()).stream()
                .map(OutputFile::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void gettersOfJavaAreThoseOfTheGeneratedClass() {
        String java = printed(new JavaEmitter());
        SettledNames names = new SettledNames(LAYOUT);
        for (StructLayout struct : LAYOUT.structs()) {
            for (StructLayout.Leaf leaf : struct.leaves()) {
                String getter = names.javaGetter(struct.struct(), leaf.member());
                Member.Kind kind = leaf.member().kind();
                assertThat(getter.isEmpty()).isEqualTo(kind == Member.Kind.PRESENCE || kind == Member.Kind.EMPTY);
                if (!getter.isEmpty()) {
                    assertThat(java)
                            .containsPattern("public [\\w.]*"
                                    + Pattern.quote(getter.substring(getter.lastIndexOf('.', getter.indexOf('(')) + 1))
                                    + " \\{");
                }
            }
            struct.fields().stream()
                    .filter(field -> field.presenceBit() >= 0)
                    .forEach(field -> assertThat(java).contains("public " + names.javaHas(field.field()) + " {"));
            assertThat(names.javaStruct(struct.struct())).startsWith("every.one.ffi.All");
        }
    }

    @Test
    void typesOfRustAreThoseOfTheGeneratedStruct() {
        String rust = printed(new RustEmitter());
        SettledNames names = new SettledNames(LAYOUT);
        for (StructLayout struct : LAYOUT.structs()) {
            for (Member member : struct.members()) {
                String type = names.rustType(struct.struct(), member);
                assertThat(rust).contains(names.rustMember(struct.struct(), member) + ": " + type);
            }
        }
    }
}
