package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FeatureSet;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.syntax.MessageLiteral;
import dev.proto2ffi.core.syntax.OptionNode;
import dev.proto2ffi.core.syntax.OptionValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the options of a file their meaning: names become fields of the options messages, literals their values. */
final class OptionInterpreter {
    private final FileUnit file;
    private final SymbolTable table;
    private final NameResolver names;
    private final Diagnostics diagnostics;
    private final ScalarOptions scalars;
    private final MessageLiterals messages;

    OptionInterpreter(FileUnit file, SymbolTable table, Diagnostics diagnostics) {
        this.file = file;
        this.table = table;
        this.diagnostics = diagnostics;
        this.names = new NameResolver(table, file);
        this.scalars = new ScalarOptions(diagnostics);
        this.messages = new MessageLiterals(names, diagnostics);
    }

    /** The options whose names begin with a field of the options message, features among them. */
    void interpretOrdinary() {
        for (OptionSet set : file.optionSets) {
            set.value = new MessageValue(typeOf(set.target));
            for (OptionNode node : set.nodes) {
                if (!node.name().get(0).extension()) {
                    interpret(set, set.value, node);
                }
            }
            readFeatures(set, set.value);
            if (set.owner instanceof MessageSymbol message) {
                FieldSymbol messageSet = set.value.type.field("message_set_wire_format");
                message.messageSet = messageSet != null && set.value.get(messageSet) instanceof Long flag && flag != 0;
            }
        }
    }

    /** The options whose names begin with an extension. */
    void interpretExtensions() {
        for (OptionSet set : file.optionSets) {
            if (set.value == null) {
                continue;
            }
            for (OptionNode node : set.nodes) {
                if (node.name().get(0).extension()) {
                    interpret(set, set.value, node);
                }
            }
            set.complete = true;
        }
    }

    /** The options message, of the schema's own descriptor.proto where it has one. */
    private MessageSymbol typeOf(OptionSet.Target target) {
        MessageSymbol own = table.findMessage(target.messageName);
        return own == null ? BuiltInSymbols.message(target.messageName) : own;
    }

    private static void readFeatures(OptionSet set, MessageValue options) {
        FieldSymbol field = options.type.field("features");
        if (field != null && options.get(field) instanceof MessageValue features) {
            try {
                set.ownFeatures = FeatureSet.parseFrom(features.toBytes(false));
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("own features of " + set.scope, e);
            }
        }
    }

    private void interpret(OptionSet set, MessageValue options, OptionNode node) {
        if (!NestingLimits.allow(node, diagnostics)) {
            return;
        }
        List<FieldSymbol> path = new ArrayList<>(node.name().size());
        String dotted = resolve(set, options.type, node, path);
        if (dotted == null) {
            return;
        }
        FieldSymbol leaf = path.get(path.size() - 1);
        if (!leaf.isRepeated() && isSet(options, path)) {
            Diagnostic error = Diagnostic.error(
                    "repeated-option", node.nameSpan(), "option \"" + written(node, path.size()) + "\" is already set");
            OptionSet.Place first = set.places.get(dotted);
            diagnostics.add(first == null ? error : error.withLabel(first.name(), "set here first"));
            return;
        }
        set.places.putIfAbsent(
                dotted, new OptionSet.Place(node.nameSpan(), node.value().span()));
        Object value = value(set, leaf, node, dotted);
        if (value == null) {
            return;
        }
        MessageValue at = options;
        for (FieldSymbol step : path.subList(0, path.size() - 1)) {
            at = at.child(step, LinkedTypes.message(step));
        }
        set.landings.put(node, new OptionSet.Landing(path, at.count(leaf)));
        at.put(leaf, value);
    }

    private static boolean isSet(MessageValue options, List<FieldSymbol> path) {
        MessageValue at = options;
        for (FieldSymbol step : path.subList(0, path.size() - 1)) {
            if (!(at.get(step) instanceof MessageValue next)) {
                return false;
            }
            at = next;
        }
        return at.has(path.get(path.size() - 1));
    }

    /** Fills {@code path}; the result is the option's dotted path, or null after an error. */
    private @Nullable String resolve(OptionSet set, MessageSymbol options, OptionNode node, List<FieldSymbol> path) {
        MessageSymbol message = options;
        StringBuilder dotted = new StringBuilder();
        for (OptionNode.NamePart part : node.name()) {
            FieldSymbol field;
            if (part.extension()) {
                field = names.look(part.name(), set.scope, false, true) instanceof FieldSymbol found ? found : null;
            } else {
                field = message.field(part.name());
            }
            path.add(field);
            if (field == null || field.container != message || field.name.equals("uninterpreted_option")) {
                diagnostics.add(unknown(set, message, node, path.size(), field));
                return null;
            }
            dotted.append(dotted.length() == 0 ? "" : ".").append(field.isExtension() ? field.fullName : field.name);
            if (path.size() < node.name().size()) {
                if (!field.isMessage()) {
                    diagnostics.add(Diagnostic.error(
                            "option-name",
                            node.nameSpan(),
                            "option \"" + written(node, path.size()) + "\" is no message, it has no fields to set"));
                    return null;
                }
                if (field.isRepeated()) {
                    diagnostics.add(Diagnostic.error(
                                    "option-name",
                                    node.nameSpan(),
                                    "option \"" + written(node, path.size())
                                            + "\" is a repeated message, its fields can't be set singly")
                            .withHelp("set a whole element: " + written(node, path.size()) + " = { … }"));
                    return null;
                }
                message = LinkedTypes.message(field);
            }
        }
        return dotted.toString();
    }

    private Diagnostic unknown(
            OptionSet set, MessageSymbol message, OptionNode node, int parts, @Nullable FieldSymbol field) {
        OptionNode.NamePart part = node.name().get(parts - 1);
        String name = written(node, parts);
        if (field != null && field.name.equals("uninterpreted_option")) {
            return Diagnostic.error(
                    "option-name", node.nameSpan(), "\"uninterpreted_option\" is for compilers, it can't be set");
        }
        if (field != null) {
            return Diagnostic.error(
                            "option-name",
                            node.nameSpan(),
                            "option \"" + name + "\" is no field or extension of \"" + message.fullName + "\"")
                    .withLabel(
                            field.nameSpan,
                            field.container == null
                                    ? "declared here"
                                    : "it belongs to \"" + field.container.fullName + "\"");
        }
        Diagnostic error = Diagnostic.error(
                "unknown-option",
                node.nameSpan(),
                parts == 1
                        ? "unknown " + set.target.word + " option \"" + name + "\""
                        : "unknown option \"" + name + "\": \"" + message.fullName + "\" has no such field");
        if (!part.extension()) {
            String closest = Suggestions.closest(
                    part.name(), message.fields.stream().map(each -> each.name).toList());
            return closest == null
                    ? error.withHelp(OptionHints.forWord(set.target.word, part.name()))
                    : error.withHelp("did you mean " + closest + "?");
        }
        if (names.missing != null) {
            return error.withHelp("the name leads to \"" + names.missing
                    + "\", which is not defined; to start from the outermost scope, write (." + part.name() + ")");
        }
        if (names.notImported != null) {
            return error.withLabel(names.notImported.nameSpan, "declared here")
                    .withHelp("add import \"" + names.notImported.file.name() + "\";");
        }
        String closest = Suggestions.closestSymbol(
                part.name(),
                table,
                file,
                each -> each instanceof FieldSymbol extension && extension.container == message,
                diagnostics);
        return error.withHelp(
                closest == null
                        ? OptionHints.forExtension(set.target.word, part.name())
                        : "did you mean (" + closest + ")?");
    }

    /** The first parts of an option's name as written. */
    private static String written(OptionNode node, int parts) {
        StringBuilder name = new StringBuilder();
        for (OptionNode.NamePart part : node.name().subList(0, parts)) {
            name.append(name.length() == 0 ? "" : ".");
            name.append(part.extension() ? "(" + part.name() + ")" : part.name());
        }
        return name.toString();
    }

    private @Nullable Object value(OptionSet set, FieldSymbol field, OptionNode node, String path) {
        OptionValue value = node.value();
        if (!field.isMessage()) {
            return scalars.read(field, value);
        }
        if (value instanceof MessageLiteral literal) {
            if (literal.flaw() != null) {
                diagnostics.add(literal.flaw());
                return null;
            }
            return messages.read(LinkedTypes.message(field), literal, set, path);
        }
        String name = written(node, node.name().size());
        diagnostics.add(Diagnostic.error("option-value", value.span(), "option \"" + name + "\" is a message")
                .withHelp("write " + name + " = { … } for the whole of it, or " + name + ".field = … for a field"));
        return null;
    }
}
