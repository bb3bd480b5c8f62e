package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a linked file to protobuf-java's descriptor. */
final class DescriptorBuilder {
    private DescriptorBuilder() {}

    /** @return null where protobuf-java refuses the file, which then has been reported */
    static @Nullable FileDescriptor build(FileUnit file, Diagnostics diagnostics) {
        FileDescriptorProto proto = ProtoWriter.write(file, false);
        List<FileDescriptor> dependencies = new ArrayList<>();
        for (FileUnit.Import each : file.imports) {
            if (each.file() != null && each.file().descriptor != null) {
                dependencies.add(each.file().descriptor);
            }
        }
        try {
            return FileDescriptor.buildFrom(proto, dependencies.toArray(new FileDescriptor[0]));
        } catch (DescriptorValidationException e) {
            diagnostics.add(Diagnostic.error("unsupported-schema", place(file, e), e.getDescription())
                    .withHelp("protoc accepts this, protobuf-java doesn't"));
            return null;
        }
    }

    private static Span place(FileUnit file, DescriptorValidationException e) {
        Span found = new TextSpans(file).nameOf(e.getProblemSymbolName());
        return found == null ? file.start() : found;
    }
}
