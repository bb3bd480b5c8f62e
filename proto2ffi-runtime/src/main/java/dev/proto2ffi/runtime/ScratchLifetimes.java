package dev.proto2ffi.runtime;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Checked mode's watch over a {@link ScratchArena}: what is allocated after a mark has a lifetime of its own, which ends
 * when the arena is reset to that mark, or to an earlier one.
 */
final class ScratchLifetimes {
    private static final class Mark {
        final long position;

        /** Of what was allocated after the mark, and before the next one; null until something was. */
        @Nullable Arena lifetime;

        Mark(long position) {
            this.position = position;
        }
    }

    private final String owner;
    private final boolean shared;

    /** The innermost first. The start of the arena is a mark always. */
    private final Deque<Mark> marks = new ArrayDeque<>();

    /** @param owner for messages */
    ScratchLifetimes(String owner, boolean shared) {
        this.owner = owner;
        this.shared = shared;
        marks.push(new Mark(0));
    }

    /** A block with the lifetime of the innermost mark. */
    @SuppressWarnings("restricted")
    MemorySegment bind(MemorySegment block) {
        if (block.byteSize() == 0) {
            return block;
        }
        Mark mark = marks.element();
        Arena lifetime = mark.lifetime;
        if (lifetime == null) {
            lifetime = shared ? Arena.ofShared() : Arena.ofConfined();
            mark.lifetime = lifetime;
        }
        // The action does nothing: it holds on to the block, which must not be freed under the segment.
        return block.reinterpret(lifetime, bytes -> block.scope());
    }

    /** Begins a lifetime, unless nothing was allocated since the last one began. */
    void mark(long position) {
        if (marks.element().position < position) {
            marks.push(new Mark(position));
        }
    }

    /**
     * Ends what began at a mark or later.
     *
     * @return false if there is no such mark
     */
    boolean reset(long position) {
        if (marks.stream().noneMatch(mark -> mark.position == position)) {
            return false;
        }
        while (marks.element().position > position) {
            end(marks.element());
            marks.pop();
        }
        end(marks.element());
        return true;
    }

    void close() {
        marks.forEach(this::end);
    }

    private void end(Mark mark) {
        Arena lifetime = mark.lifetime;
        if (lifetime != null) {
            close(lifetime);
            mark.lifetime = null;
            remember(lifetime.scope());
        }
    }

    private void close(Arena lifetime) {
        try {
            lifetime.close();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    owner + ": a native call is using its memory; reset or close it once the call returned", e);
        }
    }

    /** So that {@link LeaseRegistry#checkInUse} can say who ended a lifetime, as long as somebody may ask. */
    private void remember(MemorySegment.Scope ended) {
        String name = owner;
        LeaseTrace reset = new LeaseTrace("reset");
        OwnedMemory.CLEANER.register(ended, LeaseRegistry.add(ended, () -> LeaseException.usedAfterReset(name, reset)));
    }
}
