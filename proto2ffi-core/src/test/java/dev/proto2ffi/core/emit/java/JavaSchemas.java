package dev.proto2ffi.core.emit.java;

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
import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.Comments;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.EnumValueDef;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.EnumBuilder;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** Schemas for the tests of this package: every construct that the emitter knows, and every name that could hurt it. */
final class JavaSchemas {
    private JavaSchemas() {}

    static List<OutputFile> emit(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = LayoutEngine.layOut(schema, diagnostics);
        List<OutputFile> files = new JavaEmitter().emit(layout, new Generator("1.2.3"), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return files;
    }

    static String emitted(Schema schema, String path) {
        return emit(schema).stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Fields of every type, each singular, optional, repeated and of fixed count, with two imports. */
    static Schema everything() {
        FileBuilder shared = file("other/shared.proto", "other")
                .add(message("Shared").field("id", scalar(ScalarType.UINT32)).field("label", string(9)))
                .add(message("Old").deprecated().field("n", scalar(ScalarType.INT32)));
        FileBuilder sink = file("sink/all.proto", "sink")
                .imports("other/shared.proto")
                .add(enumeration("Color")
                        .comment("Colours */ of the \\u0041 <rainbow> & @more.")
                        .value("RED", 0, "Like fire.")
                        .value("GREEN", 1)
                        .value("ALSO_GREEN", 1)
                        .value("NEGATIVE", -5))
                .add(enumeration("Tiny").storageSize(1).value("T0", 0).value("T1", 100))
                .add(enumeration("Small").storageSize(2).closed().value("S3", 3).value("S4", 4))
                .add(message("Empty"))
                .add(every("Singular", JavaSchemas::singular))
                .add(every("Optional", JavaSchemas::optional))
                .add(every("Repeated", JavaSchemas::bounded))
                .add(every("Fixed", JavaSchemas::fixed))
                .add(defaults())
                .add(message("Holder")
                        .field("defaults", messageOf("sink.Defaults"))
                        .field("three", fixedRepeated(messageOf("sink.Defaults"), 3))
                        .field("some", repeated(messageOf("sink.Defaults"), 2)));
        return TestSchema.of(shared, sink);
    }

    private interface FieldMaker {
        void add(MessageBuilder message, String name, Ref type);
    }

    private static void singular(MessageBuilder message, String name, Ref type) {
        message.field("f_" + name, type, false, null, "Comment on " + name + ".\n\n * Second paragraph.");
    }

    private static void optional(MessageBuilder message, String name, Ref type) {
        message.optional("o_" + name, type);
    }

    private static void bounded(MessageBuilder message, String name, Ref type) {
        message.field("r_" + name, repeated(type, 3));
    }

    private static void fixed(MessageBuilder message, String name, Ref type) {
        message.field("x_" + name, fixedRepeated(type, 2));
    }

    private static MessageBuilder every(String name, FieldMaker maker) {
        MessageBuilder message = message(name).comment("Every type: " + name + ".");
        for (ScalarType type : ScalarType.values()) {
            maker.add(message, type.name().toLowerCase(Locale.ROOT), scalar(type));
        }
        maker.add(message, "color", enumOf("sink.Color"));
        maker.add(message, "tiny", enumOf("sink.Tiny"));
        maker.add(message, "small", enumOf("sink.Small"));
        maker.add(message, "text", string(11));
        maker.add(message, "data", bytes(5));
        maker.add(message, "hash", fixedBytes(4));
        maker.add(message, "shared", messageOf("other.Shared"));
        maker.add(message, "old", messageOf("other.Old"));
        return message;
    }

    private static MessageBuilder defaults() {
        EnumValueDef s3 =
                new EnumValueDef("S3", 3, Comments.NONE, false, Span.startOf(SourceFile.of("sink/all.proto", "")));
        return message("Defaults")
                .field("i", scalar(ScalarType.SINT32), true, new DefaultValue.OfInteger(-7), "")
                .field("u", scalar(ScalarType.UINT32), true, new DefaultValue.OfInteger(4_000_000_000L), "")
                .field("l", scalar(ScalarType.INT64), true, new DefaultValue.OfInteger(Long.MIN_VALUE), "")
                .field("d", scalar(ScalarType.DOUBLE), true, new DefaultValue.OfFloating(Double.NaN), "")
                .field("f", scalar(ScalarType.FLOAT), true, new DefaultValue.OfFloating(Float.NEGATIVE_INFINITY), "")
                .field("b", scalar(ScalarType.BOOL), true, new DefaultValue.OfBool(true), "")
                .field("s", string(20), true, new DefaultValue.OfString("a \"quoted\"\n$T text"), "")
                .field("y", bytes(6), true, new DefaultValue.OfBytes("x\0".getBytes(StandardCharsets.UTF_8)), "")
                .field("e", enumOf("sink.Small"), true, new DefaultValue.OfEnum(s3), "")
                .field("plain_i", scalar(ScalarType.INT32), false, new DefaultValue.OfInteger(42), "")
                .field("plain_f", scalar(ScalarType.FLOAT), false, new DefaultValue.OfFloating(1.5), "")
                .field("plain_s", string(8), false, new DefaultValue.OfString("hi"), "")
                .field("plain_y", bytes(8), false, new DefaultValue.OfBytes(new byte[] {1, -2}), "")
                .field("plain_e", enumOf("sink.Small"), false, new DefaultValue.OfEnum(s3), "");
    }

    /**
     * The largest message and enum that a Java class can hold, of the fields that take the most code to initialise;
     * without accessors, which would take javac half a minute.
     */
    static List<OutputFile> largest() {
        EnumBuilder huge = enumeration("Huge");
        for (int i = 0; i < ClassLimits.MAX_VALUES; i++) {
            huge.value("VALUE_" + i, i * 100_000);
        }
        MessageBuilder large = message("Large");
        for (int i = 0; i < ClassLimits.MAX_FIELDS; i++) {
            large.field("some_field_" + i, repeated(enumOf("largest.Huge"), 3));
        }
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = LayoutEngine.layOut(
                TestSchema.of(file("largest.proto", "largest").add(huge).add(large)), diagnostics);
        Run run = new Run(layout, NamingPass.settle(layout.schema(), diagnostics), DefaultedStructs.of(layout));
        StructLayout struct = layout.struct("largest.Large");
        TypeSpec.Builder out =
                TypeSpec.classBuilder("Large").addModifiers(Modifier.FINAL).superclass(Types.STRUCT_VIEW);
        ConstantMembers.add(run, struct, out);
        FactoryMembers.add(run, struct, out);
        WholeStructMembers.add(run, struct, out);
        ArrayClasses.add(run.names().struct("largest.Large"), out);
        TypeSpec hugeEnum = EnumClass.of(layout.schema().enums().get(0), run).build();
        return List.of(source(out.build()), source(hugeEnum));
    }

    private static OutputFile source(TypeSpec type) {
        return new OutputFile(
                "largest/ffi/" + type.name() + ".java",
                JavaFile.builder("largest.ffi", type).build().toString());
    }

    /** Names that meet keywords, inherited methods, generated members, each other, and classes of the JDK. */
    static Schema names() {
        Ref number = scalar(ScalarType.INT32);
        return TestSchema.of(file("names.proto", "")
                .add(enumeration("Words")
                        .value("UNRECOGNIZED", 0)
                        .value("default", 1)
                        .value("number", 2)
                        .value("values", 3))
                .add(message("record").field("yield", number).field("record", number))
                .add(message("SIZE").field("size", number))
                .add(message("String").field("text", string(4)))
                .add(message("Override").field("o", number))
                .add(message("Case").field("a", number))
                .add(message("CASE").field("b", messageOf("Case")))
                .add(message("Names")
                        .add(message("Handles").field("h", number))
                        .add(message("Elements").field("e", number))
                        .add(message("EACH").field("e", number))
                        .add(message("Names").add(message("Names").field("deep", number)))
                        .add(message("MemorySegment").field("m", number))
                        .add(message("Access").field("a", number))
                        .add(message("Long").field("l", number))
                        .add(message("java").field("j", number))
                        .add(enumeration("List").value("ITEM", 0))
                        .field("class", number)
                        .field("get_class", number)
                        .field("to_string", string(4))
                        .field("hash_code", number)
                        .field("wait", number)
                        .field("allocate", number)
                        .field("at", number)
                        .field("clear", number)
                        .field("copy_from", messageOf("Names.Names.Names"))
                        .field("content", string(8))
                        .field("struct", bytes(3))
                        .field("foo", repeated(number, 2))
                        .field("foo_count", number)
                        .field("fooCount", number)
                        .optional("bar", number)
                        .field("has_bar", number)
                        .optional("presence", number)
                        .field("size", number)
                        .field("SIZE", number)
                        .field("URL", number)
                        .field("_", number)
                        .field("__", number)
                        .field("_1st", number)
                        .field("segment", number)
                        .field("address", number)
                        .field("offset", repeated(number, 2))
                        .field("value", number)
                        .field("index", repeated(enumOf("Names.List"), 2))
                        .field("base", repeated(messageOf("Names.MemorySegment"), 2))
                        .field("lists", repeated(messageOf("Names.Access"), 2))
                        .field("numbers", repeated(scalar(ScalarType.UINT32), 2))
                        .field("string", messageOf("String"))
                        .field("long", messageOf("Names.Long"))
                        .field("java", messageOf("Names.java"))
                        .field("type", enumOf("Words"))
                        .field("type_number", number)
                        .field("layout", number)));
    }
}
