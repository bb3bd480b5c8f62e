package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

/** Linked files as protoc's exchange format. */
public final class DescriptorSets {
    private DescriptorSets() {}

    /**
     * A serialized {@code FileDescriptorSet}, as {@code protoc --descriptor_set_out} writes it.
     *
     * @param includeImports whether imported files are in it, dependencies before dependents
     * @param includeSourceInfo whether files keep their comments and places
     */
    public static byte[] serialize(LinkedSchema schema, boolean includeImports, boolean includeSourceInfo) {
        FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
        for (LinkedFile file : schema.files()) {
            if (includeImports || file.root()) {
                set.addFile(includeSourceInfo ? file.protoWithSourceInfo() : file.proto());
            }
        }
        return set.build().toByteArray();
    }
}
