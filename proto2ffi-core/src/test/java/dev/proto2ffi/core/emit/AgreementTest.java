package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.c.CNames;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.CLayoutProgram;
import dev.proto2ffi.core.testing.JavaTree;
import dev.proto2ffi.core.testing.JavaView;
import dev.proto2ffi.core.testing.LayoutView;
import dev.proto2ffi.core.testing.RandomSchema;
import dev.proto2ffi.core.testing.RustView;
import dev.proto2ffi.core.testing.TestSchema;
import dev.proto2ffi.core.testing.TestSchema.FileBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * On random schemas, every compiler sees each size, alignment and offset as the layout engine gave it.
 *
 * <p>{@code -Dproto2ffi.agreement.schemas=500} tries so many, {@code -Dproto2ffi.agreement.seed=7} others. Schemas are
 * compiled by the batch, for a compiler's start is most of its time; when a batch fails, its schemas are tried one by
 * one, and fields dropped from the culprit as long as it fails.
 */
class AgreementTest {
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.agreement.schemas", 8);
    private static final long SEED = Long.getLong("proto2ffi.agreement.seed", 1);
    private static final int BATCH = 20;

    /** To shrink a schema; a compiler takes seconds. */
    private static final int TRIES = 20;

    @TempDir
    Path temp;

    private int folders;

    @ParameterizedTest
    @EnumSource
    void cAndCxxCompilersAgree(CCompiler compiler) {
        agree(layout -> {
            Path folder = folder();
            CCompiler.write(folder, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
            String seen = compiler.run(folder, CLayoutProgram.of(layout, CNames.of(layout)));
            assertThat(seen.lines()).isEqualTo(LayoutView.of(layout));
        });
    }

    @Test
    void rustcAgrees() {
        agree(layout -> assertThat(RustView.of(layout, folder())).isEqualTo(LayoutView.of(layout)));
    }

    /** And its accessors make the best of nonsense in memory: a value or a named exception, nothing outside the struct. */
    @Test
    void generatedJavaAgrees() {
        agree(layout -> {
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

    private Path folder() {
        try {
            return Files.createDirectories(temp.resolve("f" + folders++));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void agree(Consumer<SchemaLayout> check) {
        for (int from = 0; from < SCHEMAS; from += BATCH) {
            List<FileBuilder> batch = new ArrayList<>();
            int to = Math.min(SCHEMAS, from + BATCH);
            for (int i = from; i < to; i++) {
                batch.addAll(RandomSchema.of(SEED + i, "s" + i));
            }
            if (failure(check, batch) != null) {
                for (int i = from; i < to; i++) {
                    shrink(check, SEED + i);
                }
                throw new AssertionError(
                        "only together: the schemas of seeds " + (SEED + from) + " to " + (SEED + to - 1),
                        failure(check, batch));
            }
        }
    }

    /** Fails, if the schema of a seed does, for the fewest fields with which it still does. */
    private static void shrink(Consumer<SchemaLayout> check, long seed) {
        AssertionError failure = failure(check, RandomSchema.of(seed, "s"));
        if (failure == null) {
            return;
        }
        Set<Integer> dropped = new HashSet<>();
        int fields = RandomSchema.fields(seed);
        int tries = TRIES;
        for (int chunk = Math.max(1, fields / 2); chunk > 0; chunk /= 2) {
            for (int from = 0; from < fields && tries-- > 0; from += chunk) {
                Set<Integer> fewer = new HashSet<>(dropped);
                for (int i = from; i < Math.min(fields, from + chunk); i++) {
                    fewer.add(i);
                }
                AssertionError still = failure(check, RandomSchema.of(seed, "s", fewer));
                if (still != null && fewer.size() > dropped.size()) {
                    dropped = fewer;
                    failure = still;
                }
            }
        }
        throw new AssertionError(
                "-Dproto2ffi.agreement.seed=" + seed + " with " + (fields - dropped.size()) + " of " + fields
                        + " fields:\n" + failure.getMessage(),
                failure);
    }

    private static @org.jspecify.annotations.Nullable AssertionError failure(
            Consumer<SchemaLayout> check, List<FileBuilder> files) {
        try {
            Diagnostics diagnostics = new Diagnostics();
            SchemaLayout layout = LayoutEngine.layOut(TestSchema.of(files.toArray(FileBuilder[]::new)), diagnostics);
            assertThat(diagnostics.hasErrors()).as("%s", diagnostics.all()).isFalse();
            check.accept(layout);
            return null;
        } catch (AssertionError e) {
            return e;
        }
    }
}
