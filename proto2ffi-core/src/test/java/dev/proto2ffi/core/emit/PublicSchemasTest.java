package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.c.CHandshakeProgram;
import dev.proto2ffi.core.emit.c.CNames;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.CLayoutProgram;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.JavaView;
import dev.proto2ffi.core.testing.LayoutView;
import dev.proto2ffi.core.testing.PublicSchemas;
import dev.proto2ffi.core.testing.RustView;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Public .proto files, written by people who never heard of this tool and used as they are: with no option set they are
 * generated and compiled in all three languages, and the compilers see every offset as the layout engine gave it.
 *
 * <p>{@code -Pcorpus} unpacks the files; {@code -Dproto2ffi.corpus.all=true} takes all of them, which lasts minutes.
 */
@EnabledIfSystemProperty(named = "proto2ffi.corpus", matches = ".+")
final class PublicSchemasTest {
    @TempDir
    Path temp;

    static Stream<PublicSchemas> groups() {
        return PublicSchemas.groups(Boolean.getBoolean("proto2ffi.corpus.all"));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void cAndCxxCompilersAgree(PublicSchemas group) {
        SchemaLayout layout = group.layOut();
        CCompiler.write(temp, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        String program = CLayoutProgram.of(layout, CNames.of(layout));
        assertThat(CCompiler.GCC.run(temp, program).lines()).isEqualTo(LayoutView.of(layout));
        assertThat(CCompiler.GXX.run(temp, program).lines()).isEqualTo(LayoutView.of(layout));
        assertThat(CCompiler.CLANG.run(temp, program).lines()).isEqualTo(LayoutView.of(layout));
    }

    /** Their services as libraries that answer nothing, and what those tell of themselves. */
    @ParameterizedTest
    @MethodSource("groups")
    void librariesTellWhatTheyWereBuiltFrom(PublicSchemas group) {
        SchemaLayout layout = group.layOut();
        if (layout.services().isEmpty()) {
            return;
        }
        CCompiler.write(temp, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        CHandshakeProgram program = new CHandshakeProgram(layout);
        for (CCompiler compiler : CCompiler.values()) {
            assertThat(compiler.run(temp, program.printer())).isEqualTo(program.expected());
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void rustcAgrees(PublicSchemas group) {
        SchemaLayout layout = group.layOut();
        assertThat(RustView.of(layout, temp)).isEqualTo(LayoutView.of(layout));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void javaAgrees(PublicSchemas group) {
        SchemaLayout layout = group.layOut();
        JavaTree tree = JavaTree.emit(layout, temp)
                .add(JavaView.class, "PrintLayouts.java")
                .compile();
        assertThat(JavaView.of(tree)).isEqualTo(JavaView.expected(layout));
    }
}
