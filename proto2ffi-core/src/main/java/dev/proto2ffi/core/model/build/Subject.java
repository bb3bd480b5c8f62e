package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import dev.proto2ffi.core.model.option.FieldKind;
import dev.proto2ffi.core.model.option.OptionTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration that rules can be about; the keys and values of maps are some of their own.
 *
 * @param name full name; of a file its import name; of a map's key that of the map and {@code .key}
 * @param file import name of the file that declares it
 * @param kind of a field; null for others
 */
record Subject(
        OptionTarget target,
        String name,
        String file,
        @Nullable FieldKind kind) {
    /** All of a file, in its order. */
    static void addAll(FileDescriptor file, List<Subject> subjects) {
        String name = file.getFullName();
        subjects.add(new Subject(OptionTarget.FILE, name, name, null));
        file.getMessageTypes().forEach(message -> addMessage(message, name, subjects));
        file.getEnumTypes().forEach(definition -> addEnum(definition, name, subjects));
        for (ServiceDescriptor service : file.getServices()) {
            for (MethodDescriptor method : service.getMethods()) {
                subjects.add(new Subject(OptionTarget.METHOD, method.getFullName(), name, null));
            }
        }
    }

    private static void addMessage(Descriptor message, String file, List<Subject> subjects) {
        if (message.getOptions().getMapEntry()) {
            return;
        }
        subjects.add(new Subject(OptionTarget.MESSAGE, message.getFullName(), file, null));
        for (FieldDescriptor field : message.getFields()) {
            addField(field, file, subjects);
        }
        message.getNestedTypes().forEach(nested -> addMessage(nested, file, subjects));
        message.getEnumTypes().forEach(definition -> addEnum(definition, file, subjects));
    }

    private static void addField(FieldDescriptor field, String file, List<Subject> subjects) {
        String name = field.getFullName();
        subjects.add(new Subject(OptionTarget.FIELD, name, file, FieldKinds.of(field)));
        if (field.isMapField()) {
            for (FieldDescriptor part : field.getMessageType().getFields()) {
                subjects.add(new Subject(OptionTarget.FIELD, name + "." + part.getName(), file, FieldKinds.of(part)));
            }
        }
    }

    private static void addEnum(EnumDescriptor definition, String file, List<Subject> subjects) {
        subjects.add(new Subject(OptionTarget.ENUM, definition.getFullName(), file, null));
    }
}
