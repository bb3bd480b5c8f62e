package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import org.jspecify.annotations.Nullable;

/** Where declarations stand in the descriptor of their file, as SourceCodeInfo counts it. */
final class DescriptorPaths {
    private DescriptorPaths() {}

    static int[] of(GenericDescriptor descriptor) {
        if (descriptor instanceof Descriptor message) {
            return inScope(
                    message.getContainingType(),
                    DescriptorProto.NESTED_TYPE_FIELD_NUMBER,
                    FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER,
                    message.getIndex());
        }
        if (descriptor instanceof FieldDescriptor field) {
            return field.isExtension()
                    ? inScope(
                            field.getExtensionScope(),
                            DescriptorProto.EXTENSION_FIELD_NUMBER,
                            FileDescriptorProto.EXTENSION_FIELD_NUMBER,
                            field.getIndex())
                    : Paths.child(of(field.getContainingType()), DescriptorProto.FIELD_FIELD_NUMBER, field.getIndex());
        }
        if (descriptor instanceof EnumDescriptor enumeration) {
            return inScope(
                    enumeration.getContainingType(),
                    DescriptorProto.ENUM_TYPE_FIELD_NUMBER,
                    FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER,
                    enumeration.getIndex());
        }
        if (descriptor instanceof EnumValueDescriptor value) {
            return Paths.child(of(value.getType()), EnumDescriptorProto.VALUE_FIELD_NUMBER, value.getIndex());
        }
        if (descriptor instanceof OneofDescriptor oneof) {
            return Paths.child(
                    of(oneof.getContainingType()), DescriptorProto.ONEOF_DECL_FIELD_NUMBER, oneof.getIndex());
        }
        if (descriptor instanceof ServiceDescriptor service) {
            return Paths.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, service.getIndex());
        }
        if (descriptor instanceof MethodDescriptor method) {
            return Paths.child(of(method.getService()), ServiceDescriptorProto.METHOD_FIELD_NUMBER, method.getIndex());
        }
        return Paths.ROOT;
    }

    private static int[] inScope(@Nullable Descriptor scope, int inMessage, int inFile, int index) {
        return scope == null ? Paths.of(inFile, index) : Paths.child(of(scope), inMessage, index);
    }

    /** The number of the field {@code options} in the declaration's descriptor. */
    static int options(GenericDescriptor descriptor) {
        if (descriptor instanceof Descriptor) {
            return DescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        if (descriptor instanceof FieldDescriptor) {
            return FieldDescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        if (descriptor instanceof EnumDescriptor) {
            return EnumDescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        if (descriptor instanceof EnumValueDescriptor) {
            return EnumValueDescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        if (descriptor instanceof OneofDescriptor) {
            return OneofDescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        if (descriptor instanceof ServiceDescriptor) {
            return ServiceDescriptorProto.OPTIONS_FIELD_NUMBER;
        }
        return descriptor instanceof MethodDescriptor
                ? MethodDescriptorProto.OPTIONS_FIELD_NUMBER
                : FileDescriptorProto.OPTIONS_FIELD_NUMBER;
    }

    /**
     * Field numbers below a field of message type.
     *
     * @param names of the fields on the way, joined by dots; what isn't there ends the path
     */
    static int[] below(FieldDescriptor field, String names) {
        int[] path = Paths.ROOT;
        FieldDescriptor at = field;
        for (String name : names.split("\\.", -1)) {
            FieldDescriptor next = at.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    ? at.getMessageType().findFieldByName(name)
                    : null;
            if (next == null) {
                return path;
            }
            path = Paths.child(path, next.getNumber());
            at = next;
        }
        return path;
    }
}
