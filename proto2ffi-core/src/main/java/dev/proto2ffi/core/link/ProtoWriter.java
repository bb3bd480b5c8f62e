package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumOptions;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueOptions;
import com.google.protobuf.DescriptorProtos.ExtensionRangeOptions;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodOptions;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofOptions;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceOptions;
import com.google.protobuf.DescriptorProtos.SymbolVisibility;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.NumberRange;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.Visibility;

/** From linked symbols to the descriptor proto, presence and order of everything as protoc has them. */
final class ProtoWriter {
    private final boolean strip;

    private ProtoWriter(boolean strip) {
        this.strip = strip;
    }

    /** @param strip whether to leave out options with retention SOURCE, as protoc does unless told otherwise */
    static FileDescriptorProto write(FileUnit file, boolean strip) {
        return new ProtoWriter(strip).file(file);
    }

    private FileDescriptorProto file(FileUnit file) {
        FileDescriptorProto.Builder out = FileDescriptorProto.newBuilder().setName(file.name());
        if (!file.packageName.isEmpty()) {
            out.setPackage(file.packageName);
        }
        for (FileUnit.Import each : file.imports) {
            switch (each.node().kind()) {
                case OPTION -> out.addOptionDependency(each.path());
                case PUBLIC -> out.addPublicDependency(out.getDependencyCount()).addDependency(each.path());
                case WEAK -> out.addWeakDependency(out.getDependencyCount()).addDependency(each.path());
                case PLAIN -> out.addDependency(each.path());
            }
        }
        for (MessageSymbol each : file.messages) {
            out.addMessageType(message(each));
        }
        for (EnumSymbol each : file.enums) {
            out.addEnumType(enumeration(each));
        }
        for (ServiceSymbol each : file.services) {
            out.addService(service(each));
        }
        for (FieldSymbol each : file.extensions) {
            out.addExtension(field(each));
        }
        if (file.options != null) {
            out.setOptions(OptionsMessages.read(FileOptions.parser(), file.options, strip));
        }
        if (file.isEditions()) {
            out.setSyntax("editions").setEdition(file.edition);
        } else if (file.edition == Edition.EDITION_PROTO3) {
            out.setSyntax("proto3");
        }
        return out.build();
    }

    private DescriptorProto message(MessageSymbol message) {
        DescriptorProto.Builder out = DescriptorProto.newBuilder().setName(message.name);
        for (FieldSymbol each : message.fields) {
            out.addField(field(each));
        }
        for (MessageSymbol each : message.messages) {
            out.addNestedType(message(each));
        }
        for (EnumSymbol each : message.enums) {
            out.addEnumType(enumeration(each));
        }
        for (MessageSymbol.ExtensionRange each : message.extensionRanges) {
            DescriptorProto.ExtensionRange.Builder range = DescriptorProto.ExtensionRange.newBuilder()
                    .setStart(each.start)
                    .setEnd(each.end);
            if (each.options != null) {
                if (!strip || !each.options.isEmptied()) {
                    range.setOptions(OptionsMessages.read(ExtensionRangeOptions.parser(), each.options, strip));
                }
            }
            out.addExtensionRange(range);
        }
        for (FieldSymbol each : message.extensions) {
            out.addExtension(field(each));
        }
        for (OneofSymbol each : message.oneofs) {
            OneofDescriptorProto.Builder oneof =
                    OneofDescriptorProto.newBuilder().setName(each.name);
            if (each.options != null) {
                oneof.setOptions(OptionsMessages.read(OneofOptions.parser(), each.options, strip));
            }
            out.addOneofDecl(oneof);
        }
        if (message.mapEntry) {
            out.setOptions(MessageOptions.newBuilder().setMapEntry(true));
        } else if (message.options != null) {
            out.setOptions(OptionsMessages.read(MessageOptions.parser(), message.options, strip));
        }
        for (ReservedNode each : message.reserved) {
            for (NumberRange range : each.ranges()) {
                int start = toInt(range.first());
                out.addReservedRange(DescriptorProto.ReservedRange.newBuilder()
                        .setStart(start)
                        .setEnd(endOf(range, start, MessageSymbol.END_OF_NUMBERS - 1) + 1));
            }
            for (ReservedNode.ReservedName name : each.names()) {
                out.addReservedName(name.name());
            }
        }
        if (message.visibility != Visibility.UNSET) {
            out.setVisibility(visibility(message.visibility));
        }
        return out.build();
    }

    private FieldDescriptorProto field(FieldSymbol field) {
        FieldDescriptorProto.Builder out = FieldDescriptorProto.newBuilder()
                .setName(field.name)
                .setNumber(field.number)
                .setLabel(field.label)
                .setJsonName(field.jsonName);
        if (field.type != null) {
            out.setType(field.type);
        }
        if (field.messageType != null) {
            out.setTypeName("." + field.messageType.fullName);
        } else if (field.enumType != null) {
            out.setTypeName("." + field.enumType.fullName);
        }
        if (field.isExtension() && field.container != null) {
            out.setExtendee("." + field.container.fullName);
        }
        if (field.defaultValue != null) {
            out.setDefaultValueBytes(field.defaultValue);
        }
        if (field.oneof != null) {
            out.setOneofIndex(field.oneof.index);
        }
        if (field.options != null) {
            out.setOptions(OptionsMessages.read(FieldOptions.parser(), field.options, strip));
        }
        if (field.proto3Optional) {
            out.setProto3Optional(true);
        }
        return out.build();
    }

    private EnumDescriptorProto enumeration(EnumSymbol enumeration) {
        EnumDescriptorProto.Builder out = EnumDescriptorProto.newBuilder().setName(enumeration.name);
        for (EnumValueSymbol each : enumeration.values) {
            EnumValueDescriptorProto.Builder value =
                    EnumValueDescriptorProto.newBuilder().setName(each.name).setNumber(each.number);
            if (each.options != null) {
                value.setOptions(OptionsMessages.read(EnumValueOptions.parser(), each.options, strip));
            }
            out.addValue(value);
        }
        if (enumeration.options != null) {
            out.setOptions(OptionsMessages.read(EnumOptions.parser(), enumeration.options, strip));
        }
        for (ReservedNode each : enumeration.reserved) {
            for (NumberRange range : each.ranges()) {
                int start = toInt(range.first());
                out.addReservedRange(EnumDescriptorProto.EnumReservedRange.newBuilder()
                        .setStart(start)
                        .setEnd(endOf(range, start, Integer.MAX_VALUE)));
            }
            for (ReservedNode.ReservedName name : each.names()) {
                out.addReservedName(name.name());
            }
        }
        if (enumeration.visibility != Visibility.UNSET) {
            out.setVisibility(visibility(enumeration.visibility));
        }
        return out.build();
    }

    private ServiceDescriptorProto service(ServiceSymbol service) {
        ServiceDescriptorProto.Builder out = ServiceDescriptorProto.newBuilder().setName(service.name);
        for (MethodSymbol each : service.methods) {
            out.addMethod(method(each));
        }
        if (service.options != null) {
            out.setOptions(OptionsMessages.read(ServiceOptions.parser(), service.options, strip));
        }
        return out.build();
    }

    private MethodDescriptorProto method(MethodSymbol method) {
        MethodDescriptorProto.Builder out = MethodDescriptorProto.newBuilder().setName(method.name);
        if (method.input != null) {
            out.setInputType("." + method.input.fullName);
        }
        if (method.output != null) {
            out.setOutputType("." + method.output.fullName);
        }
        if (method.options != null) {
            out.setOptions(OptionsMessages.read(MethodOptions.parser(), method.options, strip));
        } else if (method.node.body() != null) {
            out.setOptions(MethodOptions.getDefaultInstance());
        }
        if (method.node.inputStream() != null) {
            out.setClientStreaming(true);
        }
        if (method.node.outputStream() != null) {
            out.setServerStreaming(true);
        }
        return out.build();
    }

    private static SymbolVisibility visibility(Visibility visibility) {
        return visibility == Visibility.EXPORT ? SymbolVisibility.VISIBILITY_EXPORT : SymbolVisibility.VISIBILITY_LOCAL;
    }

    private static int endOf(NumberRange range, int start, int max) {
        if (range.max() != null) {
            return max;
        }
        return range.last() == null ? start : toInt(range.last());
    }

    private static int toInt(IntLiteral literal) {
        return (int) (literal.negative() ? -literal.magnitude() : literal.magnitude());
    }
}
