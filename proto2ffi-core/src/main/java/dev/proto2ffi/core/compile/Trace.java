package dev.proto2ffi.core.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a run found or left one file, to be compared with how it is later.
 *
 * @param state null where only the content tells whether the file has changed
 * @param hash of the content, as {@link Manifest#hash}; null for all but {@link Kind#INPUT} and {@link Kind#OUTPUT}
 */
record Trace(
        Kind kind,
        Path file,
        @Nullable FileState state,
        @Nullable String hash) {
    /** What a change of the file is. */
    enum Kind {
        /** Read. */
        INPUT,
        /** Looked for, and not there. */
        ABSENT,
        /** Used, without having been read as a whole: any other state is a change. */
        PLACE,
        /** Generated. */
        OUTPUT,
        /** Must be there, whatever its content. */
        PRESENT
    }

    static Trace input(Path file, byte[] content, Instant readAfter) {
        return new Trace(Kind.INPUT, file, settled(FileState.of(file), readAfter), Manifest.hash(content));
    }

    static Trace absent(Path file) {
        return new Trace(Kind.ABSENT, file, null, null);
    }

    static Trace present(Path file) {
        return new Trace(Kind.PRESENT, file, null, null);
    }

    static Trace place(Path file, Instant usedAfter) {
        return new Trace(Kind.PLACE, file, settled(FileState.of(file), usedAfter), null);
    }

    /**
     * @param startedAt before any output was looked at
     * @param doneAt when all outputs were written
     */
    static Trace output(OutputWriter.Output output, Instant startedAt, Instant doneAt) {
        FileState state = output.state();
        boolean certain = state != null && state.isWrittenBefore(output.isWritten() ? doneAt : startedAt);
        return new Trace(Kind.OUTPUT, output.file(), certain ? state : null, output.hash());
    }

    private static @Nullable FileState settled(@Nullable FileState state, Instant time) {
        return state != null && state.isSettled(time) ? state : null;
    }

    /** This trace where the file hasn't changed, with the state of now where that is another one; null where it has. */
    @Nullable Trace refreshed(Instant now) {
        FileState present = FileState.of(file);
        switch (kind) {
            case ABSENT:
                return present == null ? this : null;
            case PRESENT:
                return present == null ? null : this;
            case PLACE:
                return present != null && present.equals(state) ? this : null;
            default:
                if (present == null || hash == null) {
                    return null;
                }
                if (present.equals(state)) {
                    return this;
                }
                return hasContent(hash) ? new Trace(kind, file, settled(present, now), hash) : null;
        }
    }

    private boolean hasContent(String expected) {
        try {
            return Manifest.hash(Files.readAllBytes(file)).equals(expected);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return kind + " " + (state == null ? "-" : state) + " " + (hash == null ? "-" : hash) + " "
                + MemoryText.escape(file.toString());
    }

    /** @throws IllegalArgumentException when it is no trace */
    static Trace parse(String line) {
        String[] parts = line.split(" ", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException(line);
        }
        return new Trace(
                Kind.valueOf(parts[0]),
                Path.of(MemoryText.unescape(parts[3])),
                parts[1].equals("-") ? null : FileState.parse(parts[1]),
                parts[2].equals("-") ? null : parts[2]);
    }
}
