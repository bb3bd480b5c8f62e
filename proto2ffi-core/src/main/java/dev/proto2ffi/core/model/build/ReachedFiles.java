package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.link.LinkedFile;
import dev.proto2ffi.core.link.LinkedSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The files that take part in the output: those that the user named, and those whose types their messages and services use, directly
 * or through others. Files imported for their options alone have no part in a struct.
 */
final class ReachedFiles {
    private final Set<String> reached = new HashSet<>();
    private final Deque<FileDescriptor> pending = new ArrayDeque<>();

    private ReachedFiles() {}

    static Set<String> of(LinkedSchema schema) {
        ReachedFiles search = new ReachedFiles();
        for (LinkedFile file : schema.files()) {
            if (file.root()) {
                search.reach(file.descriptor());
                file.descriptor().getServices().forEach(search::scan);
            }
        }
        while (!search.pending.isEmpty()) {
            search.pending.removeLast().getMessageTypes().forEach(search::scan);
        }
        return search.reached;
    }

    private void reach(FileDescriptor file) {
        if (reached.add(file.getFullName())) {
            pending.addLast(file);
        }
    }

    private void scan(ServiceDescriptor service) {
        for (MethodDescriptor method : service.getMethods()) {
            reach(method.getInputType().getFile());
            reach(method.getOutputType().getFile());
        }
    }

    private void scan(Descriptor message) {
        for (FieldDescriptor field : message.getFields()) {
            switch (field.getJavaType()) {
                case MESSAGE -> reach(field.getMessageType().getFile());
                case ENUM -> reach(field.getEnumType().getFile());
                default -> {}
            }
        }
        message.getNestedTypes().forEach(this::scan);
    }
}
