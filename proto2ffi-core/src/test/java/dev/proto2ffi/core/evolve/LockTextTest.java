package dev.proto2ffi.core.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.testing.schema.RandomSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of lock files: what it says, and that it is read as what was written. */
class LockTextTest {
    /** Writes facts, and reads them again. */
    static SchemaFacts reread(SchemaFacts facts) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaFacts read = LockReader.read(SourceFile.of("proto2ffi.lock", LockWriter.write(facts)), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        if (read == null) {
            throw new AssertionError("nothing was read");
        }
        return read;
    }

    @Test
    void theTextHasAFactALine() {
        SchemaFacts facts = Facts.of(Map.of("social/post.proto", """
                syntax = "proto3";
                package social;
                import "proto2ffi/options.proto";
                option (proto2ffi.file).c_prefix = "soc";
                enum Kind {
                  KIND_TEXT = 0;
                  KIND_PHOTO = -1;
                  reserved 5 to max;
                  reserved "KIND_OLD";
                }
                message Post {
                  reserved 20, 30 to 39, 1000 to max;
                  reserved "draft";
                  uint64 id = 1 [(proto2ffi.field).atomic = true];
                  string title = 3 [(proto2ffi.field).max_size = 32, json_name = "head line"];
                  optional uint32 likes = 2;
                  repeated Kind kinds = 4 [(proto2ffi.field).max_count = 2];
                  map<string, Post> answers = 5;
                  oneof media {
                    string link = 6;
                    Post shared = 7;
                  }
                }
                service Feed {
                  rpc Get(Post) returns (stream Post);
                  rpc Put(stream Post) returns (Post) { option (proto2ffi.method).skip = true; }
                }
                """));
        assertThat(LockWriter.write(facts).replaceAll("0x[0-9a-f]{16}", "0x…")).isEqualTo("""
                proto2ffi-lock 1
                # Layouts and wire facts, made by 'proto2ffi lock'. Commit it; don't edit it.

                file social/post.proto
                  package social
                  java social.ffi
                  c-prefix soc

                enum social.Kind
                  size 4
                  open
                  value 0 KIND_TEXT
                  value -1 KIND_PHOTO
                  reserved 5 to max
                  reserved-name KIND_OLD

                message social.Post
                  size 104
                  align 8
                  pointers
                  fingerprint 0x…
                  field 1 id uint64 atomic
                  field 2 likes uint32 optional bit 0
                  field 3 title string json "head line"
                  field 4 kinds enum:social.Kind repeated packed
                  field 5 answers map:social.Post.AnswersEntry
                  field 6 link string oneof media
                  field 7 shared message:social.Post oneof media
                  at 0 size 4 align 4 presence p2f_has uint32_t[1]
                  at 8 size 8 align 8 data id uint64_t
                  at 16 size 32 align 1 data title char[32]
                  at 48 size 4 align 4 data likes uint32_t
                  at 52 size 4 align 4 count kinds_count uint32_t
                  at 56 size 8 align 4 data kinds enum social.Kind[2]
                  at 64 size 16 align 8 data answers span(struct social.Post.AnswersEntry)
                  at 80 size 4 align 4 case media_case int32_t
                  at 88 size 16 align 8 union media union
                  at 88 size 16 align 8 data media.link string*
                  at 88 size 8 align 8 data media.shared struct social.Post*
                  reserved 20
                  reserved 30 to 39
                  reserved 1000 to max
                  reserved-name draft

                message social.Post.AnswersEntry
                  map-entry
                  size 120
                  align 8
                  pointers
                  fingerprint 0x…
                  field 1 key string
                  field 2 value message:social.Post
                  at 0 size 16 align 8 data key string*
                  at 16 size 104 align 8 data value struct social.Post

                service social.Feed
                  fingerprint 0x…
                  rpc Get social.Post returns stream:social.Post
                  rpc Put stream:social.Post returns social.Post skipped
                """);
        assertThat(LockWriter.write(reread(facts))).isEqualTo(LockWriter.write(facts));
    }

    @Test
    void strangeNamesAndDefaultsAreReadAsTheyWereWritten() {
        SchemaFacts facts = Facts.of(Map.of("a b/\"post\".proto", """
                syntax = "proto2";
                message stream {
                  optional string returns = 1 [default = "a \\"quote\\", a \\\\ and\\na line \\303\\244 #"];
                  optional bytes optional = 2 [default = "\\000\\377"];
                  optional float oneof = 3 [default = nan];
                  required group Bit = 4 { optional int32 json = 1 [default = -0x10, json_name = "#"]; }
                  extensions 100 to max;
                }
                """));
        SchemaFacts read = reread(facts);
        assertThat(LockWriter.write(read)).isEqualTo(LockWriter.write(facts));
        assertThat(Facts.compare(facts, read)).isEmpty();
        assertThat(read.messages().get("stream").wire().field(1).defaultValue())
                .isEqualTo("a \"quote\", a \\ and\na line ä #");
    }

    @Test
    void theOrderOfFilesAndDeclarationsHasNoEffect() {
        String head = "syntax = \"proto3\";\npackage p;\n";
        String a = "message A { uint32 x = 1; }\n";
        String b = "message B { uint32 y = 1; }\nenum E { E_ZERO = 0; }\n";
        assertThat(LockWriter.write(Facts.of(Map.of("p.proto", head + a + b))))
                .isEqualTo(LockWriter.write(Facts.of(Map.of("p.proto", head + b + a))));
    }

    @Test
    void lineEndsOfWindowsAndBlankLinesDoNoHarm() {
        SchemaFacts facts = Facts.of(Map.of("p.proto", "syntax = \"proto3\"; message A { uint32 x = 1; }"));
        String text = LockWriter.write(facts);
        SchemaFacts read =
                LockReader.read(SourceFile.of("x", text.replace("\n", "\r\n\r\n") + "# end"), new Diagnostics());
        assertThat(read).isNotNull();
        assertThat(LockWriter.write(read)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void randomSchemasAreReadAsTheyWereWritten(long decade) {
        for (long seed = decade * 10; seed < decade * 10 + 10; seed++) {
            SchemaFacts facts = Facts.of(RandomSchema.of(seed, "lck"));
            SchemaFacts read = reread(facts);
            assertThat(LockWriter.write(read)).as("seed %d", seed).isEqualTo(LockWriter.write(facts));
            assertThat(Facts.compare(facts, read)).as("seed %d", seed).isEmpty();
        }
    }
}
