package dev.proto2ffi.core.link;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads custom options by the extensions that a schema declares.
 *
 * <p>The options messages of protobuf-java know only the fields of descriptor.proto and keep extensions as unknown
 * fields; this class gives those their types. Not thread-safe.
 */
public final class OptionReader {
    private final Map<String, FieldDescriptor> extensions = new HashMap<>();
    private final ExtensionRegistry registry = ExtensionRegistry.newInstance();

    /** Knows the extensions of all files of the schema. */
    public OptionReader(LinkedSchema schema) {
        for (LinkedFile file : schema.files()) {
            file.descriptor().getExtensions().forEach(this::register);
            file.descriptor().getMessageTypes().forEach(this::registerNested);
        }
    }

    private void registerNested(Descriptor message) {
        message.getExtensions().forEach(this::register);
        message.getNestedTypes().forEach(this::registerNested);
    }

    private void register(FieldDescriptor extension) {
        extensions.put(extension.getFullName(), extension);
        if (extension.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            registry.add(extension, DynamicMessage.getDefaultInstance(extension.getMessageType()));
        } else {
            registry.add(extension);
        }
    }

    /**
     * A custom option of message type, such as {@code proto2ffi.field}.
     *
     * @param extension full name of the extension
     * @return null where the declaration doesn't set it, or the schema doesn't have it
     * @throws IllegalArgumentException if the extension is no singular message
     */
    public @Nullable DynamicMessage message(GenericDescriptor descriptor, String extension) {
        Object value = value(descriptor, extension);
        if (value == null || value instanceof DynamicMessage) {
            return (DynamicMessage) value;
        }
        throw new IllegalArgumentException(extension + " is no singular message");
    }

    /**
     * A custom option of any type, as {@link DynamicMessage#getField} gives it.
     *
     * @param extension full name of the extension
     * @return null where the declaration doesn't set it, or the schema doesn't have it
     */
    public @Nullable Object value(GenericDescriptor descriptor, String extension) {
        FieldDescriptor field = extensions.get(extension);
        if (field == null) {
            return null;
        }
        Message options = optionsOf(descriptor);
        UnknownFieldSet unknown = options.getUnknownFields();
        if (!unknown.hasField(field.getNumber())
                || !options.getDescriptorForType()
                        .getFullName()
                        .equals(field.getContainingType().getFullName())) {
            return null;
        }
        UnknownFieldSet only = UnknownFieldSet.newBuilder()
                .addField(field.getNumber(), unknown.getField(field.getNumber()))
                .build();
        try {
            return DynamicMessage.newBuilder(field.getContainingType())
                    .mergeFrom(only.toByteString(), registry)
                    .buildPartial()
                    .getField(field);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("own option " + extension + " of " + descriptor.getFullName(), e);
        }
    }

    private static Message optionsOf(GenericDescriptor descriptor) {
        if (descriptor instanceof FieldDescriptor field) {
            return field.getOptions();
        }
        if (descriptor instanceof Descriptor message) {
            return message.getOptions();
        }
        if (descriptor instanceof FileDescriptor file) {
            return file.getOptions();
        }
        if (descriptor instanceof EnumDescriptor enumeration) {
            return enumeration.getOptions();
        }
        if (descriptor instanceof EnumValueDescriptor value) {
            return value.getOptions();
        }
        if (descriptor instanceof OneofDescriptor oneof) {
            return oneof.getOptions();
        }
        if (descriptor instanceof ServiceDescriptor service) {
            return service.getOptions();
        }
        if (descriptor instanceof MethodDescriptor method) {
            return method.getOptions();
        }
        throw new IllegalArgumentException(descriptor.getClass().getName());
    }
}
