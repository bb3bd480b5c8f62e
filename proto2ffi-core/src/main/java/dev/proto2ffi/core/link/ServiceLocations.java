package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import dev.proto2ffi.core.syntax.Body;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EmptyNode;
import dev.proto2ffi.core.syntax.MethodNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.ServiceNode;

/** Locations of services and their methods. */
final class ServiceLocations {
    private final LocationWriter out;
    private final OptionLocations options;

    ServiceLocations(LocationWriter out, OptionLocations options) {
        this.out = out;
        this.options = options;
    }

    void service(ServiceNode node, int[] path) {
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, ServiceDescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        out.declarationEnds(node.body().span().start() + 1, location);
        int methods = 0;
        for (Declaration declaration : node.body().declarations()) {
            if (declaration instanceof MethodNode method) {
                method(method, Paths.child(path, ServiceDescriptorProto.METHOD_FIELD_NUMBER, methods++));
            } else {
                optionOrEmpty(declaration, Paths.child(path, ServiceDescriptorProto.OPTIONS_FIELD_NUMBER));
            }
        }
        out.scopeEnds(node.body().span().end());
    }

    private void method(MethodNode node, int[] path) {
        Location.Builder location = out.add(path, node.span());
        out.add(
                Paths.child(path, MethodDescriptorProto.NAME_FIELD_NUMBER),
                node.name().span());
        if (node.inputStream() != null) {
            out.add(Paths.child(path, MethodDescriptorProto.CLIENT_STREAMING_FIELD_NUMBER), node.inputStream());
        }
        out.add(
                Paths.child(path, MethodDescriptorProto.INPUT_TYPE_FIELD_NUMBER),
                node.input().span());
        if (node.outputStream() != null) {
            out.add(Paths.child(path, MethodDescriptorProto.SERVER_STREAMING_FIELD_NUMBER), node.outputStream());
        }
        out.add(
                Paths.child(path, MethodDescriptorProto.OUTPUT_TYPE_FIELD_NUMBER),
                node.output().span());
        Body body = node.body();
        if (body == null) {
            out.declarationEnds(node.span().end(), location);
            return;
        }
        out.declarationEnds(body.span().start() + 1, location);
        for (Declaration declaration : body.declarations()) {
            optionOrEmpty(declaration, Paths.child(path, MethodDescriptorProto.OPTIONS_FIELD_NUMBER));
        }
        out.scopeEnds(body.span().end());
    }

    private void optionOrEmpty(Declaration declaration, int[] path) {
        if (declaration instanceof OptionNode option) {
            options.statement(option, path);
        } else if (declaration instanceof EmptyNode) {
            out.emptyEnds(declaration.span().end());
        }
    }
}
