package dev.proto2ffi.core.link;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.TypeName;
import org.jspecify.annotations.Nullable;

/** A field or an extension. */
final class FieldSymbol extends Symbol {
    /** The message in which it is declared; null for an extension at file level. */
    final @Nullable MessageSymbol parent;

    /** The name of the message that it extends, as written; null for an ordinary field. */
    final @Nullable TypeName extendeeName;

    final int number;
    final Span numberSpan;
    final Label label;

    /** The message or enum name as written; null for a scalar and where the field comes from a descriptor. */
    final @Nullable TypeName typeName;

    final Span typeSpan;

    /** A FieldNode, GroupNode or MapFieldNode; null for the fields of a map entry and those from descriptors. */
    final @Nullable Declaration node;

    /** As written: groups have {@code TYPE_GROUP}, delimited messages of editions {@code TYPE_MESSAGE}. */
    @Nullable Type type;

    @Nullable MessageSymbol messageType;

    @Nullable EnumSymbol enumType;

    /** The message that has the field: the parent, or for an extension what it extends, once resolved. */
    @Nullable MessageSymbol container;

    @Nullable OneofSymbol oneof;

    boolean proto3Optional;
    String jsonName;

    @Nullable ByteString defaultValue;

    @Nullable Span defaultSpan;

    @Nullable Span jsonNameSpan;

    private @Nullable FieldOptions ownOptions;

    FieldSymbol(
            FileUnit file,
            @Nullable MessageSymbol parent,
            @Nullable TypeName extendeeName,
            String name,
            String fullName,
            Span span,
            Span nameSpan,
            int number,
            Span numberSpan,
            Label label,
            @Nullable Type type,
            @Nullable TypeName typeName,
            Span typeSpan,
            @Nullable Declaration node) {
        super(file, name, fullName, span, nameSpan);
        this.parent = parent;
        this.extendeeName = extendeeName;
        this.number = number;
        this.numberSpan = numberSpan;
        this.label = label;
        this.type = type;
        this.typeName = typeName;
        this.typeSpan = typeSpan;
        this.node = node;
        this.container = extendeeName == null ? parent : null;
        this.jsonName = Names.json(name);
    }

    boolean isExtension() {
        return container == null || container != parent || extendeeName != null;
    }

    boolean isRepeated() {
        return label == Label.LABEL_REPEATED;
    }

    boolean isMap() {
        return isRepeated() && messageType != null && messageType.mapEntry;
    }

    /** Whether it is a message on the wire, be it by length or delimited. */
    boolean isMessage() {
        return type == Type.TYPE_MESSAGE || type == Type.TYPE_GROUP;
    }

    /** Whether its messages stand between group tags on the wire. */
    boolean isDelimited() {
        if (type == Type.TYPE_GROUP) {
            return true;
        }
        return type == Type.TYPE_MESSAGE
                && file.isEditions()
                && !isMap()
                && (parent == null || !parent.mapEntry)
                && Features.of(this).getMessageEncoding() == FeatureSet.MessageEncoding.DELIMITED;
    }

    /** Whether a repeated field's values stand in one record on the wire. */
    boolean isPacked() {
        if (!isRepeated() || !isPackable()) {
            return false;
        }
        if (!file.isEditions() && fieldOptions().hasPacked()) {
            return fieldOptions().getPacked();
        }
        return Features.of(this).getRepeatedFieldEncoding() == FeatureSet.RepeatedFieldEncoding.PACKED;
    }

    boolean isPackable() {
        return !isMessage() && type != Type.TYPE_STRING && type != Type.TYPE_BYTES;
    }

    /** Whether "set to zero" differs from "not set". */
    boolean hasPresence() {
        if (isRepeated()) {
            return false;
        }
        return isMessage()
                || isExtension()
                || oneof != null
                || proto3Optional
                || Features.of(this).getFieldPresence() != FeatureSet.FieldPresence.IMPLICIT;
    }

    boolean isRequired() {
        return label == Label.LABEL_REQUIRED
                || (file.isEditions()
                        && !isRepeated()
                        && Features.of(this).getFieldPresence() == FeatureSet.FieldPresence.LEGACY_REQUIRED);
    }

    /** Its options once they are interpreted; those that are not known to descriptor.proto are unknown fields. */
    FieldOptions fieldOptions() {
        if (ownOptions != null) {
            return ownOptions;
        }
        if (options == null) {
            return FieldOptions.getDefaultInstance();
        }
        FieldOptions read = OptionsMessages.read(FieldOptions.parser(), options, false);
        if (options.complete) {
            ownOptions = read;
        }
        return read;
    }

    /** For a field that comes from a descriptor. */
    void fieldOptions(FieldOptions known) {
        ownOptions = known;
    }

    @Override
    String kind() {
        return isExtension() ? "extension" : "field";
    }

    @Override
    @Nullable Symbol parent() {
        return parent;
    }
}
