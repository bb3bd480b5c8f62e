package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse;
import com.google.protobuf.compiler.PluginProtos.CodeGeneratorResponse.Feature;
import java.util.Map;

/** What a plugin answers protoc and tools in its place: a serialized {@code CodeGeneratorResponse}. */
public final class PluginOutput {
    private PluginOutput() {}

    /** @param contents by path below the output directory, in the order in which they are to be written */
    public static byte[] files(Map<String, String> contents) {
        CodeGeneratorResponse.Builder response = response();
        contents.forEach(
                (path, content) -> response.addFileBuilder().setName(path).setContent(content));
        return response.build().toByteArray();
    }

    /** @param message what is wrong with the files or the user's words; the caller shows it and fails */
    public static byte[] error(String message) {
        return response().setError(message).build().toByteArray();
    }

    private static CodeGeneratorResponse.Builder response() {
        return CodeGeneratorResponse.newBuilder()
                .setSupportedFeatures(Feature.FEATURE_PROTO3_OPTIONAL_VALUE | Feature.FEATURE_SUPPORTS_EDITIONS_VALUE)
                .setMinimumEdition(Edition.EDITION_PROTO2_VALUE)
                .setMaximumEdition(EditionSupport.NEWEST.getNumber());
    }
}
