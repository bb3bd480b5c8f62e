package dev.proto2ffi.core.link;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorRequest;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What protoc and tools in its place hand to a plugin: linked files, and the user's words. Immutable. */
public final class PluginInput {
    private final CodeGeneratorRequest request;

    private PluginInput(CodeGeneratorRequest request) {
        this.request = request;
    }

    /**
     * @param bytes a serialized {@code CodeGeneratorRequest}
     * @return null where they are none, or ask for nothing; that is an error then
     */
    public static @Nullable PluginInput read(byte[] bytes, Diagnostics diagnostics) {
        try {
            CodeGeneratorRequest request = CodeGeneratorRequest.parseFrom(bytes);
            if (request.getFileToGenerateCount() > 0) {
                return new PluginInput(request);
            }
            report(diagnostics, bytes.length == 0 ? "the request is empty" : "the request names no file");
        } catch (InvalidProtocolBufferException e) {
            report(diagnostics, "the request is no CodeGeneratorRequest: " + e.getMessage());
        }
        return null;
    }

    private static void report(Diagnostics diagnostics, String message) {
        diagnostics.add(Diagnostic.error("plugin-request", null, message)
                .withHelp("protoc and buf make requests: protoc --plugin=protoc-gen-proto2ffi "
                        + "--proto2ffi_out=java,c,rust:DIR FILE.proto"));
    }

    /** Names of the files to generate. */
    public List<String> files() {
        return request.getFileToGenerateList();
    }

    /** What the user gave in front of the output directory, or as options of the plugin. */
    public String parameter() {
        return request.getParameter();
    }

    /** The files and all that they import. */
    public LinkedSchema link(Diagnostics diagnostics) {
        return DescriptorSetReader.link(
                request.getProtoFileList(),
                new LinkedHashSet<>(files()),
                "the request",
                "whatever runs the plugin must hand over each file with all that it imports",
                diagnostics);
    }
}
