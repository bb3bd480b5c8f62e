package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.syntax.OptionNode;
import java.util.IdentityHashMap;
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
            stripped = unit.hasSourceRetention() ? ProtoWriter.write(unit, true) : descriptor.toProto();
        }
        return stripped;
    }

    /** As {@link #proto}, with the options that are for compilers only ({@code protoc --retain_options}). */
    public FileDescriptorProto fullProto() {
        return descriptor.toProto();
    }

    /** {@link #proto} with SourceCodeInfo, as {@code protoc --include_source_info} writes it. */
    public FileDescriptorProto protoWithSourceInfo() {
        return proto().toBuilder()
                .setSourceCodeInfo(StrippedRanges.removeLocations(unit, sourceInfo(false)))
                .build();
    }

    /** Where everything stands, options that are for compilers only included, and the comments. Made anew each time. */
    public SourceCodeInfo sourceInfo() {
        return sourceInfo(true);
    }

    private SourceCodeInfo sourceInfo(boolean withSourceOnly) {
        if (unit.ast == null) {
            return SourceCodeInfo.getDefaultInstance();
        }
        IdentityHashMap<OptionNode, OptionSet.Destination> destinations = new IdentityHashMap<>();
        for (OptionSet each : unit.optionSets) {
            destinations.putAll(each.destinations);
        }
        return SourceInfo.of(unit.ast, option -> {
            OptionSet.Destination found = destinations.get(option);
            return found == null || (found.sourceOnly() && !withSourceOnly) ? null : found.path();
        });
    }

    /** With all options; extensions among them are unknown fields: see {@link OptionReader}. */
    public FileDescriptor descriptor() {
        return descriptor;
    }

    /** {@link #proto} with its SourceCodeInfo, as {@code protoc --include_source_info} writes it. */
    public FileDescriptorProto protoWithSourceInfo() {
        return unit.ast == null
                ? proto()
                : proto().toBuilder()
                        .setSourceCodeInfo(SourceInfo.of(unit.ast, unit.optionPaths::get))
                        .build();
    }

    /** Where each declaration stands, and its comments; the places of options are left out. */
    public SourceCodeInfo comments() {
        return unit.ast == null ? SourceCodeInfo.getDefaultInstance() : SourceInfo.of(unit.ast, option -> null);
    }

    public Spans spans() {
        return spans;
    }

    FileUnit unit() {
        return unit;
    }
}
