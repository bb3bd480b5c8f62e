package dev.proto2ffi.core.emit;

import static dev.proto2ffi.core.testing.TestSchema.enumeration;
import static dev.proto2ffi.core.testing.TestSchema.file;
import static dev.proto2ffi.core.testing.TestSchema.message;
import static dev.proto2ffi.core.testing.TestTypes.messageOf;
import static dev.proto2ffi.core.testing.TestTypes.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.DefaultValue;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.ScalarType;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.MessageBuilder;
import dev.proto2ffi.core.testing.TestTypes;
import dev.proto2ffi.core.testing.TestTypes.Ref;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One struct of every construct, written by Java, read and rewritten by C, then by Rust, and read by Java again, all
 * through the generated API.
 */
class RoundTripTest {
    @TempDir
    Path folder;

    private static SchemaLayout schema() {
        return LayoutEngine.layOut(
                TestSchema.of(file("trip/all.proto", "trip")
                        .add(enumeration("Mood")
                                .value("NONE", 0)
                                .value("CALM", 1)
                                .value("WILD", 2))
                        .add(message("Inner")
                                .field("id", scalar(ScalarType.INT64))
                                .field("name", TestTypes.string(8)))
                        .add(message("Empty"))
                        .add(every("Singular", type -> type, false))
                        .add(every("Optional", type -> type, true))
                        .add(every("Repeated", type -> TestTypes.repeated(type, 3), false))
                        .add(every("Fixed", type -> TestTypes.fixedRepeated(type, 3), false))
                        .add(message("Defaults")
                                .field("i", scalar(ScalarType.INT32), false, new DefaultValue.OfInteger(-7), "")
                                .field("o", scalar(ScalarType.INT32), true, new DefaultValue.OfInteger(-8), "")
                                .field("s", TestTypes.string(8), false, new DefaultValue.OfString("plain"), "")
                                .field("t", TestTypes.string(8), true, new DefaultValue.OfString("bit"), ""))
                        .add(message("All")
                                .order(MemberOrder.SMALLEST)
                                .field("empty", messageOf("trip.Empty"))
                                .field("singular", messageOf("trip.Singular"))
                                .field("optional", messageOf("trip.Optional"))
                                .field("repeated", messageOf("trip.Repeated"))
                                .field("fixed", messageOf("trip.Fixed"))
                                .field("defaults", messageOf("trip.Defaults")))),
                new Diagnostics());
    }

    private static MessageBuilder every(String name, UnaryOperator<Ref> shape, boolean presence) {
        Map<String, Ref> fields = new LinkedHashMap<>();
        fields.put("b", scalar(ScalarType.BOOL));
        fields.put("d", scalar(ScalarType.DOUBLE));
        fields.put("f", scalar(ScalarType.FLOAT));
        fields.put("i", scalar(ScalarType.SINT32));
        fields.put("l", scalar(ScalarType.INT64));
        fields.put("u", scalar(ScalarType.UINT32));
        fields.put("w", scalar(ScalarType.FIXED64));
        fields.put("e", TestTypes.enumOf("trip.Mood"));
        fields.put("s", TestTypes.string(11));
        fields.put("y", TestTypes.bytes(5));
        fields.put("h", TestTypes.fixedBytes(3));
        fields.put("m", messageOf("trip.Inner"));
        MessageBuilder message = message(name);
        fields.forEach((field, type) -> {
            if (presence) {
                message.optional(field, type);
            } else {
                message.field(field, shape.apply(type));
            }
        });
        return message;
    }

    @Test
    void whatOneLanguageWritesTheOthersRead() {
        SchemaLayout layout = schema();
        CCompiler.write(folder, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        Path c = folder.resolve(System.mapLibraryName("trip_c"));
        Tools.Result compiled = CCompiler.GCC.compile(folder, resource("trip.c"), "-shared", "-fPIC");
        assertThat(compiled.output()).isEmpty();
        assertThat(folder.resolve("program").toFile().renameTo(c.toFile())).isTrue();
        Path rust = folder.resolve(System.mapLibraryName("trip_rust"));
        compiled = RustTree.emit(layout, folder)
                .write("trip.rs", resource("trip.rs"))
                .rustc("--crate-type", "cdylib", "-C", "debug-assertions=on", "-o", rust.toString(), "trip.rs");
        assertThat(compiled.output()).isEmpty();
        JavaTree java = JavaTree.emit(layout, folder)
                .add(RoundTripTest.class, "Trip.java")
                .compile();
        for (String access : new String[] {"safe", "raw"}) {
            assertThat(java.run("Trip", access, c.toString(), rust.toString())).isEqualToIgnoringNewLines("home again");
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RoundTripTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
