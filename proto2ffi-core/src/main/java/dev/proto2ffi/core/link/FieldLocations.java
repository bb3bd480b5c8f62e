package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Body;
import dev.proto2ffi.core.syntax.CompactOptions;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.FieldNode;
import dev.proto2ffi.core.syntax.GroupNode;
import dev.proto2ffi.core.syntax.Ident;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.Label;
import dev.proto2ffi.core.syntax.MapFieldNode;
import org.jspecify.annotations.Nullable;

/** Locations of fields, map fields and groups. */
final class FieldLocations {
    /** Writes what stands in the braces of a group, whose location gets the comments at the opening brace. */
    @FunctionalInterface
    interface GroupBody {
        void write(Body body, int[] path, Location.Builder location);
    }

    private final LocationWriter out;
    private final OptionLocations options;
    private final GroupBody groupBody;

    FieldLocations(LocationWriter out, OptionLocations options, GroupBody groupBody) {
        this.out = out;
        this.options = options;
        this.groupBody = groupBody;
    }

    /**
     * @param extendee where the extended type is named, null for no extension
     * @param messages path of the list into which the field's group or map entry goes
     */
    void field(
            Declaration declaration,
            int[] path,
            @Nullable Span extendee,
            int[] messages,
            MessageLocations.Counters counters) {
        Location.Builder location = out.add(path, declaration.span());
        if (extendee != null) {
            out.add(Paths.child(path, FieldDescriptorProto.EXTENDEE_FIELD_NUMBER), extendee);
        }
        if (declaration instanceof FieldNode field) {
            int typeNumber = field.type().scalar()
                    ? FieldDescriptorProto.TYPE_FIELD_NUMBER
                    : FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER;
            parts(path, field.label(), typeNumber, field.type().span(), field.name(), field.number(), field.options());
            out.declarationEnds(field.span().end(), location);
        } else if (declaration instanceof MapFieldNode map) {
            counters.messages++;
            int typeNumber = FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER;
            parts(path, null, typeNumber, map.type(), map.name(), map.number(), map.options());
            out.declarationEnds(map.span().end(), location);
        } else if (declaration instanceof GroupNode group) {
            int typeNumber = FieldDescriptorProto.TYPE_FIELD_NUMBER;
            parts(path, group.label(), typeNumber, group.keyword(), group.name(), group.number(), group.options());
            group(group, path, Paths.child(messages, counters.messages++));
        }
    }

    private void parts(
            int[] path,
            @Nullable Label label,
            int typeNumber,
            Span type,
            Ident name,
            IntLiteral number,
            @Nullable CompactOptions brackets) {
        if (label != null) {
            out.add(Paths.child(path, FieldDescriptorProto.LABEL_FIELD_NUMBER), label.span());
        }
        out.add(Paths.child(path, typeNumber), type);
        out.add(Paths.child(path, FieldDescriptorProto.NAME_FIELD_NUMBER), name.span());
        out.add(Paths.child(path, FieldDescriptorProto.NUMBER_FIELD_NUMBER), number.span());
        options.ofField(brackets, path);
    }

    private void group(GroupNode group, int[] field, int[] message) {
        Location.Builder location = out.add(message, group.span());
        out.add(
                Paths.child(message, DescriptorProto.NAME_FIELD_NUMBER),
                group.name().span());
        out.add(
                Paths.child(field, FieldDescriptorProto.TYPE_NAME_FIELD_NUMBER),
                group.name().span());
        groupBody.write(group.body(), message, location);
    }
}
