package dev.proto2ffi.core.model.build;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Spans;
import dev.proto2ffi.core.model.wire.WireEnum;
import dev.proto2ffi.core.model.wire.WireField;
import dev.proto2ffi.core.model.wire.WireField.Cardinality;
import dev.proto2ffi.core.model.wire.WireFile;
import dev.proto2ffi.core.model.wire.WireMessage;
import dev.proto2ffi.core.model.wire.WireRange;
import dev.proto2ffi.core.model.wire.WireService;
import dev.proto2ffi.core.model.wire.WireType;
import dev.proto2ffi.core.model.wire.WireType.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes from descriptors what the wire, JSON and names are made of. */
public final class WireBuilder {
    private final Spans spans;
    private final List<WireMessage> messages = new ArrayList<>();
    private final List<WireEnum> enums = new ArrayList<>();

    private WireBuilder(Spans spans) {
        this.spans = spans;
    }

    /** All files of a run, in its order. */
    public static List<WireFile> build(LinkedSchema linked) {
        return linked.files().stream().map(WireBuilder::file).toList();
    }

    private static WireFile file(LinkedFile file) {
        FileDescriptor descriptor = file.descriptor();
        WireBuilder builder = new WireBuilder(file.spans());
        descriptor.getEnumTypes().forEach(builder::add);
        descriptor.getMessageTypes().forEach(builder::add);
        return new WireFile(
                descriptor.getFullName(),
                descriptor.getPackage(),
                builder.messages,
                builder.enums,
                descriptor.getServices().stream().map(builder::service).toList(),
                builder.spans.name(descriptor));
    }

    private void add(Descriptor message) {
        DescriptorProto proto = message.toProto();
        messages.add(new WireMessage(
                message.getFullName(),
                proto.getOptions().getMapEntry(),
                message.getFields().stream().map(this::field).toList(),
                proto.getReservedRangeList().stream()
                        .map(range -> new WireRange(range.getStart(), range.getEnd() - 1))
                        .toList(),
                proto.getReservedNameList(),
                proto.getExtensionRangeList().stream()
                        .map(range -> new WireRange(range.getStart(), range.getEnd() - 1))
                        .toList(),
                spans.name(message)));
        message.getEnumTypes().forEach(this::add);
        message.getNestedTypes().forEach(this::add);
    }

    private WireField field(FieldDescriptor field) {
        OneofDescriptor oneof = field.getRealContainingOneof();
        return new WireField(
                field.getNumber(),
                field.getName(),
                type(field),
                cardinality(field),
                field.isPacked(),
                oneof == null ? null : oneof.getName(),
                field.getJsonName(),
                field.toProto().hasDefaultValue() ? field.toProto().getDefaultValue() : null,
                spans.name(field),
                spans.type(field),
                spans.number(field));
    }

    private static WireType type(FieldDescriptor field) {
        if (field.isMapField()) {
            return new WireType(Kind.MAP, field.getMessageType().getFullName());
        }
        Kind kind = Kind.valueOf(field.getType().name());
        return switch (kind) {
            case ENUM -> new WireType(kind, field.getEnumType().getFullName());
            case MESSAGE, GROUP -> new WireType(kind, field.getMessageType().getFullName());
            default -> new WireType(kind, "");
        };
    }

    private static Cardinality cardinality(FieldDescriptor field) {
        if (field.isRepeated()) {
            return Cardinality.REPEATED;
        }
        if (field.isRequired()) {
            return Cardinality.REQUIRED;
        }
        return field.hasPresence() ? Cardinality.EXPLICIT : Cardinality.IMPLICIT;
    }

    private void add(EnumDescriptor definition) {
        EnumDescriptorProto proto = definition.toProto();
        enums.add(new WireEnum(
                definition.getFullName(),
                definition.isClosed(),
                definition.getValues().stream()
                        .map(value -> new WireEnum.Value(
                                value.getName(), value.getNumber(), spans.name(value), spans.number(value)))
                        .toList(),
                proto.getReservedRangeList().stream()
                        .map(range -> new WireRange(range.getStart(), range.getEnd()))
                        .toList(),
                proto.getReservedNameList(),
                spans.name(definition)));
    }

    private WireService service(ServiceDescriptor service) {
        return new WireService(
                service.getFullName(),
                service.getMethods().stream().map(this::rpc).toList(),
                spans.name(service));
    }

    private WireService.Rpc rpc(MethodDescriptor method) {
        return new WireService.Rpc(
                method.getName(),
                method.getInputType().getFullName(),
                method.isClientStreaming(),
                method.getOutputType().getFullName(),
                method.isServerStreaming(),
                spans.name(method),
                spans.input(method),
                spans.output(method));
    }
}
