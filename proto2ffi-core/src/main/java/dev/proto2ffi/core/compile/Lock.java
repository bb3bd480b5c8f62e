package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.evolve.LockReader;
import dev.proto2ffi.core.evolve.LockWriter;
import dev.proto2ffi.core.evolve.SchemaFacts;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The layouts and wire facts of a schema, as a lock file keeps them: of all messages, enums and services of the files that
 * were asked for, and of what these use from imports. Immutable.
 */
public final class Lock {
    private final SchemaFacts facts;
    private final String text;

    Lock(SchemaFacts facts) {
        this.facts = facts;
        this.text = LockWriter.write(facts);
    }

    /**
     * Reads a lock file.
     *
     * @param diagnostics takes an error with its place for each line that is wrong
     * @return null after errors
     * @throws IOException when the file system doesn't give us the file
     */
    public static @Nullable Lock read(Path path, Diagnostics diagnostics) throws IOException {
        SchemaFacts facts = LockReader.read(source(path), diagnostics);
        return facts == null ? null : new Lock(facts);
    }

    /** Whether a file begins as lock files do. */
    public static boolean isLock(Path path) throws IOException {
        return LockReader.isLock(source(path));
    }

    private static SourceFile source(Path path) throws IOException {
        return SourceReader.read(path.toString(), path.toString(), path);
    }

    /**
     * What a lock file holds: a fact a line, in one order whatever that of the schema, the version of the format at the
     * top. The same schema gives the same text on every machine.
     */
    public String text() {
        return text;
    }

    SchemaFacts facts() {
        return facts;
    }
}
