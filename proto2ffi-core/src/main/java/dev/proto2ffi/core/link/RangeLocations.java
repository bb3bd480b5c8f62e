package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto.ExtensionRange;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.ExtensionsNode;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.NumberRange;
import dev.proto2ffi.core.syntax.ReservedNode;

/** Locations of the extension ranges, reserved ranges and reserved names of one message or enum. */
final class RangeLocations {
    private final LocationWriter out;
    private int extensionRanges;
    private int reservedRanges;
    private int reservedNames;

    RangeLocations(LocationWriter out) {
        this.out = out;
    }

    /** @param path of the list of ranges */
    void extensions(ExtensionsNode node, int[] path, OptionLocations options) {
        Location.Builder location = out.add(path, node.span());
        int first = extensionRanges;
        for (NumberRange range : node.ranges()) {
            range(range, Paths.child(path, extensionRanges++));
        }
        for (int i = first; i < extensionRanges; i++) {
            options.bracketed(node.options(), Paths.child(path, i, ExtensionRange.OPTIONS_FIELD_NUMBER));
        }
        out.declarationEnds(node.span().end(), location);
    }

    /**
     * @param ranges path of the list of ranges
     * @param names path of the list of names
     */
    void reserved(ReservedNode node, int[] ranges, int[] names) {
        boolean numbers = node.names().isEmpty();
        Location.Builder location = out.add(numbers ? ranges : names, node.span());
        for (NumberRange range : node.ranges()) {
            range(range, Paths.child(ranges, reservedRanges++));
        }
        for (ReservedNode.ReservedName name : node.names()) {
            out.add(Paths.child(names, reservedNames++), name.span());
        }
        out.declarationEnds(node.span().end(), location);
    }

    private void range(NumberRange range, int[] path) {
        out.add(path, range.span());
        out.add(
                Paths.child(path, ExtensionRange.START_FIELD_NUMBER),
                range.first().span());
        IntLiteral last = range.last();
        Span max = range.max();
        Span end =
                last != null ? last.span() : max != null ? max : range.first().span();
        out.add(Paths.child(path, ExtensionRange.END_FIELD_NUMBER), end);
    }
}
