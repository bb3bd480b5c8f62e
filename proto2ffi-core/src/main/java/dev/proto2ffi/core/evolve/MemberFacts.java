package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.source.Span;
import java.util.Locale;

/**
 * A member of a struct or of a union in it.
 *
 * @param path its name; for a member of a oneof's union with the union's name and a dot before it
 * @param type as in canonical texts
 * @param span the name of its field or oneof, or its line in a lock file
 */
record MemberFacts(Member.Kind kind, String path, String type, int offset, int size, int align, Span span) {
    /** Offset behind the last byte. */
    int end() {
        return offset + size;
    }

    /** Whether it is a member of a union. */
    boolean isInUnion() {
        return path.indexOf('.') >= 0;
    }

    boolean overlaps(MemberFacts other) {
        return offset < other.end() && other.offset < end();
    }

    /** What a kind is called in a lock file. */
    static String word(Member.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
