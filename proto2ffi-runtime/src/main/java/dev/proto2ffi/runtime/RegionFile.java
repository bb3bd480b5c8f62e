package dev.proto2ffi.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
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
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

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
        } catch (FileAlreadyExistsException e) {
            FileAlreadyExistsException there = new FileAlreadyExistsException(
                    path.toString(), null, "it is there already; open it, or delete it if nobody needs it any more");
            there.initCause(e);
            throw there;
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
            } catch (RegionException e) {
                file.owner.close();
                // What had grown since was being filled then, though its header is complete by now.
                throw channel.size() > file.memory.byteSize() ? RegionHeader.unfinished(name(path)) : e;
            } catch (RuntimeException | Error e) {
                file.owner.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            NoSuchFileException missing = new NoSuchFileException(
                    path.toString(),
                    null,
                    "there is no such region; start the program that creates it, or wait longer for it: open(file, patience)");
            missing.initCause(e);
            throw missing;
        }
    }

    /** As {@link #open}, but waits until the file is there and its creator is done. */
    static RegionFile awaitOpen(Path path, MapMode mode, Duration patience) throws IOException, InterruptedException {
        Patience wait = new Patience(patience);
        while (true) {
            try {
                return open(path, mode);
            } catch (NoSuchFileException e) {
                if (wait.isOver()) {
                    throw e;
                }
            } catch (RegionException e) {
                if (e.problem() != RegionException.Problem.UNFINISHED || wait.isOver()) {
                    throw e;
                }
            }
            Patience.pause();
        }
    }

    /**
     * The path of a file in memory.
     *
     * @throws IllegalArgumentException if no file can have that name
     * @throws UnsupportedOperationException if the system has no such files
     */
    static Path sharedMemory(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" can't name shared memory: give a name without slashes");
        }
        if (!Files.isDirectory(SHARED_MEMORY)) {
            throw new UnsupportedOperationException("this system has no " + SHARED_MEMORY
                    + "; create the region in a file, such as one in the folder for temporary files");
        }
        return SHARED_MEMORY.resolve(name);
    }

    void checkOpen() {
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException(
                    name() + " is closed; keep it open for as long as its structs are used, or open it again");
        }
    }

    void checkWritable() {
        checkOpen();
        if (memory.isReadOnly()) {
            throw new UnsupportedOperationException(name() + " is open for reading alone; use SharedRegion.open");
        }
    }

    /**
     * Unmaps it.
     *
     * @param delete whether the file goes too
     */
    void close(boolean delete) {
        owner.close();
        if (delete) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(name() + " is closed, but can't be deleted", e);
            }
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
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer zeros = arena.allocate(Math.min(size, CHUNK)).asByteBuffer();
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
