package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.link.DescriptorSets;
import dev.proto2ffi.core.link.LinkedSchema;

/** The descriptors of a run's files, for tools that read protoc's descriptor sets. Immutable. */
public final class DescriptorSet {
    private final LinkedSchema schema;

    DescriptorSet(LinkedSchema schema) {
        this.schema = schema;
    }

    /**
     * A serialized {@code FileDescriptorSet}, as {@code protoc --descriptor_set_out} writes it.
     *
     * @param includeImports whether imported files are in it, dependencies before dependents
     * @param includeSourceInfo whether files keep their comments and places
     */
    public byte[] bytes(boolean includeImports, boolean includeSourceInfo) {
        return DescriptorSets.serialize(schema, includeImports, includeSourceInfo);
    }
}
