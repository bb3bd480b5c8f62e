package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.syntax.FileNode;
import org.jspecify.annotations.Nullable;

/** A file without errors, and its descriptor. Immutable, except that what is rarely asked for is made when it is. */
public final class LinkedFile {
    private final FileUnit unit;
    private final FileDescriptor descriptor;
    private final Spans spans;
    private @Nullable FileDescriptorProto stripped;

    LinkedFile(FileUnit unit, FileDescriptor descriptor, Spans spans) {
        this.unit = unit;
        this.descriptor = descriptor;
        this.spans = spans;
    }

    public SourceFile source() {
        return unit.source;
    }

    /** Whether it was asked for, rather than imported. */
    public boolean root() {
        return unit.root;
    }

    /**
     * The descriptor as {@code protoc --descriptor_set_out} writes it, to the byte: options that have retention SOURCE
     * left out, JSON names set, without SourceCodeInfo.
     */
    public FileDescriptorProto proto() {
        if (stripped == null) {
            if (unit.ast == null) {
                stripped =
                        descriptor.toProto().toBuilder().clearSourceCodeInfo().build();
            } else {
                stripped = unit.hasSourceRetention() ? ProtoWriter.write(unit, true) : descriptor.toProto();
            }
        }
        return stripped;
    }

    /** As {@link #proto}, with the options that are for compilers only ({@code protoc --retain_options}). */
    public FileDescriptorProto fullProto() {
        return descriptor.toProto();
    }

    /**
     * As {@link #proto}, with SourceCodeInfo ({@code protoc --include_source_info}): places and comments. A file that was
     * not read as text has what its descriptor came with.
     */
    public FileDescriptorProto protoWithSourceInfo() {
        return withSourceInfo(proto(), true);
    }

    /** As {@link #fullProto}, with SourceCodeInfo. */
    public FileDescriptorProto fullProtoWithSourceInfo() {
        return withSourceInfo(fullProto(), false);
    }

    private FileDescriptorProto withSourceInfo(FileDescriptorProto proto, boolean strip) {
        SourceCodeInfo info = unit.ast == null ? sourceInfo() : sourceInfo(unit.ast, strip);
        return proto.toBuilder().setSourceCodeInfo(info).build();
    }

    private SourceCodeInfo sourceInfo(FileNode ast, boolean strip) {
        return SourceInfo.of(ast, new OptionPaths(unit, strip));
    }

    /** Places and comments of all declarations; for a file that was not read as text, what its descriptor came with. */
    public SourceCodeInfo sourceInfo() {
        return unit.ast == null ? descriptor.toProto().getSourceCodeInfo() : sourceInfo(unit.ast, false);
    }

    /**
     * With all options in its protos; extensions among them are unknown fields: see {@link OptionReader}. What
     * protobuf-java's {@code getOptions()} returns is without features.
     */
    public FileDescriptor descriptor() {
        return descriptor;
    }

    public Spans spans() {
        return spans;
    }

    FileUnit unit() {
        return unit;
    }
}
