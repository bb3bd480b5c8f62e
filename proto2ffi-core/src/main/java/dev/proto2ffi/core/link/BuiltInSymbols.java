package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The symbols of descriptor.proto as it is compiled into this program, for files that don't import it: their options
 * need a meaning, too.
 */
final class BuiltInSymbols {
    private static final BuiltInSymbols INSTANCE = new BuiltInSymbols();

    private final SymbolTable table = new SymbolTable();
    private final FileUnit file;
    private final Span span;

    private BuiltInSymbols() {
        SourceFile source = SourceFile.of("google/protobuf/descriptor.proto", "");
        file = new FileUnit(source, null, false);
        file.packageName = "google.protobuf";
        span = Span.startOf(source);
        var descriptor = DescriptorProtos.getDescriptor();
        descriptor.getMessageTypes().forEach(each -> message(null, each));
        descriptor.getEnumTypes().forEach(each -> enumeration(null, each));
        descriptor.getMessageTypes().forEach(this::linkFields);
    }

    /** @param fullName that of a message of descriptor.proto */
    static MessageSymbol message(String fullName) {
        MessageSymbol message = INSTANCE.table.findMessage(fullName);
        if (message == null) {
            throw new IllegalArgumentException(fullName);
        }
        return message;
    }

    private void message(@Nullable MessageSymbol parent, Descriptor descriptor) {
        MessageSymbol message = new MessageSymbol(
                file,
                parent,
                descriptor.getName(),
                descriptor.getFullName(),
                span,
                span,
                Visibility.UNSET,
                false,
                null);
        table.add(message);
        descriptor.getNestedTypes().forEach(each -> message(message, each));
        descriptor.getEnumTypes().forEach(each -> enumeration(message, each));
        for (var range : descriptor.toProto().getExtensionRangeList()) {
            message.extensionRanges.add(
                    new MessageSymbol.ExtensionRange(message, span, range.getStart(), range.getEnd()));
        }
    }

    private void enumeration(@Nullable MessageSymbol parent, EnumDescriptor descriptor) {
        EnumSymbol enumeration = new EnumSymbol(
                file, parent, descriptor.getName(), descriptor.getFullName(), span, span, Visibility.UNSET, null);
        table.add(enumeration);
        for (EnumValueDescriptor each : descriptor.getValues()) {
            String scope = parent == null ? file.packageName : parent.fullName;
            enumeration.addValue(new EnumValueSymbol(
                    enumeration,
                    each.getName(),
                    Symbol.join(scope, each.getName()),
                    span,
                    span,
                    each.getNumber(),
                    span));
        }
    }

    private void linkFields(Descriptor descriptor) {
        MessageSymbol message = message(table, descriptor.getFullName());
        for (FieldDescriptor each : descriptor.getFields()) {
            FieldSymbol field = new FieldSymbol(
                    file,
                    message,
                    null,
                    each.getName(),
                    each.getFullName(),
                    span,
                    span,
                    each.getNumber(),
                    span,
                    label(each),
                    Type.forNumber(each.getType().toProto().getNumber()),
                    null,
                    span,
                    null);
            if (each.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                field.messageType = table.findMessage(each.getMessageType().getFullName());
            } else if (each.getJavaType() == FieldDescriptor.JavaType.ENUM) {
                field.enumType = (EnumSymbol) table.find(each.getEnumType().getFullName());
            }
            field.fieldOptions(each.getOptions());
            message.addField(field);
            message.claimNumber(field);
        }
        descriptor.getNestedTypes().forEach(this::linkFields);
    }

    private static Label label(FieldDescriptor field) {
        if (field.isRepeated()) {
            return Label.LABEL_REPEATED;
        }
        return field.isRequired() ? Label.LABEL_REQUIRED : Label.LABEL_OPTIONAL;
    }

    private static MessageSymbol message(SymbolTable table, String fullName) {
        MessageSymbol message = table.findMessage(fullName);
        if (message == null) {
            throw new IllegalStateException(fullName);
        }
        return message;
    }
}
