package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.ResourceRoot;

/** The {@code google/protobuf/*.proto} files, as protobuf-java ships them. */
public final class WellKnownFiles {
    private WellKnownFiles() {}

    public static ImportRoot root() {
        return new ResourceRoot(DescriptorProtos.class, "google/protobuf/");
    }
}
