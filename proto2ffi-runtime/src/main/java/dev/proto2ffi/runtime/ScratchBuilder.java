package dev.proto2ffi.runtime;

/** The choices of a {@link ScratchArena}. */
public final class ScratchBuilder {
    /** How many times the bytes of the first block a reset keeps for reuse. */
    private static final int KEPT = 16;

    private final String owner;
    private long blockBytes = ScratchArena.DEFAULT_BLOCK_BYTES;
    private long maxBytes = Long.MAX_VALUE;
    private long keptBytes;
    private boolean zeroed = true;

    /** @param owner what is built, for messages */
    ScratchBuilder(String owner) {
        this.owner = owner;
    }

    /**
     * Bytes of the first block; further ones are larger. The default is {@value ScratchArena#DEFAULT_BLOCK_BYTES}.
     *
     * @param bytes above 0
     */
    public ScratchBuilder blockBytes(long bytes) {
        blockBytes = check(bytes, "blockBytes");
        return this;
    }

    /**
     * The most native memory that the arena may hold. Without this it grows as long as there is memory.
     *
     * @param bytes above 0
     */
    public ScratchBuilder maxBytes(long bytes) {
        maxBytes = check(bytes, "maxBytes");
        return this;
    }

    /**
     * Whether memory that is handed out is zero. The default is true, as with any {@link java.lang.foreign.Arena}.
     *
     * <p>With false an allocation costs the same whatever its size, and holds what the last user left there:
     * {@code Post.allocate(scratch)} then has its presence bits, counts, oneof cases and lengths cleared and its
     * strings empty, but its numbers, enums and fixed arrays undefined until they are written, unless they have a
     * presence bit. Structs with pointers, and those with defaults other than zero in fields without presence, are
     * cleared in full all the same; so are arrays of structs, and lists and maps that a struct points to.
     */
    public ScratchBuilder zeroed(boolean value) {
        zeroed = value;
        return this;
    }

    /** The arena, for the calling thread. It allocates its first block when it needs it. */
    public ScratchArena build() {
        return new ScratchArena(this, Thread.currentThread(), true);
    }

    /** How many bytes of blocks that aren't in use a reset may keep. */
    ScratchBuilder keep(long bytes) {
        keptBytes = bytes;
        return this;
    }

    String owner() {
        return owner;
    }

    long blockBytes() {
        return Math.min(blockBytes, maxBytes);
    }

    long maxBytes() {
        return maxBytes;
    }

    long keptBytes() {
        return keptBytes > 0 ? keptBytes : KEPT * Math.min(blockBytes(), Long.MAX_VALUE / KEPT);
    }

    boolean isZeroed() {
        return zeroed;
    }

    private long check(long bytes, String what) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(owner + ": " + what + " " + bytes + " must be above 0, such as "
                    + ScratchArena.DEFAULT_BLOCK_BYTES);
        }
        return bytes;
    }
}
