package dev.proto2ffi.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Is told of changes by the system. */
final class DirectoryWatcher implements ChangeSignal {
    /** An editor saves in several steps, and a checkout writes many files: wait until that is over. */
    private static final long QUIET_MILLIS = 80;

    /** But not for ever, where something writes all the time. */
    private static final long PATIENCE_MILLIS = 1_500;

    /** Not all changes are told of: a directory may have been renamed, or be another machine's. */
    private static final long AT_LEAST_EVERY_MILLIS = 5_000;

    private final WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();

    private DirectoryWatcher(WatchService service) {
        this.service = service;
    }

    /** @throws IOException when the system has no means left */
    static DirectoryWatcher open() throws IOException {
        return new DirectoryWatcher(FileSystems.getDefault().newWatchService());
    }

    @Override
    public void watch(Set<Path> directories) throws IOException {
        for (Map.Entry<Path, WatchKey> known : Map.copyOf(keys).entrySet()) {
            if (!directories.contains(known.getKey())) {
                known.getValue().cancel();
            }
            if (!known.getValue().isValid()) {
                keys.remove(known.getKey());
            }
        }
        for (Path directory : directories) {
            // Again, too: another directory may have got the name.
            WatchKey key = directory.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            WatchKey earlier = keys.put(directory, key);
            if (earlier != null && !earlier.equals(key)) {
                earlier.cancel();
            }
        }
    }

    @Override
    public void await() throws InterruptedException {
        try {
            long end = 0;
            @Nullable WatchKey key = service.poll(AT_LEAST_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            while (key != null) {
                end = end == 0 ? System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS) : end;
                key.pollEvents();
                key.reset();
                key = System.nanoTime() < end ? service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS) : null;
            }
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("the watch service was closed");
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // The process ends, or goes on without it.
        }
    }
}
