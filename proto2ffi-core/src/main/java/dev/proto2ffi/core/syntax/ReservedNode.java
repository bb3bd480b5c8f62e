package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/** {@code reserved 2, 9 to 11;} or {@code reserved "foo";} (identifiers in editions); exactly one list has items. */
public record ReservedNode(Span span, List<NumberRange> ranges, List<ReservedName> names) implements Declaration {
    public ReservedNode {
        ranges = List.copyOf(ranges);
        names = List.copyOf(names);
    }

    /** A reserved name, written as a string literal (proto2, proto3) or as an identifier (editions). */
    public record ReservedName(Span span, String name, boolean quoted) implements Node {}
}
