package dev.proto2ffi.core.emit.rust;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.bytes;
import static dev.proto2ffi.core.testing.TestTypes.enumOf;
import static dev.proto2ffi.core.testing.TestTypes.fixedBytes;
import static dev.proto2ffi.core.testing.TestTypes.fixedRepeated;
import static dev.proto2ffi.core.testing.TestTypes.messageOf;
import static dev.proto2ffi.core.testing.TestTypes.repeated;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static dev.proto2ffi.core.testing.TestTypes.string;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The schemas that the tests of this package emit. */
final class RustSchemas {
    private static final Ref UINT64 = scalar(ScalarType.UINT64);
    private static final Ref INT32 = scalar(ScalarType.INT32);

    private RustSchemas() {}

    static SchemaLayout layOut(FileBuilder... files) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = LayoutEngine.layOut(TestSchema.of(files), diagnostics);
        if (diagnostics.hasErrors()) {
            throw new AssertionError(diagnostics.all());
        }
        return layout;
    }

    /** The schema that has each construct. */
    static SchemaLayout every() {
        return read("src/test/cases/model/every-construct.proto");
    }

    /** Constructs with names that meet each other's methods, types and cases, and with defaults. */
    static SchemaLayout clash() {
        return read("src/test/cases/emit/rust/clash.proto");
    }

    /** Services with each shape of call, and with names that meet others. */
    static SchemaLayout calls() {
        return read("src/test/cases/emit/rust/calls.proto");
    }

    private static SchemaLayout read(String file) {
        try {
            return FrontEnd.layOut(Map.of("file.proto", Files.readString(Path.of(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two messages of the published benchmark's schema. */
    static SchemaLayout social() {
        FileBuilder types = file("social/types.proto", "social")
                .add(enumeration("PostType").value("TEXT", 0).value("IMAGE", 1).value("VIDEO", 2))
                .add(enumeration("ReactionType").value("LIKE", 0).value("LOVE", 1));
        FileBuilder post = file("social/post.proto", "social").imports("social/types.proto");
        post.add(message("Reaction")
                .comment(" A reaction to a post.\n")
                .field("reaction_id", UINT64)
                .field("user_id", UINT64)
                .field("target_id", UINT64, false, null, " Of the post.\n")
                .field("reaction_type", enumOf("social.ReactionType"))
                .field("created_at", UINT64));
        post.add(message("Post")
                .field("post_id", UINT64)
                .field("author_id", UINT64)
                .field("post_type", enumOf("social.PostType"))
                .field("content", string(5000), false, null, " What the author wrote.\n")
                .field("media_url", string(512))
                .field("visibility", enumOf("social.PostType"))
                .field("like_count", UINT64)
                .field("comment_count", UINT64)
                .field("share_count", UINT64)
                .field("view_count", UINT64)
                .field("created_at", UINT64)
                .field("updated_at", UINT64));
        return layOut(types, post);
    }

    /** Every kind of field, alone, with presence, with a default, repeated with and without a count. */
    static SchemaLayout constructs() {
        FileBuilder geo = file("geo.proto", "geo.v1")
                .add(message("Point").field("x", scalar(ScalarType.DOUBLE)).field("y", scalar(ScalarType.DOUBLE)));
        FileBuilder zoo = file("zoo.proto", "zoo").imports("geo.proto");
        zoo.add(enumeration("Kind").value("KIND_NONE", 0).value("CAT", 1).value("DOG", 2));
        zoo.add(enumeration("Tiny")
                .value("LOW", -128)
                .value("ZERO", 0)
                .value("ALIAS", 0)
                .storageSize(1));
        zoo.add(enumeration("Short").value("FIVE", 5).value("MINUS", -5).storageSize(2));
        zoo.add(scalars());
        zoo.add(plain());
        zoo.add(optionals());
        zoo.add(defaults());
        zoo.add(repeatedFields());
        zoo.add(fixedFields());
        zoo.add(message("Empty"));
        zoo.add(message("HoldsEmpty").field("e", messageOf("zoo.Empty")).optional("o", messageOf("zoo.Empty")));
        zoo.add(message("Sorted")
                .order(MemberOrder.SMALLEST)
                .field("a", scalar(ScalarType.BOOL))
                .field("b", UINT64)
                .optional("c", INT32)
                .field("d", repeated(string(3), 5)));
        return layOut(geo, zoo);
    }

    private static MessageBuilder scalars() {
        MessageBuilder all = message("Scalars");
        for (ScalarType type : ScalarType.values()) {
            all.field("f_" + type.protoName(), scalar(type));
        }
        return all;
    }

    private static MessageBuilder plain() {
        return message("Plain")
                .add(message("Inner")
                        .field("kind", enumOf("zoo.Plain.Inner.Mood"))
                        .add(enumeration("Mood").value("CALM", 0).value("WILD", 1)))
                .field("kind", enumOf("zoo.Kind"))
                .field("tiny", enumOf("zoo.Tiny"))
                .field("name", string(8))
                .field("blob", bytes(5))
                .field("digest", fixedBytes(3))
                .field("inner", messageOf("zoo.Plain.Inner"))
                .field("place", messageOf("geo.v1.Point"));
    }

    private static MessageBuilder optionals() {
        MessageBuilder all = message("Optionals");
        for (int i = 0; i < 33; i++) {
            all.optional("n" + i, INT32);
        }
        return all.optional("flag", scalar(ScalarType.BOOL))
                .optional("kind", enumOf("zoo.Kind"))
                .optional("name", string(8))
                .optional("blob", bytes(5))
                .optional("digest", fixedBytes(3))
                .optional("place", messageOf("geo.v1.Point"));
    }

    private static MessageBuilder defaults() {
        MessageBuilder all = message("Defaults");
        for (boolean presence : new boolean[] {false, true}) {
            String prefix = presence ? "o_" : "f_";
            for (ScalarType type : ScalarType.values()) {
                all.field(prefix + type.protoName(), scalar(type), presence, defaultOf(type), "");
            }
            all.field(prefix + "nan", scalar(ScalarType.FLOAT), presence, new DefaultValue.OfFloating(Double.NaN), "");
            all.field(
                    prefix + "inf",
                    scalar(ScalarType.DOUBLE),
                    presence,
                    new DefaultValue.OfFloating(Double.NEGATIVE_INFINITY),
                    "");
            all.field(prefix + "text", string(24), presence, new DefaultValue.OfString("a\"\\\u202e\n\u00e9{}"), "");
            all.field(prefix + "bytes", bytes(6), presence, new DefaultValue.OfBytes(raw()), "");
            all.field(prefix + "fixed", fixedBytes(6), presence, new DefaultValue.OfBytes(raw()), "");
            all.field(prefix + "short", enumOf("zoo.Short"), presence, fromShort(), "");
        }
        return all;
    }

    private static byte[] raw() {
        return new byte[] {0, (byte) 0xFF, '"', '\\', 'a', '\n'};
    }

    private static DefaultValue fromShort() {
        return new DefaultValue.OfEnum(constructsEnum().values().get(0));
    }

    private static EnumDef constructsEnum() {
        return TestSchema.of(file("e.proto", "zoo").add(enumeration("Short").value("FIVE", 5)))
                .enums()
                .get(0);
    }

    private static DefaultValue defaultOf(ScalarType type) {
        return switch (type.kind()) {
            case SIGNED -> new DefaultValue.OfInteger(type.size() == 4 ? Integer.MIN_VALUE : Long.MIN_VALUE);
            case UNSIGNED -> new DefaultValue.OfInteger(type.size() == 4 ? 0xFFFF_FFFFL : -1L);
            case FLOATING -> new DefaultValue.OfFloating(type.size() == 4 ? 0.1f : 1e300);
            case BOOL -> new DefaultValue.OfBool(true);
        };
    }

    private static MessageBuilder repeatedFields() {
        MessageBuilder all = message("Repeated");
        for (ScalarType type : ScalarType.values()) {
            all.field("f_" + type.protoName(), repeated(scalar(type), 3));
        }
        return all.field("kinds", repeated(enumOf("zoo.Kind"), 3))
                .field("names", repeated(string(8), 3))
                .field("blobs", repeated(bytes(5), 3))
                .field("digests", repeated(fixedBytes(3), 3))
                .field("places", repeated(messageOf("geo.v1.Point"), 3));
    }

    private static MessageBuilder fixedFields() {
        MessageBuilder all = message("Fixed");
        for (ScalarType type : ScalarType.values()) {
            all.field("f_" + type.protoName(), fixedRepeated(scalar(type), 40));
        }
        return all.field("kinds", fixedRepeated(enumOf("zoo.Kind"), 40))
                .field("names", fixedRepeated(string(8), 40))
                .field("blobs", fixedRepeated(bytes(5), 40))
                .field("digests", fixedRepeated(fixedBytes(3), 40))
                .field("places", fixedRepeated(messageOf("geo.v1.Point"), 40));
    }

    /** Names that meet Rust's keywords, its prelude, our own names, and each other. */
    static SchemaLayout names() {
        FileBuilder types = file("prelude.proto", "core.p2f");
        for (String name : new String[] {
            "Option", "Some", "None", "Result", "Ok", "Err", "String", "Vec", "Box", "Default", "Clone", "Copy",
            "Bool", "Bytes", "Error", "Flat", "Self", "self", "Sized", "Send", "PartialEq", "Debug", "Iterator", "u8",
            "str", "f", "fields", "core", "_", "foo_bar", "FooBar", "Foo_Bar", "HTTPServer", "type", "Fn", "Drop"
        }) {
            types.add(message(name)
                    .field("value", UINT64)
                    .optional("text", string(8))
                    .field("many", repeated(scalar(ScalarType.UINT32), 2))
                    .add(message("Inner").optional("type", UINT64))
                    .add(enumeration("Kind")
                            .value("kFirst", 0)
                            .value("K_FIRST", 1)
                            .value("self", 2)));
        }
        FileBuilder fields = file("fields.proto", "core").imports("prelude.proto");
        MessageBuilder all = message("P2F").deprecated();
        for (String name : new String[] {
            "self",
            "Self",
            "super",
            "crate",
            "type",
            "_",
            "__",
            "fn",
            "gen",
            "async",
            "try",
            "camelCase",
            "value",
            "index",
            "values",
            "other",
            "f",
            "new",
            "default",
            "clone",
            "eq",
            "fmt",
            "SIZE",
            "ALIGN",
            "FINGERPRINT",
            "from_ptr",
            "into",
            "as_ref",
            "is_empty",
            "len",
            "core",
            "p2f",
            "p2f_has",
            "p2f_has_",
            "has_x",
            "set_x",
            "clear_x",
            "x_count",
            "x_mut",
            "x_at",
            "push_x",
            "init_x",
            "x__",
            "errno",
            "union",
            "dyn",
            "item",
            "items"
        }) {
            all.optional(name, string(8));
        }
        all.field("x", repeated(string(8), 2)).optional("init", messageOf("core.p2f.Option"));
        all.field("points", repeated(messageOf("core.p2f._"), 2)).field("x_count_", UINT64);
        fields.add(all);
        fields.add(message("Old")
                .deprecatedField("gone", UINT64, false)
                .deprecatedField("lost", UINT64, true)
                .deprecatedField("texts", repeated(string(4), 2), false));
        FileBuilder root = file("root.proto", "").imports("fields.proto");
        root.add(message("p2f")
                .field("a", messageOf("core.P2F"))
                .add(message("Core").field("x", INT32)));
        root.add(message("Holder").field("c", messageOf("p2f.Core")).field("o", messageOf("self.Self.type.Deep")));
        FileBuilder keywords =
                file("self.proto", "self.Self.type").add(message("Deep").field("u8", INT32));
        FileBuilder primitives = file("prim.proto", "u8.str").add(message("I32").field("x", bytes(3)));
        FileBuilder clash = file("clash.proto", "core.FooBar").add(message("X").field("b", scalar(ScalarType.BOOL)));
        FileBuilder moved = file("moved.proto", "a.b")
                .rustModule("core::moved")
                .add(message("Moved").field("o", messageOf("core.p2f.Option")));
        return layOut(types, fields, keywords, primitives, clash, moved, root);
    }

    /** Comments that would be code, tests, links, HTML or errors if they were taken for Markdown. */
    static SchemaLayout comments() {
        String nasty = """
                 */ /* // \\ "\s

                     let x = broken(;
                 ```
                 let y = 1 +;
                 ```
                 ~~~
                 panic!();
                 ~~~
                 -     panic!("list");
                \tpanic!("tab");
                 1.      panic!();
                 >     panic!();
                 <script>alert(1)</script> <T> a<b> &amp; [link] [a](b) [x]: y
                 see https://example.com/a_(b)?c=d.
                 `a[0]` and `odd
                 # heading
                 * item
                   more
                 \u202e reversed \u0000 nul \r cr \ufeff bom
                 [`Missing`] ``double ` tick`` {braces}
                 | a | b |
                 |---|---|
                 ===
                 ---
                """;
        FileBuilder file = file("comments.proto", "comments");
        file.add(message("Commented")
                .comment(nasty)
                .field("plain", UINT64, false, null, nasty)
                .field("text", string(8), true, null, nasty)
                .field("list", repeated(UINT64, 2), false, null, nasty));
        file.add(enumeration("Noted").comment(nasty).value("ZERO", 0, nasty));
        return layOut(file);
    }
}
