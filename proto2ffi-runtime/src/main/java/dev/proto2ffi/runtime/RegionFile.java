package dev.proto2ffi.runtime;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file of a region, mapped.
 *
 * @param path of the file
 * @param owner of the mapping
 * @param mapped the whole file, for its owner, who alone can {@code force} it
 * @param memory the region, from its header to its end, for users
 */
record RegionFile(Path path, OwnedMemory owner, MemorySegment mapped, MemorySegment memory) {
    private static final int CHUNK = 1 << 20;

    /** Makes the file, which must not be there, and the region in it. A file that can't be finished is deleted. */
    static RegionFile create(Path path, long size) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(path.toString(), null, "its folder doesn't exist; create it first");
        }
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (FileChannel channel = FileChannel.open(path, options, ownerOnly(path))) {
            try {
                fill(path, channel, size);
                RegionFile file = map(path, channel, MapMode.READ_WRITE, size);
                RegionHeader.write(file.memory);
                return file;
            } catch (IOException | RuntimeException | Error e) {
                Files.deleteIfExists(path);
                throw e;
            }
        }
    }

    static RegionFile open(Path path, MapMode mode) throws IOException {
        Set<StandardOpenOption> options = mode.equals(MapMode.READ_ONLY)
                ? Set.of(StandardOpenOption.READ)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (Files.isDirectory(path)) {
            throw new IOException(path + ": this is a folder; give the path of a region's file");
        }
        try (FileChannel channel = FileChannel.open(path, options)) {
            RegionFile file = map(path, channel, mode, channel.size());
            try {
                long size = RegionHeader.check(file.memory, name(path));
                return new RegionFile(path, file.owner, file.mapped, file.memory.asSlice(0, size));
            } catch (RuntimeException | Error e) {
                file.owner.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            NoSuchFileException missing = new NoSuchFileException(
                    path.toString(),
                    null,
                    "there is no such region; start the program that creates it, or wait with open(file, patience)");
            missing.initCause(e);
            throw missing;
        }
    }

    /** For messages. */
    String name() {
        return name(path);
    }

    private static String name(Path path) {
        return "region " + path;
    }

    /**
     * Writes zeros, instead of leaving a hole: so a disk that is full throws here, and doesn't kill whoever touches a page
     * later.
     */
    private static void fill(Path path, FileChannel channel, long size) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size, CHUNK));
        try {
            for (long written = 0; written < size; ) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), size - written));
                written += channel.write(zeros, written);
            }
        } catch (IOException e) {
            throw new IOException(
                    name(path) + ": no room for its " + size + " bytes; free some there, or create a smaller one: "
                            + e.getMessage(),
                    e);
        }
    }

    private static RegionFile map(Path path, FileChannel channel, MapMode mode, long size) throws IOException {
        OwnedMemory owner = OwnedMemory.ofShared(name(path));
        try {
            MemorySegment mapped = owner.map(channel, mode, size);
            return new RegionFile(path, owner, mapped, owner.lent(mapped));
        } catch (IOException | RuntimeException | Error e) {
            owner.close();
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
