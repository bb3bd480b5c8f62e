package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.c.CNames;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.CLayoutProgram;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.JavaView;
import dev.proto2ffi.core.testing.LayoutView;
import dev.proto2ffi.core.testing.RustView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random schemas, every compiler sees each size, alignment and offset as the layout engine gave it.
 *
 * <p>{@code -Dproto2ffi.agreement.schemas=500} tries so many, {@code -Dproto2ffi.agreement.seed=7} others; the profile
 * {@code proof} thousands.
 */
class AgreementTest {
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.agreement.schemas", 8);
    private static final long SEED = Long.getLong("proto2ffi.agreement.seed", 1);

    @TempDir
    Path temp;

    private int folders;

    @ParameterizedTest
    @EnumSource
    void cAndCxxCompilersAgree(CCompiler compiler) {
        agree(compiler.name(), layout -> {
            Path folder = folder();
            CCompiler.write(folder, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
            String seen = compiler.run(folder, CLayoutProgram.of(layout, CNames.of(layout)));
            assertThat(seen.lines()).isEqualTo(LayoutView.of(layout));
        });
    }

    @Test
    void rustcAgrees() {
        agree("rustc", layout -> assertThat(RustView.of(layout, folder())).isEqualTo(LayoutView.of(layout)));
    }

    /** And its accessors make the best of nonsense in memory: a value or a named exception, nothing outside the struct. */
    @Test
    void generatedJavaAgrees() {
        agree("javac", layout -> {
            JavaTree tree = JavaTree.emit(layout, folder())
                    .add(JavaView.class, "PrintLayouts.java")
                    .add(JavaView.class, "Nonsense.java")
                    .compile();
            assertThat(JavaView.of(tree)).isEqualTo(JavaView.expected(layout));
            for (String access : List.of("safe", "raw")) {
                String classes = tree.classes().toString();
                assertThat(tree.run("Nonsense", access, classes)).matches("\\d+ calls, \\d+ refusals\\s+");
            }
        });
    }

    private static void agree(String who, Consumer<SchemaLayout> check) {
        Agreement.check(who, SCHEMAS, SEED, check);
    }

    private Path folder() {
        try {
            return Files.createDirectories(temp.resolve("f" + folders++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
