package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileOptions;
import com.google.protobuf.DescriptorProtos.MessageOptions;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.MapFieldNode;
import org.jspecify.annotations.Nullable;

/** What messages and fields may be, given their types and options. */
final class FieldChecks {
    private final FileUnit file;
    private final Diagnostics diagnostics;
    private final FieldFeatureChecks features;
    private final boolean lite;

    FieldChecks(FileUnit file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.features = new FieldFeatureChecks(diagnostics);
        this.lite = isLite(file);
    }

    private static boolean isLite(FileUnit file) {
        return file.options != null
                && OptionsMessages.read(FileOptions.parser(), file.options, false)
                                .getOptimizeFor()
                        == FileOptions.OptimizeMode.LITE_RUNTIME;
    }

    void file() {
        if (file.isEditions() && file.options != null) {
            editionsFile(file.options);
        }
        if (lite) {
            return;
        }
        for (FileUnit.Import each : file.imports) {
            FileUnit imported = each.file();
            if (imported != null && isLite(imported)) {
                diagnostics.add(Diagnostic.error(
                                "lite-import",
                                each.node().span(),
                                "\"" + each.path() + "\" is for the lite runtime, this file isn't")
                        .withHelp("set option optimize_for = LITE_RUNTIME; here too"));
            }
        }
    }

    private void editionsFile(OptionSet options) {
        FeatureSet own = options.ownFeatures;
        if (own != null && own.getFieldPresence() == FeatureSet.FieldPresence.LEGACY_REQUIRED) {
            error("features", FeatureChecks.place(options), "fields can't be required by default", null);
        }
        if (OptionsMessages.read(FileOptions.parser(), options, false).hasJavaStringCheckUtf8()) {
            error(
                    "features",
                    FeatureChecks.place(options),
                    "editions have no option java_string_check_utf8",
                    "use features.(pb.java).utf8_validation");
        }
    }

    void message(MessageSymbol message) {
        if (file.edition == Edition.EDITION_PROTO3) {
            proto3(message);
        }
        if (message.messageSet) {
            for (FieldSymbol field : message.fields) {
                error("message-set", field.nameSpan, "a message set has no fields, only extensions", null);
                break;
            }
        }
        explicitMapEntry(message);
        if (message.mapEntry) {
            return;
        }
        message.fields.forEach(this::field);
    }

    private void explicitMapEntry(MessageSymbol message) {
        if (message.mapEntry || message.options == null) {
            return;
        }
        if (OptionsMessages.read(MessageOptions.parser(), message.options, false)
                .hasMapEntry()) {
            OptionSet.Place place = message.options.places.get("map_entry");
            error(
                    "map-entry",
                    place == null ? message.nameSpan : place.name(),
                    "map_entry is for compilers, it can't be set",
                    "declare a field of type map<K, V>");
        }
    }

    private void proto3(MessageSymbol message) {
        for (MessageSymbol.ExtensionRange range : message.extensionRanges) {
            error("proto3", range.span, "proto3 has no extension ranges", "use google.protobuf.Any instead");
        }
        if (message.messageSet) {
            error("proto3", message.nameSpan, "proto3 has no message sets", null);
        }
    }

    void field(FieldSymbol field) {
        FieldOptions options = field.fieldOptions();
        types(field);
        options(field, options);
        extension(field);
        if (field.isMap()) {
            map(field);
        }
        if (file.edition == Edition.EDITION_PROTO3) {
            proto3(field);
        } else if (file.isEditions()) {
            features.field(field);
        }
        if (field.jsonNameSpan != null && field.jsonName.indexOf('\0') >= 0) {
            error("json-name", field.jsonNameSpan, "a JSON name has no NUL characters", null);
        }
    }

    private void types(FieldSymbol field) {
        if (field.messageType != null && field.messageType.mapEntry && !(field.node instanceof MapFieldNode)) {
            error("map-entry", field.typeSpan, "the implied message of a map can't be used as a type", null);
        }
    }

    private void options(FieldSymbol field, FieldOptions options) {
        boolean message = field.type == Type.TYPE_MESSAGE;
        if (!message && (options.getLazy() || options.getUnverifiedLazy())) {
            error("field-option", field.typeSpan, "only message fields can be lazy", null);
        }
        if (options.getPacked() && !(field.isRepeated() && field.isPackable())) {
            error("field-option", field.typeSpan, "only repeated fields of scalars and enums can be packed", null);
        }
        if (options.hasJstype() && options.getJstype() != FieldOptions.JSType.JS_NORMAL && !isInt64(field.type)) {
            error("field-option", field.typeSpan, "jstype is for 64-bit integers", null);
        }
        if (field.isRepeated() && field.defaultSpan != null) {
            error("default-value", field.defaultSpan, "repeated fields have no defaults", null);
        }
        if (options.hasCtype() && file.edition.getNumber() >= Edition.EDITION_2024_VALUE) {
            error(
                    "field-option",
                    field.span,
                    "there is no ctype from edition 2024 on",
                    "use features.(pb.cpp).string_type");
        }
    }

    private static boolean isInt64(@Nullable Type type) {
        return type == Type.TYPE_INT64
                || type == Type.TYPE_UINT64
                || type == Type.TYPE_SINT64
                || type == Type.TYPE_FIXED64
                || type == Type.TYPE_SFIXED64;
    }

    private void extension(FieldSymbol field) {
        MessageSymbol container = field.container;
        if (field.extendeeName == null || container == null) {
            return;
        }
        if (container.messageSet && (field.isRepeated() || field.type != Type.TYPE_MESSAGE)) {
            error("message-set", field.typeSpan, "extensions of a message set are optional messages", null);
        }
        if (lite && !isLite(container.file)) {
            error(
                    "lite-extension",
                    field.extendeeName.span(),
                    "a file for the lite runtime can't extend a type that isn't",
                    null);
        }
    }

    private void map(FieldSymbol field) {
        MessageSymbol entry = field.messageType;
        FieldSymbol key = entry == null ? null : entry.field("key");
        FieldSymbol value = entry == null ? null : entry.field("value");
        if (key == null || value == null || key.type == null) {
            return;
        }
        Span place = field.typeSpan;
        switch (key.type) {
            case TYPE_FLOAT, TYPE_DOUBLE, TYPE_BYTES, TYPE_MESSAGE, TYPE_GROUP ->
                error("map-key", place, "the key of a map is an integer, bool or string", null);
            case TYPE_ENUM -> error("map-key", place, "the key of a map can't be an enum", "use int32");
            default -> {
                // all others make good keys
            }
        }
        EnumSymbol enumeration = value.enumType;
        if (enumeration != null && !enumeration.values.isEmpty() && enumeration.values.get(0).number != 0) {
            diagnostics.add(Diagnostic.error("map-value", place, "an enum in a map has a first value with the number 0")
                    .withLabel(enumeration.values.get(0).numberSpan, "this one has another"));
        }
    }

    private void proto3(FieldSymbol field) {
        if (field.extendeeName != null && field.container != null && !isOptionsMessage(field.container)) {
            error(
                    "proto3",
                    field.extendeeName.span(),
                    "in proto3, extensions only define options",
                    "extend one of the messages google.protobuf.*Options");
        }
        if (field.isRequired()) {
            error("proto3", field.typeSpan, "proto3 has no required fields", null);
        }
        if (field.defaultSpan != null) {
            error("proto3", field.defaultSpan, "proto3 has no defaults", null);
        }
        EnumSymbol enumeration = field.enumType;
        if (enumeration != null && enumeration.isClosed()) {
            diagnostics.add(Diagnostic.error(
                            "proto3",
                            field.typeSpan,
                            "enum \"" + enumeration.fullName + "\" is closed, a proto3 message can't have it")
                    .withLabel(enumeration.nameSpan, "declared here"));
        }
        if (field.type == Type.TYPE_GROUP) {
            error("proto3", field.typeSpan, "proto3 has no groups", "declare a message and a field of it");
        }
    }

    private static boolean isOptionsMessage(MessageSymbol message) {
        for (OptionSet.Target target : OptionSet.Target.values()) {
            if (message.fullName.equals(target.messageName)) {
                return true;
            }
        }
        return message.fullName.equals("google.protobuf.StreamOptions");
    }

    private void error(String code, Span span, String message, @Nullable String help) {
        Diagnostic diagnostic = Diagnostic.error(code, span, message);
        diagnostics.add(help == null ? diagnostic : diagnostic.withHelp(help));
    }
}
