package dev.proto2ffi.core.testing;

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

import dev.proto2ffi.core.model.Comments;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import java.nio.charset.StandardCharsets;

/** Schemas that several emitters are tried on. */
public final class TestSchemas {
    private TestSchemas() {}

    /** Two messages of the published benchmark schema, in two files. */
    public static Schema social() {
        return TestSchema.of(
                file("social/reaction.proto", "social")
                        .add(enumeration("ReactionType")
                                .comment(" What somebody thinks.")
                                .value("LIKE", 0)
                                .value("LOVE", 1, " More than LIKE."))
                        .add(message("Reaction")
                                .field("reaction_id", scalar(ScalarType.UINT64))
                                .field("user_id", scalar(ScalarType.UINT64))
                                .field("target_id", scalar(ScalarType.UINT64), false, null, " A post or a comment.")
                                .field("reaction_type", enumOf("social.ReactionType"))
                                .field(
                                        "created_at",
                                        scalar(ScalarType.UINT64),
                                        false,
                                        null,
                                        " Microseconds since 1970.\n Never zero.")),
                file("social/post.proto", "social")
                        .imports("social/reaction.proto")
                        .comment(" Licence: none.\n")
                        .add(enumeration("PostType").value("TEXT", 0).value("IMAGE", 1))
                        .add(enumeration("Visibility").value("PUBLIC", 0).value("PRIVATE", 1))
                        .add(message("Post")
                                .comment(" What somebody wrote.")
                                .field("post_id", scalar(ScalarType.UINT64))
                                .field("author_id", scalar(ScalarType.UINT64))
                                .field("post_type", enumOf("social.PostType"))
                                .field("content", string(5000))
                                .field("media_url", string(512))
                                .field("visibility", enumOf("social.Visibility"))
                                .field("like_count", scalar(ScalarType.UINT64))
                                .field("comment_count", scalar(ScalarType.UINT64))
                                .field("share_count", scalar(ScalarType.UINT64))
                                .field("view_count", scalar(ScalarType.UINT64))
                                .field("created_at", scalar(ScalarType.UINT64))
                                .field("updated_at", scalar(ScalarType.UINT64)))
                        .add(message("Thread")
                                .field("post", messageOf("social.Post"))
                                .field("reactions", repeated(messageOf("social.Reaction"), 8))));
    }

    /** Every kind of field, alone, with presence, with a default, and repeated; two files, one of which uses the other. */
    public static Schema everyConstruct() {
        TestSchema.MessageBuilder scalars = message("Scalars");
        TestSchema.MessageBuilder optional = message("Optional");
        TestSchema.MessageBuilder lists = message("Lists");
        for (ScalarType type : ScalarType.values()) {
            scalars.field("a_" + type.protoName(), scalar(type));
            optional.optional("a_" + type.protoName(), scalar(type));
            lists.field("a_" + type.protoName(), repeated(scalar(type), 3));
            lists.field("fixed_" + type.protoName(), fixedRepeated(scalar(type), 2));
        }
        optional.optional("tiny", enumOf("every.Tiny"))
                .optional("text", string(8))
                .optional("blob", bytes(5))
                .optional("hash", fixedBytes(20))
                .optional("point", messageOf("every.base.Point"))
                .optional("nothing", messageOf("every.base.Nothing"))
                .optional("nested", messageOf("every.Optional.Nested"))
                .add(message("Nested").optional("deep", scalar(ScalarType.BOOL)));
        lists.field("tiny", repeated(enumOf("every.Tiny"), 5))
                .field("texts", repeated(string(4), 3))
                .field("blobs", repeated(bytes(5), 3))
                .field("hashes", repeated(fixedBytes(3), 3))
                .field("points", repeated(messageOf("every.base.Point"), 3))
                .field("fixed_tiny", fixedRepeated(enumOf("every.Tiny"), 5))
                .field("fixed_texts", fixedRepeated(string(4), 3))
                .field("fixed_blobs", fixedRepeated(bytes(5), 3))
                .field("fixed_hashes", fixedRepeated(fixedBytes(3), 3))
                .field("fixed_points", fixedRepeated(messageOf("every.base.Point"), 3))
                .field("fixed_defaults", fixedRepeated(messageOf("every.Defaults"), 2))
                .field("defaults", repeated(messageOf("every.Defaults"), 2));
        return TestSchema.of(
                file("every/base.proto", "every.base")
                        .add(message("Point")
                                .field("x", scalar(ScalarType.DOUBLE))
                                .field("y", scalar(ScalarType.DOUBLE)))
                        .add(message("Nothing").comment(" Says nothing.")),
                file("every/construct.proto", "every")
                        .imports("every/base.proto")
                        .add(scalars)
                        .add(optional)
                        .add(lists)
                        .add(defaults(message("Defaults"), false))
                        .add(defaults(message("OptionalDefaults"), true))
                        .add(message("Plain")
                                .field("text", string(1))
                                .field("blob", bytes(1))
                                .field("hash", fixedBytes(1))
                                .field("point", messageOf("every.base.Point"))
                                .field("nothing", messageOf("every.base.Nothing"))
                                .field("defaults", messageOf("every.Defaults"))
                                .deprecated())
                        .add(message("Sorted")
                                .order(MemberOrder.SMALLEST)
                                .optional("flag", scalar(ScalarType.BOOL))
                                .field("big", scalar(ScalarType.UINT64))
                                .field("ids", repeated(scalar(ScalarType.UINT64), 2))
                                .field("tiny", enumOf("every.Tiny"))
                                .field("small", scalar(ScalarType.UINT32)))
                        .add(enumeration("Tiny")
                                .storageSize(1)
                                .value("ZERO", 0)
                                .value("LOW", -128)
                                .value("HIGH", 127)
                                .value("ALIAS", 127))
                        .add(enumeration("Wide")
                                .closed()
                                .value("MOST", Integer.MAX_VALUE)
                                .value("LEAST", Integer.MIN_VALUE)));
    }

    private static TestSchema.MessageBuilder defaults(TestSchema.MessageBuilder message, boolean presence) {
        Span span = Span.startOf(SourceFile.of("every/construct.proto", ""));
        EnumValueDef least = new EnumValueDef("LEAST", Integer.MIN_VALUE, Comments.NONE, false, span);
        byte[] blob = {1, (byte) 0xFF, 0};
        return message.field("i32", scalar(ScalarType.INT32), presence, integer(Integer.MIN_VALUE), "")
                .field("i64", scalar(ScalarType.SFIXED64), presence, integer(Long.MIN_VALUE), "")
                .field("j64", scalar(ScalarType.SINT64), presence, integer(-1), "")
                .field("u32", scalar(ScalarType.UINT32), presence, integer(0xFFFFFFFFL), "")
                .field("u64", scalar(ScalarType.UINT64), presence, integer(-1), "")
                .field("f", scalar(ScalarType.FLOAT), presence, floating(0.1f), "")
                .field("f_inf", scalar(ScalarType.FLOAT), presence, floating(Double.NEGATIVE_INFINITY), "")
                .field("f_max", scalar(ScalarType.FLOAT), presence, floating(Float.MAX_VALUE), "")
                .field("d", scalar(ScalarType.DOUBLE), presence, floating(-1e100), "")
                .field("d_tiny", scalar(ScalarType.DOUBLE), presence, floating(Double.MIN_VALUE), "")
                .field("d_nan", scalar(ScalarType.DOUBLE), presence, floating(Double.NaN), "")
                .field("b", scalar(ScalarType.BOOL), presence, new DefaultValue.OfBool(true), "")
                .field("wide", enumOf("every.Wide"), presence, new DefaultValue.OfEnum(least), "")
                .field("text", string(32), presence, new DefaultValue.OfString("a\"\\??/\n\u00e47\u0001"), "")
                .field("long_text", string(6001), presence, new DefaultValue.OfString("'\\\u00e4".repeat(1500)), "")
                .field("blob", bytes(3), presence, new DefaultValue.OfBytes(blob), "")
                .field(
                        "hash",
                        fixedBytes(4),
                        presence,
                        new DefaultValue.OfBytes("hash".getBytes(StandardCharsets.US_ASCII)),
                        "");
    }

    private static DefaultValue integer(long bits) {
        return new DefaultValue.OfInteger(bits);
    }

    private static DefaultValue floating(double value) {
        return new DefaultValue.OfFloating(value);
    }
}
