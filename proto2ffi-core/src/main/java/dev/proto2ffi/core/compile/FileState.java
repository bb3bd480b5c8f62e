package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file without reading it. Equal states mean equal content, unless the file
 * {@linkplain #isSettled may have been written} twice within one tick of the file system's clock.
 *
 * @param size in bytes
 * @param modified time of the last write, in ns since 1970
 * @param changed time of the last change of content, name or attributes, in ns since 1970: it can't be set back, as
 *     unpacking an archive sets back {@code modified}; 0 where the system doesn't tell
 * @param node the file's number in its file system, which a replacement by another file changes; 0 likewise
 */
record FileState(long size, long modified, long changed, long node) {
    private static final boolean UNIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /** The kernel takes times from a clock that ticks every 1 to 10 ms, and another machine's clock may be a bit behind. */
    private static final Duration TICK = Duration.ofMillis(50);

    /** File systems that keep whole seconds; FAT keeps every second one. */
    private static final Duration COARSE_TICK = Duration.ofMillis(2_500);

    /** The state now, or null where there is no such file or it isn't ours to see. */
    static @Nullable FileState of(Path file) {
        try {
            if (UNIX) {
                Map<String, Object> values = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
                return new FileState(
                        (Long) values.get("size"),
                        nanoseconds(values.get("lastModifiedTime")),
                        nanoseconds(values.get("ctime")),
                        (Long) values.get("ino"));
            }
            BasicFileAttributes values = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(values.size(), nanoseconds(values.lastModifiedTime()), 0, 0);
        } catch (IOException e) {
            return null;
        }
    }

    private static long nanoseconds(Object time) {
        return ((FileTime) time).to(TimeUnit.NANOSECONDS);
    }

    /**
     * Whether a write after {@code time} is sure to give another state.
     *
     * @param time no later than when this state was asked for
     */
    boolean isSettled(Instant time) {
        return isBefore(modified, time) && isBefore(changed, time);
    }

    /** As {@link #isSettled}, of the time of the last write alone. */
    boolean isWrittenBefore(Instant time) {
        return isBefore(modified, time);
    }

    private static boolean isBefore(long nanoseconds, Instant time) {
        boolean coarse = nanoseconds % TimeUnit.SECONDS.toNanos(1) == 0;
        Instant last = Instant.ofEpochSecond(0, nanoseconds).plus(coarse ? COARSE_TICK : TICK);
        return last.isBefore(time);
    }

    @Override
    public String toString() {
        return size + ":" + modified + ":" + changed + ":" + node;
    }

    /** @throws IllegalArgumentException when it is no state */
    static FileState parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(text);
        }
        return new FileState(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
