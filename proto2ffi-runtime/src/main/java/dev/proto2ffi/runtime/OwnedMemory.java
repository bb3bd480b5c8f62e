package dev.proto2ffi.runtime;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Native memory that has an owner: freed when the owner closes it or, if it was dropped instead, once neither the owner
 * nor any segment of it can be reached.
 *
 * <p>Two arenas make that. Segments have the scope of the first, which is confined or shared as the owner wants it. The
 * bytes belong to the second, which is always shared, because it is the cleaner's thread that closes it for an owner
 * that was dropped. The cleaner watches the scope and not the owner: every view and slice holds on to the scope, so
 * nothing is freed under a view that somebody still has.
 */
final class OwnedMemory implements AutoCloseable {
    /** One thread for all of this package. */
    static final Cleaner CLEANER = Cleaner.create();

    private final Arena lifetime;
    private final Arena bytes;
    private final Cleaner.Cleanable release;
    private final String owner;

    private OwnedMemory(Arena lifetime, String owner) {
        this.lifetime = lifetime;
        this.bytes = Arena.ofShared();
        this.release = CLEANER.register(lifetime.scope(), bytes::close);
        this.owner = owner;
    }

    /**
     * Memory for the calling thread alone.
     *
     * @param owner for messages, such as {@code pool of social.Post}
     */
    static OwnedMemory ofConfined(String owner) {
        return new OwnedMemory(Arena.ofConfined(), owner);
    }

    /**
     * Memory for all threads.
     *
     * @param owner for messages
     */
    static OwnedMemory ofShared(String owner) {
        return new OwnedMemory(Arena.ofShared(), owner);
    }

    /**
     * Zeroed memory.
     *
     * @param size in bytes
     * @param alignment a power of two
     * @throws OutOfMemoryError if there is none, saying how much was asked for and what to do
     */
    @SuppressWarnings("restricted")
    MemorySegment allocate(long size, long alignment) {
        return allocate(bytes, size, alignment, owner).reinterpret(lifetime, null);
    }

    /** The same, from another arena. */
    static MemorySegment allocate(Arena bytes, long size, long alignment, String owner) {
        try {
            return bytes.allocate(size, alignment);
        } catch (OutOfMemoryError e) {
            OutOfMemoryError error = new OutOfMemoryError(owner + ": no native memory for " + size
                    + " bytes; use a smaller capacity, close what is no longer needed, or give the process more"
                    + " memory (-XX:MaxDirectMemorySize doesn't limit this)");
            error.initCause(e);
            throw error;
        }
    }

    /**
     * A file, mapped, as it is for its owner; users get {@link #lent}.
     *
     * @param mode read-only or read-write
     * @param size bytes from the file's start, all of which it has
     */
    MemorySegment map(FileChannel file, FileChannel.MapMode mode, long size) throws IOException {
        return file.map(mode, 0, size, bytes);
    }

    /** The same bytes with the scope of all segments: no longer known to be of a file. */
    @SuppressWarnings("restricted")
    MemorySegment lent(MemorySegment mapped) {
        MemorySegment lent = mapped.reinterpret(lifetime, null);
        return mapped.isReadOnly() ? lent.asReadOnly() : lent;
    }

    /** The scope of all segments. */
    MemorySegment.Scope scope() {
        return lifetime.scope();
    }

    /**
     * Ends the lifetime of all segments and frees their bytes, at once.
     *
     * @throws WrongThreadException if the memory is confined to another thread
     * @throws IllegalStateException if it was closed already, or a native call holds a segment of it
     */
    @Override
    public void close() {
        try {
            lifetime.close();
        } catch (IllegalStateException e) {
            if (!lifetime.scope().isAlive()) {
                throw e;
            }
            throw inUse(e);
        }
        release.clean();
    }

    /** What {@link #close} says during a native call. */
    IllegalStateException inUse(@Nullable Throwable cause) {
        return new IllegalStateException(
                owner + ": a native call is using its memory; close it once the call returned", cause);
    }
}
