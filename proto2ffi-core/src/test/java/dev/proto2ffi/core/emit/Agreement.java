package dev.proto2ffi.core.emit;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.schema.RandomSchema;
import dev.proto2ffi.core.testing.schema.SchemaShrinker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries a check on random schemas, by the batch, for a compiler's start is most of its time. When a batch fails, its
 * schemas are tried one by one, and the culprit is shrunk.
 */
final class Agreement {
    private static final int BATCH = Integer.getInteger("proto2ffi.agreement.batch", 20);

    /** To shrink a schema; a compiler takes a second or more. */
    private static final int TRIES = Integer.getInteger("proto2ffi.agreement.tries", 20);

    private final String who;
    private final Consumer<SchemaLayout> check;
    private int structs;
    private int fields;

    private Agreement(String who, Consumer<SchemaLayout> check) {
        this.who = who;
        this.check = check;
    }

    /**
     * Fails with the seed and the shrunk text of the first schema that a check refuses.
     *
     * @param who checks, for the line that says how much was compared
     * @param schemas how many to try, of seeds that follow on each other
     * @param check throws an {@link AssertionError}
     */
    @SuppressWarnings("SystemOut") // how much was compared is a result
    static void check(String who, int schemas, long seed, Consumer<SchemaLayout> check) {
        Agreement agreement = new Agreement(who, check);
        for (int from = 0; from < schemas; from += BATCH) {
            agreement.batch(seed + from, Math.min(BATCH, schemas - from), from == 0 ? cases() : Map.of());
        }
        System.out.println("agreement: " + who + " on " + schemas + " random schemas: " + agreement.structs
                + " structs, " + agreement.fields + " fields, 0 disagreements");
    }

    /** Schemas on which there once was a disagreement. */
    private static Map<String, String> cases() {
        Map<String, String> cases = new LinkedHashMap<>();
        try {
            for (Path path : Cases.schemas("agreement")) {
                cases.put(path.getFileName().toString(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private void batch(long first, int count, Map<String, String> cases) {
        Map<String, String> batch = new LinkedHashMap<>(cases);
        for (int i = 0; i < count; i++) {
            batch.putAll(RandomSchema.of(first + i, "s" + i));
        }
        SchemaLayout layout = FrontEnd.layOut(batch);
        Throwable failure = failure(layout);
        if (failure != null) {
            cases.forEach((name, text) -> {
                Throwable own = failure(FrontEnd.layOut(Map.of(name, text)));
                if (own != null) {
                    throw new AssertionError(who + " refuses case " + name + "\n" + own.getMessage(), own);
                }
            });
            for (int i = 0; i < count; i++) {
                shrink(first + i);
            }
            throw new AssertionError(
                    who + " refuses only together: the schemas of seeds " + first + " to " + (first + count - 1),
                    failure);
        }
        structs += layout.structs().size();
        for (StructLayout struct : layout.structs()) {
            fields += struct.leaves().size();
        }
    }

    private void shrink(long culprit) {
        Map<String, String> files = RandomSchema.of(culprit, "s");
        Throwable first = failure(FrontEnd.layOut(files));
        if (first == null) {
            return;
        }
        Map<String, String> fewer = SchemaShrinker.shrink(
                files, candidate -> first.getClass().isInstance(failure(FrontEnd.layOut(candidate))), TRIES);
        Throwable last = failure(FrontEnd.layOut(fewer));
        Throwable shown = last == null ? first : last;
        throw new AssertionError(
                who + " refuses the schema of seed " + culprit + ", shrunk:\n" + String.join("\n", fewer.values())
                        + "\n" + shown.getMessage(),
                shown);
    }

    /** An emitter that throws is as wrong as a compiler that refuses. */
    private @Nullable Throwable failure(SchemaLayout layout) {
        try {
            check.accept(layout);
            return null;
        } catch (AssertionError | RuntimeException e) {
            if (e instanceof org.opentest4j.TestAbortedException) {
                throw e;
            }
            return e;
        }
    }
}
