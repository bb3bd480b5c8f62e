package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EmptyNode;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.EnumValueNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.ReservedNode;

/** Locations of enums, their values and reserved ranges. */
final class EnumLocations {
    private final LocationWriter out;
    private final OptionLocations options;

    EnumLocations(LocationWriter out, OptionLocations options) {
        this.out = out;
        this.options = options;
    }

    void enumeration(EnumNode node, int[] path) {
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, EnumDescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        out.declarationEnds(node.body().span().start() + 1, location);
        RangeLocations ranges = new RangeLocations(out);
        int values = 0;
        for (Declaration declaration : node.body().declarations()) {
            if (declaration instanceof EnumValueNode value) {
                value(value, Paths.child(path, EnumDescriptorProto.VALUE_FIELD_NUMBER, values++));
            } else if (declaration instanceof OptionNode option) {
                options.statement(option, Paths.child(path, EnumDescriptorProto.OPTIONS_FIELD_NUMBER));
            } else if (declaration instanceof ReservedNode reserved) {
                ranges.reserved(
                        reserved,
                        Paths.child(path, EnumDescriptorProto.RESERVED_RANGE_FIELD_NUMBER),
                        Paths.child(path, EnumDescriptorProto.RESERVED_NAME_FIELD_NUMBER));
            } else if (declaration instanceof EmptyNode) {
                out.emptyEnds(declaration.span().end());
            }
        }
        out.scopeEnds(node.body().span().end());
    }

    private void value(EnumValueNode node, int[] path) {
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, EnumValueDescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        out.add(
                Paths.child(path, EnumValueDescriptorProto.NUMBER_FIELD_NUMBER),
                node.number().span());
        options.bracketed(node.options(), Paths.child(path, EnumValueDescriptorProto.OPTIONS_FIELD_NUMBER));
        out.declarationEnds(node.span().end(), location);
    }
}
