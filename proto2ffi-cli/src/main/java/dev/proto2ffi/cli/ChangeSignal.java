package dev.proto2ffi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Says when it is worth looking whether files have changed. It may say so too often, never too seldom for long. */
interface ChangeSignal extends AutoCloseable {
    /**
     * From now on, changes in these directories count, and no others.
     *
     * @throws IOException when the system can't watch them
     */
    void watch(Set<Path> directories) throws IOException;

    /** Blocks until it is worth looking. */
    void await() throws InterruptedException;

    @Override
    void close();
}
