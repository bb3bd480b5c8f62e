package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.syntax.Body;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EmptyNode;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.ExtendNode;
import dev.proto2ffi.core.syntax.ExtensionsNode;
import dev.proto2ffi.core.syntax.MessageNode;
import dev.proto2ffi.core.syntax.OneofNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.ReservedNode;

/** Locations of messages and of all that stands in them. */
final class MessageLocations {
    /** How many elements of each kind one message, or the file, has so far. */
    static final class Counters {
        /** Messages declared here: nested ones, groups and the entries of maps. */
        int messages;

        int fields;
        int enums;
        int extensions;
        int oneofs;
    }

    private final LocationWriter out;
    private final OptionLocations options;
    private final EnumLocations enums;
    private final FieldLocations fields;

    MessageLocations(LocationWriter out, OptionLocations options, EnumLocations enums) {
        this.out = out;
        this.options = options;
        this.enums = enums;
        this.fields = new FieldLocations(out, options, this::body);
    }

    void message(MessageNode node, int[] path) {
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, DescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        body(node.body(), path, location);
    }

    /**
     * @param extensions path of the list of extensions
     * @param messages path of the list of messages into which groups go
     */
    void extend(ExtendNode node, int[] extensions, int[] messages, Counters counters) {
        Location.Builder location = out.add(extensions, node.span());
        out.declarationEnds(node.body().span().start() + 1, location);
        for (Declaration declaration : node.body().declarations()) {
            int[] path = Paths.child(extensions, counters.extensions++);
            fields.field(declaration, path, node.extendee().span(), messages, counters);
        }
        out.scopeEnds(node.body().span().end());
    }

    private void body(Body body, int[] path, Location.Builder location) {
        out.declarationEnds(body.span().start() + 1, location);
        Counters counters = new Counters();
        RangeLocations ranges = new RangeLocations(out);
        for (Declaration declaration : body.declarations()) {
            declaration(declaration, path, counters, ranges);
        }
        out.scopeEnds(body.span().end());
    }

    private void declaration(Declaration declaration, int[] path, Counters counters, RangeLocations ranges) {
        int[] nested = Paths.child(path, DescriptorProto.NESTED_TYPE_FIELD_NUMBER);
        if (declaration instanceof MessageNode message) {
            message(message, Paths.child(nested, counters.messages++));
        } else if (declaration instanceof EnumNode node) {
            enums.enumeration(node, Paths.child(path, DescriptorProto.ENUM_TYPE_FIELD_NUMBER, counters.enums++));
        } else if (declaration instanceof ExtendNode extend) {
            extend(extend, Paths.child(path, DescriptorProto.EXTENSION_FIELD_NUMBER), nested, counters);
        } else if (declaration instanceof ExtensionsNode node) {
            ranges.extensions(node, Paths.child(path, DescriptorProto.EXTENSION_RANGE_FIELD_NUMBER), options);
        } else if (declaration instanceof ReservedNode node) {
            ranges.reserved(
                    node,
                    Paths.child(path, DescriptorProto.RESERVED_RANGE_FIELD_NUMBER),
                    Paths.child(path, DescriptorProto.RESERVED_NAME_FIELD_NUMBER));
        } else if (declaration instanceof OptionNode option) {
            options.statement(option, Paths.child(path, DescriptorProto.OPTIONS_FIELD_NUMBER));
        } else if (declaration instanceof OneofNode oneof) {
            oneof(oneof, path, nested, counters);
        } else if (declaration instanceof EmptyNode) {
            out.emptyEnds(declaration.span().end());
        } else {
            int[] field = Paths.child(path, DescriptorProto.FIELD_FIELD_NUMBER, counters.fields++);
            fields.field(declaration, field, null, nested, counters);
        }
    }

    private void oneof(OneofNode node, int[] message, int[] nested, Counters counters) {
        int[] path = Paths.child(message, DescriptorProto.ONEOF_DECL_FIELD_NUMBER, counters.oneofs++);
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, OneofDescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        out.declarationEnds(node.body().span().start() + 1, location);
        for (Declaration declaration : node.body().declarations()) {
            if (declaration instanceof OptionNode option) {
                options.statement(option, Paths.child(path, OneofDescriptorProto.OPTIONS_FIELD_NUMBER));
            } else {
                int[] field = Paths.child(message, DescriptorProto.FIELD_FIELD_NUMBER, counters.fields++);
                fields.field(declaration, field, null, nested, counters);
            }
        }
        out.scopeEnds(node.body().span().end());
    }
}
