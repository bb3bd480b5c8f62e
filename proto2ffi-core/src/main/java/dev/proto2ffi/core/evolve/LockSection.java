package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section of a lock file while it is read: a line that isn't indented, and those below it that are. */
abstract class LockSection {
    private final Span head;
    private final Map<String, Span> once = new HashMap<>();

    /** @param head its first line */
    LockSection(Span head) {
        this.head = head;
    }

    /** Takes the next line of the section. */
    final void read(LockLine line) throws BadLine {
        Span start = line.span();
        String word = line.word("a fact");
        if (!take(word, line)) {
            throw new BadLine(start, "there is no fact '" + word + "' in this section");
        }
        line.end();
    }

    /** @return whether there is such a fact */
    abstract boolean take(String word, LockLine line) throws BadLine;

    /** All lines have been read. */
    abstract void finish() throws BadLine;

    Span head() {
        return head;
    }

    /** Refuses the second fact of its kind, or of that number or name. */
    void only(String fact, LockLine line) throws BadLine {
        if (once.putIfAbsent(fact, line.span()) != null) {
            throw new BadLine(line.span(), "there is a " + fact + " already in this section");
        }
    }

    /** Refuses a section that hasn't all that it must have. */
    <T> T required(@Nullable T value, String fact) throws BadLine {
        if (value == null) {
            throw new BadLine(head, "this section has no line '" + fact + "'");
        }
        return value;
    }

    static WireRange range(LockLine line, int least, int max) throws BadLine {
        int first = line.number("a number", least);
        if (!line.skip("to")) {
            return new WireRange(first, first);
        }
        return new WireRange(first, line.skip("max") ? max : line.number("a number or max", first));
    }
}
