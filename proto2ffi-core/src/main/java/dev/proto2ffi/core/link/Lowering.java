package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.Edition;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.syntax.Body;
import dev.proto2ffi.core.syntax.CompactOptions;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.EnumNode;
import dev.proto2ffi.core.syntax.ExtendNode;
import dev.proto2ffi.core.syntax.ExtensionsNode;
import dev.proto2ffi.core.syntax.FieldNode;
import dev.proto2ffi.core.syntax.FileNode;
import dev.proto2ffi.core.syntax.GroupNode;
import dev.proto2ffi.core.syntax.IdentLiteral;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.Label;
import dev.proto2ffi.core.syntax.MapFieldNode;
import dev.proto2ffi.core.syntax.MessageNode;
import dev.proto2ffi.core.syntax.NumberRange;
import dev.proto2ffi.core.syntax.OneofNode;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.PackageNode;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.ServiceNode;
import dev.proto2ffi.core.syntax.StringLiteral;
import dev.proto2ffi.core.syntax.SyntaxNode;
import dev.proto2ffi.core.syntax.TypeName;
import dev.proto2ffi.core.syntax.Visibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From a file's syntax tree to its symbols, names not yet resolved.
 *
 * <p>Nested declarations come in the order in which protoc's descriptors have them: groups and map entries among the
 * nested messages, where they stand; synthetic oneofs behind the written ones.
 */
final class Lowering {
    private final FileUnit file;

    private Lowering(FileUnit file) {
        this.file = file;
    }

    /** Fills the unit from its syntax tree. */
    static void lower(FileUnit file, FileNode ast) {
        Lowering lowering = new Lowering(file);
        SyntaxNode syntax = ast.syntax();
        if (syntax != null) {
            file.edition = edition(syntax);
        }
        lowering.lowerFile(ast.declarations());
    }

    /** The edition that a syntax or edition declaration names, legacy syntaxes included. */
    static Edition edition(SyntaxNode syntax) {
        String value = syntax.value().text();
        if (!syntax.edition()) {
            return value.equals("proto3") ? Edition.EDITION_PROTO3 : Edition.EDITION_PROTO2;
        }
        for (Edition each : Edition.values()) {
            if (each.name().equals("EDITION_" + value)) {
                return each;
            }
        }
        return Edition.EDITION_UNKNOWN;
    }

    private void lowerFile(List<Declaration> declarations) {
        for (Declaration each : declarations) {
            if (each instanceof PackageNode node) {
                file.packageName = node.name().text();
                file.packageNode = node;
            }
        }
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : declarations) {
            if (each instanceof MessageNode node) {
                message(null, node);
            } else if (each instanceof EnumNode node) {
                EnumLowering.lower(file, null, scope(null), node);
            } else if (each instanceof ServiceNode node) {
                ServiceLowering.lower(file, node);
            } else if (each instanceof ExtendNode node) {
                extend(null, node);
            } else if (each instanceof OptionNode node) {
                options.add(node);
            }
        }
        OptionSetOrder.collect(file);
        if (!options.isEmpty()) {
            file.options = new OptionSet(
                    OptionSet.Target.FILE, file, null, Symbol.join(file.packageName, "dummy"), file.start(), options);
            file.optionSets.add(file.options);
        }
    }

    private String scope(@Nullable MessageSymbol parent) {
        return parent == null ? file.packageName : parent.fullName;
    }

    private List<MessageSymbol> messagesOf(@Nullable MessageSymbol parent) {
        return parent == null ? file.messages : parent.messages;
    }

    private void message(@Nullable MessageSymbol parent, MessageNode node) {
        String name = node.name().text();
        MessageSymbol message = new MessageSymbol(
                file,
                parent,
                name,
                Symbol.join(scope(parent), name),
                node.span(),
                node.name().span(),
                node.visibility(),
                false,
                node);
        messagesOf(parent).add(message);
        messageBody(message, node.body());
    }

    private void messageBody(MessageSymbol message, Body body) {
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : body.declarations()) {
            if (each instanceof FieldNode node) {
                field(message, null, null, node);
            } else if (each instanceof GroupNode node) {
                group(message, null, null, node);
            } else if (each instanceof MapFieldNode node) {
                mapField(message, node);
            } else if (each instanceof OneofNode node) {
                oneof(message, node);
            } else if (each instanceof MessageNode node) {
                message(message, node);
            } else if (each instanceof EnumNode node) {
                EnumLowering.lower(file, message, scope(message), node);
            } else if (each instanceof ExtendNode node) {
                extend(message, node);
            } else if (each instanceof ReservedNode node) {
                message.reserved.add(node);
            } else if (each instanceof OptionNode node) {
                options.add(node);
            }
        }
        int endOfNumbers = isMessageSet(options) ? Integer.MAX_VALUE : MessageSymbol.END_OF_NUMBERS;
        for (Declaration each : body.declarations()) {
            if (each instanceof ExtensionsNode node) {
                extensionRanges(message, node, endOfNumbers);
            }
        }
        syntheticOneofs(message);
        if (!options.isEmpty()) {
            message.options =
                    new OptionSet(OptionSet.Target.MESSAGE, file, message, message.fullName, message.nameSpan, options);
        }
    }

    private static boolean isMessageSet(List<OptionNode> options) {
        for (OptionNode option : options) {
            OptionNode.NamePart first = option.name().get(0);
            if (option.name().size() == 1
                    && !first.extension()
                    && first.name().equals("message_set_wire_format")
                    && option.value() instanceof IdentLiteral value
                    && value.text().equals("true")) {
                return true;
            }
        }
        return false;
    }

    private void extensionRanges(MessageSymbol message, ExtensionsNode node, int endOfNumbers) {
        OptionSet options = null;
        if (node.options() != null) {
            options = new OptionSet(
                    OptionSet.Target.EXTENSION_RANGE,
                    file,
                    null,
                    message.fullName,
                    node.span(),
                    node.options().options());
        }
        for (NumberRange range : node.ranges()) {
            int start = toInt(range.first());
            int end = range.max() != null ? endOfNumbers : (range.last() == null ? start : toInt(range.last())) + 1;
            MessageSymbol.ExtensionRange made = new MessageSymbol.ExtensionRange(message, range.span(), start, end);
            made.options = options;
            message.extensionRanges.add(made);
        }
    }

    private void syntheticOneofs(MessageSymbol message) {
        Set<String> names = null;
        for (FieldSymbol field : message.fields) {
            if (!field.proto3Optional) {
                continue;
            }
            if (names == null) {
                names = new HashSet<>();
                for (FieldSymbol each : message.fields) {
                    names.add(each.name);
                }
                for (OneofSymbol each : message.oneofs) {
                    names.add(each.name);
                }
            }
            String name = field.name.startsWith("_") ? field.name : "_" + field.name;
            while (!names.add(name)) {
                name = "X" + name;
            }
            OneofSymbol oneof = new OneofSymbol(message, message.oneofs.size(), true, name, field.span, field.nameSpan);
            oneof.fields.add(field);
            field.oneof = oneof;
            message.oneofs.add(oneof);
        }
    }

    private void oneof(MessageSymbol message, OneofNode node) {
        OneofSymbol oneof = new OneofSymbol(
                message,
                message.oneofs.size(),
                false,
                node.name().text(),
                node.span(),
                node.name().span());
        message.oneofs.add(oneof);
        List<OptionNode> options = new ArrayList<>();
        for (Declaration each : node.body().declarations()) {
            if (each instanceof FieldNode field) {
                field(message, oneof, null, field);
            } else if (each instanceof GroupNode group) {
                group(message, oneof, null, group);
            } else if (each instanceof OptionNode option) {
                options.add(option);
            }
        }
        if (!options.isEmpty()) {
            oneof.options = new OptionSet(OptionSet.Target.ONEOF, file, oneof, oneof.fullName, oneof.nameSpan, options);
        }
    }

    private void extend(@Nullable MessageSymbol parent, ExtendNode node) {
        for (Declaration each : node.body().declarations()) {
            if (each instanceof FieldNode field) {
                field(parent, null, node.extendee(), field);
            } else if (each instanceof GroupNode group) {
                group(parent, null, node.extendee(), group);
            }
        }
    }

    private void field(
            @Nullable MessageSymbol parent, @Nullable OneofSymbol oneof, @Nullable TypeName extendee, FieldNode node) {
        String name = node.name().text();
        TypeName type = node.type();
        FieldSymbol field = new FieldSymbol(
                file,
                parent,
                extendee,
                name,
                Symbol.join(scope(parent), name),
                node.span(),
                node.name().span(),
                toInt(node.number()),
                node.number().span(),
                label(node.label()),
                type.scalar() ? ScalarTypes.of(type.text()) : null,
                type.scalar() ? null : type,
                type.span(),
                node);
        field.proto3Optional = file.edition == Edition.EDITION_PROTO3
                && node.label() != null
                && node.label().kind() == Label.Kind.OPTIONAL
                && oneof == null;
        finishField(field, oneof, node.options());
    }

    private void group(
            @Nullable MessageSymbol parent, @Nullable OneofSymbol oneof, @Nullable TypeName extendee, GroupNode node) {
        String name = node.name().text();
        MessageSymbol message = new MessageSymbol(
                file,
                parent,
                name,
                Symbol.join(scope(parent), name),
                node.span(),
                node.name().span(),
                Visibility.UNSET,
                false,
                node);
        String fieldName = Names.groupField(name);
        FieldSymbol field = new FieldSymbol(
                file,
                parent,
                extendee,
                fieldName,
                Symbol.join(scope(parent), fieldName),
                node.span(),
                node.name().span(),
                toInt(node.number()),
                node.number().span(),
                label(node.label()),
                Type.TYPE_GROUP,
                new TypeName(node.name().span(), name, false),
                node.keyword(),
                node);
        field.proto3Optional = file.edition == Edition.EDITION_PROTO3
                && node.label() != null
                && node.label().kind() == Label.Kind.OPTIONAL
                && oneof == null;
        finishField(field, oneof, node.options());
        messagesOf(parent).add(message);
        messageBody(message, node.body());
    }

    private void mapField(MessageSymbol parent, MapFieldNode node) {
        String name = node.name().text();
        String entryName = Names.mapEntry(name);
        MessageSymbol entry = new MessageSymbol(
                file,
                parent,
                entryName,
                parent.fullName + "." + entryName,
                node.span(),
                node.name().span(),
                Visibility.UNSET,
                true,
                node);
        FieldSymbol field = new FieldSymbol(
                file,
                parent,
                null,
                name,
                parent.fullName + "." + name,
                node.span(),
                node.name().span(),
                toInt(node.number()),
                node.number().span(),
                FieldDescriptorProto.Label.LABEL_REPEATED,
                null,
                new TypeName(node.type(), entryName, false),
                node.type(),
                node);
        finishField(field, null, node.options());
        List<OptionNode> features = new ArrayList<>();
        if (field.options != null) {
            for (OptionNode option : field.options.nodes) {
                OptionNode.NamePart first = option.name().get(0);
                if (!first.extension() && first.name().equals("features")) {
                    features.add(option);
                }
            }
        }
        entryField(entry, "key", 1, node.key(), features);
        entryField(entry, "value", 2, node.value(), features);
        parent.messages.add(entry);
    }

    private void entryField(MessageSymbol entry, String name, int number, TypeName type, List<OptionNode> options) {
        FieldSymbol field = new FieldSymbol(
                file,
                entry,
                null,
                name,
                entry.fullName + "." + name,
                entry.span,
                type.span(),
                number,
                type.span(),
                FieldDescriptorProto.Label.LABEL_OPTIONAL,
                type.scalar() ? ScalarTypes.of(type.text()) : null,
                type.scalar() ? null : type,
                type.span(),
                null);
        entry.addField(field);
        if (!options.isEmpty()) {
            field.options = new OptionSet(OptionSet.Target.FIELD, file, field, field.fullName, field.nameSpan, options);
        }
    }

    private void finishField(FieldSymbol field, @Nullable OneofSymbol oneof, @Nullable CompactOptions options) {
        if (oneof != null) {
            field.oneof = oneof;
            oneof.fields.add(field);
        }
        if (field.extendeeName == null && field.parent != null) {
            field.parent.addField(field);
        } else if (field.parent != null) {
            field.parent.extensions.add(field);
        } else {
            file.extensions.add(field);
        }
        if (options == null) {
            return;
        }
        List<OptionNode> proper = new ArrayList<>(options.options().size());
        for (OptionNode option : options.options()) {
            OptionNode.NamePart first = option.name().get(0);
            boolean single = option.name().size() == 1 && !first.extension();
            if (single && first.name().equals("default")) {
                field.defaultValue = DefaultValues.text(field.type, option.value());
                field.defaultSpan = option.value().span();
            } else if (single && first.name().equals("json_name")) {
                if (option.value() instanceof StringLiteral value) {
                    field.jsonName = value.text();
                    field.jsonNameSpan = option.nameSpan();
                }
            } else {
                proper.add(option);
            }
        }
        if (!proper.isEmpty()) {
            field.options = new OptionSet(OptionSet.Target.FIELD, file, field, field.fullName, field.nameSpan, proper);
        }
    }

    private static FieldDescriptorProto.Label label(@Nullable Label label) {
        if (label == null) {
            return FieldDescriptorProto.Label.LABEL_OPTIONAL;
        }
        return switch (label.kind()) {
            case OPTIONAL -> FieldDescriptorProto.Label.LABEL_OPTIONAL;
            case REQUIRED -> FieldDescriptorProto.Label.LABEL_REQUIRED;
            case REPEATED -> FieldDescriptorProto.Label.LABEL_REPEATED;
        };
    }

    /** Numbers out of range have been reported by the parser. */
    static int toInt(IntLiteral literal) {
        return (int) (literal.negative() ? -literal.magnitude() : literal.magnitude());
    }
}
