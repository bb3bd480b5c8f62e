package dev.proto2ffi.runtime;

import dev.proto2ffi.runtime.RegionException.Problem;
import dev.proto2ffi.runtime.RegionRoots.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Flat structs in a mapped file, shared between processes: JVMs, C and Rust programs.
 *
 * <pre>{@code
 * try (SharedRegion region = SharedRegion.create(SharedRegion.sharedMemory("market"), 1 << 20)) {
 *     StructArray<Tick> ticks = Tick.allocateArray(region, 1_000);
 *     region.publish(ticks);
 *     ...
 * }
 * try (SharedRegion region = SharedRegion.open(SharedRegion.sharedMemory("market"), Duration.ofSeconds(10))) {
 *     StructArray<Tick> ticks = region.awaitRootArray(Tick.TYPE, Duration.ofSeconds(10));
 *     ...
 * }
 * }</pre>
 *
 * <p>It is an arena: whatever takes an allocator can take a region. All threads of all processes may allocate at the same
 * time; nothing is ever freed, and the region doesn't grow. Memory is zeroed. Structs that aren't flat are refused, for
 * their pointers mean nothing in another process.
 *
 * <p>Others find structs by <em>roots</em>: a name, most often that of the message, with the place, the number and the
 * fingerprint of what was published. Publishing is a release, finding a root an acquire: what was written before is seen.
 * From there on the processes order their accesses themselves, by the {@code atomic} fields of their schema. Within a
 * region structs refer to each other by {@linkplain #offsetOf(Struct) offsets}; 0 is none.
 *
 * <p>Closing unmaps the memory at once: views of it throw from then on, other processes go on. A region that is dropped
 * instead is unmapped once nothing of it can be reached. The file stays until somebody deletes it; see
 * {@link #deleteOnClose}. Nobody may shorten it: a program that touches what was cut off gets an {@link InternalError} in
 * Java, a SIGBUS in C. The bytes are specified in docs/shared-region.md.
 *
 * <p>Safe for all threads.
 */
public final class SharedRegion implements Arena {
    /** Bytes of a region that its header takes. */
    public static final long HEADER_SIZE = RegionHeader.SIZE;

    /** The largest alignment that a region gives: as far as every system aligns what it maps. */
    public static final long MAX_ALIGNMENT = 4096;

    /** How long {@link #createOrOpen} waits for the other who creates the file at the same time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RegionFile file;
    private final MemorySegment memory;
    private final RegionHeader header;
    private final RegionPlaces places;
    private final RegionRoots roots;
    private volatile boolean deleteOnClose;

    private SharedRegion(RegionFile file) {
        this.file = file;
        this.memory = file.memory();
        this.header = new RegionHeader(memory, file.name());
        this.places = new RegionPlaces(memory, header, file.name());
        this.roots = new RegionRoots(memory, file.name());
    }

    /**
     * Makes a file with a region in it, which only the user who runs this program may open, until he changes the file's
     * permissions. All of its blocks are written, so that a full disk is found now.
     *
     * @param file that isn't there yet
     * @param bytes of the file, {@value #HEADER_SIZE} of which are its header's
     * @throws IllegalArgumentException if there would be no room behind the header
     * @throws FileAlreadyExistsException if it is there
     * @throws IOException if it can't be made; then it isn't there
     */
    public static SharedRegion create(Path file, long bytes) throws IOException {
        if (bytes <= HEADER_SIZE) {
            throw new IllegalArgumentException("a region of " + bytes
                    + " bytes has no room for structs: give more than " + HEADER_SIZE + ", the size of its header");
        }
        return new SharedRegion(RegionFile.create(file, bytes));
    }

    /**
     * Maps the region of a file for reading and writing.
     *
     * @throws RegionException if the file holds no region that this program can use
     * @throws NoSuchFileException if there is none
     * @throws IOException if it can't be opened
     */
    public static SharedRegion open(Path file) throws IOException {
        return new SharedRegion(RegionFile.open(file, MapMode.READ_WRITE));
    }

    /**
     * As {@link #open(Path)}, for reading alone. In raw access mode a write to its structs is undefined, as every write to a
     * read-only segment is; in safe mode it throws.
     */
    public static SharedRegion openReadOnly(Path file) throws IOException {
        return new SharedRegion(RegionFile.open(file, MapMode.READ_ONLY));
    }

    /**
     * As {@link #open(Path)}, but waits for whoever creates the file.
     *
     * @param patience how long it may take until the file is there and its creator is done
     * @throws RegionException if it holds no region that this program can use, or is unfinished still
     * @throws NoSuchFileException if there is still none
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static SharedRegion open(Path file, Duration patience) throws IOException, InterruptedException {
        return new SharedRegion(RegionFile.awaitOpen(file, MapMode.READ_WRITE, patience));
    }

    /**
     * Opens the region of a file, or creates it where there is none. Of several programs that do so at the same time one
     * creates it, and the others wait until that is done. A region that is there is opened as it is, whatever its size.
     *
     * @param bytes of the file, if it isn't there
     * @throws RegionException if there is a file, but no region that this program can use
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static SharedRegion createOrOpen(Path file, long bytes) throws IOException, InterruptedException {
        try {
            return create(file, bytes);
        } catch (FileAlreadyExistsException e) {
            return open(file, PATIENCE);
        }
    }

    /**
     * The path of a file in memory instead of on a disk, where the system has such files: Linux, in {@code /dev/shm}. C
     * programs open it by that path, or by {@code shm_open("/" + name, …)}.
     *
     * @param name of the file, without slashes
     * @throws UnsupportedOperationException elsewhere
     */
    public static Path sharedMemory(String name) {
        return RegionFile.sharedMemory(name);
    }

    /** Lets {@link #close} delete the file too: for its creator, as a rule. Others keep what they have mapped. */
    public SharedRegion deleteOnClose() {
        deleteOnClose = true;
        return this;
    }

    /**
     * Zeroed memory of the region. What isn't made of flat structs or plain numbers is of no use to other processes.
     *
     * @param byteSize at least 0
     * @param byteAlignment a power of two, at most {@value #MAX_ALIGNMENT}
     * @throws RegionException if the region is full
     * @throws UnsupportedOperationException if it is read-only
     * @throws IllegalStateException if it is closed
     */
    @Override
    public MemorySegment allocate(long byteSize, long byteAlignment) {
        file.checkWritable();
        return memory.asSlice(header.take(byteSize, byteAlignment), byteSize);
    }

    /**
     * A struct with every field at its default.
     *
     * @throws UnsupportedOperationException if the struct isn't flat, or the region is read-only
     * @throws RegionException if the region is full
     */
    public <T extends Struct> T allocate(StructType<T> type) {
        return type.allocate(this);
    }

    /**
     * Structs side by side, with every field at its default.
     *
     * @throws UnsupportedOperationException if the struct isn't flat, or the region is read-only
     * @throws RegionException if the region is full
     */
    public <T extends Struct> StructArray<T> allocateArray(StructType<T> type, long length) {
        return type.allocateArray(this, length);
    }

    /**
     * Lets others find a struct of this region by the full name of its message.
     *
     * @throws RegionException if a root of that name was published before, or too many were
     * @throws IllegalArgumentException if the struct isn't in this region
     */
    public void publish(Struct struct) {
        publish(struct.structType().name(), struct);
    }

    /** As {@link #publish(Struct)}, for an array of at least one. */
    public void publish(StructArray<?> structs) {
        publish(structs.structType().name(), structs);
    }

    /**
     * Lets others find a struct of this region by a name.
     *
     * @param name of at most 87 bytes in UTF-8
     * @throws RegionException if a root of that name was published before, or too many were
     * @throws IllegalArgumentException if the struct isn't in this region
     */
    public void publish(String name, Struct struct) {
        publish(name, struct.structType(), new Root(offsetOf(struct), 1));
    }

    /** As {@link #publish(String, Struct)}, for an array of at least one. */
    public void publish(String name, StructArray<?> structs) {
        publish(name, structs.structType(), new Root(offsetOf(structs), structs.length()));
    }

    private void publish(String name, StructType<?> type, Root root) {
        file.checkWritable();
        RegionPlaces.refusePointers(type.isFlat(), type.name());
        roots.publish(name, type, root);
    }

    /**
     * The struct that somebody published by the full name of its message, or the first of several; empty until then.
     *
     * @throws RegionException if its layout is another one in the program that published it
     */
    public <T extends Struct> Optional<T> root(StructType<T> type) {
        return root(type.name(), type);
    }

    /** As {@link #root(StructType)}, published by a name. */
    public <T extends Struct> Optional<T> root(String name, StructType<T> type) {
        return rootArray(name, type).map(structs -> structs.get(0));
    }

    /** As {@link #root(StructType)}, all structs that were published together. */
    public <T extends Struct> Optional<StructArray<T>> rootArray(StructType<T> type) {
        return rootArray(type.name(), type);
    }

    /** As {@link #rootArray(StructType)}, published by a name. */
    public <T extends Struct> Optional<StructArray<T>> rootArray(String name, StructType<T> type) {
        file.checkOpen();
        RegionPlaces.refusePointers(type.isFlat(), type.name());
        return roots.find(name, type).map(root -> arrayAt(type, root.offset(), root.count()));
    }

    /**
     * As {@link #root(StructType)}, but waits until it is published.
     *
     * @throws RegionException if it isn't in time, or its layout is another one in the program that published it
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public <T extends Struct> T awaitRoot(StructType<T> type, Duration patience) throws InterruptedException {
        return await(type.name(), () -> root(type), patience);
    }

    /** As {@link #awaitRoot(StructType, Duration)}, published by a name. */
    public <T extends Struct> T awaitRoot(String name, StructType<T> type, Duration patience)
            throws InterruptedException {
        return await(name, () -> root(name, type), patience);
    }

    /** As {@link #awaitRoot(StructType, Duration)}, all structs that were published together. */
    public <T extends Struct> StructArray<T> awaitRootArray(StructType<T> type, Duration patience)
            throws InterruptedException {
        return await(type.name(), () -> rootArray(type), patience);
    }

    /** As {@link #awaitRootArray(StructType, Duration)}, published by a name. */
    public <T extends Struct> StructArray<T> awaitRootArray(String name, StructType<T> type, Duration patience)
            throws InterruptedException {
        return await(name, () -> rootArray(name, type), patience);
    }

    private <R> R await(String name, Supplier<Optional<R>> root, Duration patience) throws InterruptedException {
        Patience wait = new Patience(patience);
        while (true) {
            Optional<R> found = root.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (wait.isOver()) {
                throw new RegionException(
                        Problem.NO_ROOT,
                        file.name() + ": nobody published the root " + name + " within " + wait.millis()
                                + " ms; is the program running that does so, and does it use this name?");
            }
            Patience.pause();
        }
    }

    /**
     * Where a struct stands in this region: the same in all processes, and never 0.
     *
     * @return bytes from the region's start
     * @throws IllegalArgumentException if it isn't in this region
     */
    public long offsetOf(Struct struct) {
        file.checkOpen();
        return places.offset(struct.structAddress(), struct.structType(), 1);
    }

    /** As {@link #offsetOf(Struct)}, of the first of at least one. */
    public long offsetOf(StructArray<?> structs) {
        if (structs.length() == 0) {
            throw new IllegalArgumentException(structs + ": an empty array stands nowhere");
        }
        file.checkOpen();
        return places.offset(structs.address(), structs.structType(), structs.length());
    }

    /**
     * The struct at an offset.
     *
     * @param offset that {@link #offsetOf(Struct)} gave, in this or another process
     * @throws IndexOutOfBoundsException if no struct can have been allocated there
     * @throws IllegalArgumentException if it would be misaligned
     */
    public <T extends Struct> T at(StructType<T> type, long offset) {
        return arrayAt(type, offset, 1).get(0);
    }

    /**
     * The structs from an offset on.
     *
     * @param length how many, at least 0
     * @throws IndexOutOfBoundsException if they can't have been allocated there
     * @throws IllegalArgumentException if they would be misaligned, or the length is negative
     */
    public <T extends Struct> StructArray<T> arrayAt(StructType<T> type, long offset, long length) {
        file.checkOpen();
        return places.array(type, offset, length);
    }

    /** Bytes of the region, its header included. */
    public long size() {
        return memory.byteSize();
    }

    /** Bytes that are left, as things are now; alignment may take some of them. */
    public long remaining() {
        file.checkOpen();
        return memory.byteSize() - header.used();
    }

    /** Whether the region was opened for reading alone. */
    public boolean isReadOnly() {
        return memory.isReadOnly();
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /** All bytes, the header first: for tools. */
    public MemorySegment segment() {
        return memory;
    }

    /** The lifetime of all structs in this process: until {@link #close}. */
    @Override
    public MemorySegment.Scope scope() {
        return memory.scope();
    }

    /** Writes what was changed to the disk, and returns when it is there. Of no use for shared memory. */
    public void force() {
        file.checkOpen();
        file.mapped().force();
    }

    /**
     * Unmaps the memory. Views of it throw from now on. Other processes are not concerned.
     *
     * @throws IllegalStateException if it is closed, or a native call is using it
     * @throws UncheckedIOException if the file can't be deleted; see {@link #deleteOnClose}
     */
    @Override
    public void close() {
        file.checkOpen();
        file.close(deleteOnClose);
    }

    @Override
    public String toString() {
        return scope().isAlive()
                ? file.name() + ": " + header.used() + " of " + size() + " bytes used"
                : file.name() + ": closed";
    }
}
