package dev.proto2ffi.core.model.build;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.model.Comments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the comments of declarations by their paths in the file's descriptor (see SourceCodeInfo). */
final class CommentIndex {
    private final Map<List<Integer>, SourceCodeInfo.Location> byPath = new HashMap<>();

    CommentIndex(SourceCodeInfo info) {
        for (SourceCodeInfo.Location location : info.getLocationList()) {
            if (location.hasLeadingComments() || location.hasTrailingComments()) {
                byPath.put(List.copyOf(location.getPathList()), location);
            }
        }
    }

    Comments ofFile() {
        return at(List.of(FileDescriptorProto.SYNTAX_FIELD_NUMBER));
    }

    Comments of(Descriptor message) {
        return at(path(message));
    }

    Comments of(FieldDescriptor field) {
        List<Integer> path = path(field.getContainingType());
        path.add(DescriptorProto.FIELD_FIELD_NUMBER);
        path.add(field.getIndex());
        return at(path);
    }

    Comments of(OneofDescriptor oneof) {
        List<Integer> path = path(oneof.getContainingType());
        path.add(DescriptorProto.ONEOF_DECL_FIELD_NUMBER);
        path.add(oneof.getIndex());
        return at(path);
    }

    Comments of(EnumDescriptor definition) {
        return at(path(definition));
    }

    Comments of(EnumValueDescriptor value) {
        List<Integer> path = path(value.getType());
        path.add(EnumDescriptorProto.VALUE_FIELD_NUMBER);
        path.add(value.getIndex());
        return at(path);
    }

    Comments of(ServiceDescriptor service) {
        return at(path(service));
    }

    Comments of(MethodDescriptor method) {
        List<Integer> path = path(method.getService());
        path.add(ServiceDescriptorProto.METHOD_FIELD_NUMBER);
        path.add(method.getIndex());
        return at(path);
    }

    private Comments at(List<Integer> path) {
        SourceCodeInfo.Location location = byPath.get(path);
        return location == null
                ? Comments.NONE
                : new Comments(location.getLeadingComments(), location.getTrailingComments());
    }

    private static List<Integer> path(Descriptor message) {
        Descriptor parent = message.getContainingType();
        List<Integer> path = parent == null ? new ArrayList<>() : path(parent);
        path.add(
                parent == null
                        ? FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER
                        : DescriptorProto.NESTED_TYPE_FIELD_NUMBER);
        path.add(message.getIndex());
        return path;
    }

    private static List<Integer> path(EnumDescriptor definition) {
        Descriptor parent = definition.getContainingType();
        List<Integer> path = parent == null ? new ArrayList<>() : path(parent);
        path.add(parent == null ? FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER : DescriptorProto.ENUM_TYPE_FIELD_NUMBER);
        path.add(definition.getIndex());
        return path;
    }

    private static List<Integer> path(ServiceDescriptor service) {
        return new ArrayList<>(List.of(FileDescriptorProto.SERVICE_FIELD_NUMBER, service.getIndex()));
    }
}
