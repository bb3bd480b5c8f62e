package dev.proto2ffi.cli;

import java.nio.file.Path;
import java.util.Set;

/** Looks twice a second, where the system doesn't tell of changes. */
final class Polling implements ChangeSignal {
    private static final long INTERVAL_MILLIS = 500;

    @Override
    public void watch(Set<Path> directories) {}

    @Override
    public void await() throws InterruptedException {
        Thread.sleep(INTERVAL_MILLIS);
    }

    @Override
    public void close() {}
}
