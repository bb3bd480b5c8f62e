package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The manifest's file, open and locked against other processes. It is rewritten in place, since a lock belongs to the
 * file and not to its name; a crash meanwhile costs the list, never a generated file.
 */
final class ManifestFile {
    private final Path path;
    private final FileChannel channel;
    private String content = "";

    /** Where the blank lines of {@link #reserve} begin; -1 where there are none. */
    private long reservedFrom = -1;

    private ManifestFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the directory and the file where they don't exist, and waits for the lock. */
    static ManifestFile open(Path directory) throws OutputException {
        Path path = directory.resolve(Manifest.FILE_NAME);
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel);
            return new ManifestFile(path, channel);
        } catch (IOException e) {
            throw OutputErrors.explain(path, e);
        }
    }

    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            // A file system without locks (some network ones): then runs at the same time are the user's to avoid.
        }
    }

    String read() throws IOException {
        // Not closed: that would close the channel and give up the lock.
        content = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        return content;
    }

    /**
     * Takes the room on disk that {@link #write} of the same text will need, so that a full disk is noticed before any
     * output is replaced. Blank lines stand there meanwhile, which mean nothing.
     */
    void reserve(String text) throws OutputException {
        try {
            long present = channel.size();
            reservedFrom = present;
            int missing = (int) Math.max(0, StandardCharsets.UTF_8.encode(text).remaining() - present);
            write(ByteBuffer.wrap("\n".repeat(missing).getBytes(StandardCharsets.UTF_8)), present);
        } catch (IOException e) {
            throw OutputErrors.explain(path, e);
        }
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }

    void write(String text) throws OutputException {
        if (text.equals(content)) {
            return;
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            int size = bytes.remaining();
            write(bytes, 0);
            channel.truncate(size);
            reservedFrom = -1;
            content = text;
        } catch (IOException e) {
            throw OutputErrors.explain(path, e);
        }
    }

    /** Gives back what was reserved and unlocks; a file that nothing was ever written to is removed. */
    void close() {
        try {
            if (channel.isOpen() && reservedFrom >= 0) {
                channel.truncate(reservedFrom);
            }
            if (channel.isOpen() && channel.size() == 0) {
                Files.deleteIfExists(path);
            }
            channel.close();
        } catch (IOException e) {
            // Nothing is lost: whatever mattered was written before.
        }
    }
}
