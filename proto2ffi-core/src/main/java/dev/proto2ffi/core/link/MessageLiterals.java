package dev.proto2ffi.core.link;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.syntax.FloatLiteral;
import dev.proto2ffi.core.syntax.IdentLiteral;
import dev.proto2ffi.core.syntax.IntLiteral;
import dev.proto2ffi.core.syntax.ListLiteral;
import dev.proto2ffi.core.syntax.MessageLiteral;
import dev.proto2ffi.core.syntax.OptionValue;
import dev.proto2ffi.core.syntax.ReservedNode;
import dev.proto2ffi.core.syntax.StringLiteral;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Messages in text format as option values. Its rules are those of the text format, not those of plain options. */
final class MessageLiterals {
    private final NameResolver names;
    private final Diagnostics diagnostics;

    MessageLiterals(NameResolver names, Diagnostics diagnostics) {
        this.names = names;
        this.diagnostics = diagnostics;
    }

    /** Where the literal as a whole stands, and where to note the places of its entries. */
    private record Context(Span literal, OptionSet set) {}

    /** Ends the reading of a literal after an error, which has been reported. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed() {
            super(null, null, false, false);
        }
    }

    /** @return null after an error */
    @Nullable MessageValue read(MessageSymbol type, MessageLiteral literal, OptionSet set, String path) {
        Context context = new Context(literal.span(), set);
        try {
            MessageValue value = message(context, type, literal, path);
            requireComplete(context, value, literal.span());
            return value;
        } catch (Failed e) {
            return null;
        }
    }

    private void requireComplete(Context context, MessageValue value, Span culprit) throws Failed {
        List<String> missing = new ArrayList<>();
        value.collectMissing("", missing);
        if (!missing.isEmpty()) {
            throw fail(
                    context,
                    culprit,
                    "\"" + value.type.fullName + "\" lacks its required " + (missing.size() == 1 ? "field " : "fields ")
                            + String.join(", ", missing),
                    null);
        }
    }

    /** protoc places all errors of a literal where it begins; so do we, and label the culprit. */
    private Failed fail(Context context, Span culprit, String message, @Nullable String help) {
        Span literal = context.literal();
        boolean sameLine = literal.line() == culprit.line();
        Span place = sameLine ? culprit : new Span(literal.file(), literal.start(), literal.start() + 1);
        Diagnostic error = Diagnostic.error("option-value", place, message);
        if (!sameLine) {
            error = error.withLabel(culprit, "here");
        }
        diagnostics.add(help == null ? error : error.withHelp(help));
        return new Failed();
    }

    private MessageValue message(Context context, MessageSymbol type, MessageLiteral literal, String path)
            throws Failed {
        MessageValue message = new MessageValue(type);
        for (MessageLiteral.Entry entry : literal.entries()) {
            if (entry.kind() == MessageLiteral.Kind.ANY
                    || (isAny(type) && entry.kind() == MessageLiteral.Kind.EXTENSION)) {
                any(context, message, entry, path);
                continue;
            }
            FieldSymbol field = field(context, type, entry);
            if (field != null) {
                String below = path + "." + (field.isExtension() ? field.fullName : field.name);
                context.set()
                        .places
                        .putIfAbsent(
                                below,
                                new OptionSet.Place(
                                        entry.nameSpan(), entry.value().span()));
                values(context, message, field, entry, below);
            }
        }
        if (type.mapEntry) {
            completeMapEntry(message);
        }
        return message;
    }

    private @Nullable FieldSymbol field(Context context, MessageSymbol type, MessageLiteral.Entry entry) throws Failed {
        String name = entry.name();
        if (entry.kind() == MessageLiteral.Kind.EXTENSION) {
            return extension(context, type, entry);
        }
        FieldSymbol field = type.field(name);
        if (field == null) {
            FieldSymbol group = type.field(name.toLowerCase(Locale.ROOT));
            if (group != null
                    && isGroupLike(group)
                    && LinkedTypes.message(group).name.equals(name)) {
                field = group;
            }
        }
        if (field != null) {
            return field;
        }
        if (isReserved(type, name)) {
            return null;
        }
        String closest = Suggestions.closest(
                name, type.fields.stream().map(each -> each.name).toList());
        throw fail(
                context,
                entry.nameSpan(),
                "message \"" + type.fullName + "\" has no field named \"" + name + "\"",
                closest == null ? null : "did you mean " + closest + "?");
    }

    private static boolean isReserved(MessageSymbol type, String name) {
        for (ReservedNode reserved : type.reserved) {
            for (ReservedNode.ReservedName each : reserved.names()) {
                if (each.name().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is a group, or a delimited field that looks like one: such a field goes by its message's name, too. */
    private static boolean isGroupLike(FieldSymbol field) {
        MessageSymbol message = field.messageType;
        return field.isDelimited()
                && message != null
                && message.name.toLowerCase(Locale.ROOT).equals(field.name)
                && message.file == field.file
                && message.parent == field.parent;
    }

    private FieldSymbol extension(Context context, MessageSymbol type, MessageLiteral.Entry entry) throws Failed {
        Symbol found = names.look(entry.name(), type.fullName, false, true);
        if (found instanceof FieldSymbol extension && extension.isExtension() && extension.container == type) {
            return extension;
        }
        if (found instanceof MessageSymbol message && type.messageSet) {
            for (FieldSymbol each : message.extensions) {
                if (each.container == type && each.messageType == message && !each.isRepeated()) {
                    return each;
                }
            }
        }
        throw fail(
                context,
                entry.nameSpan(),
                "\"" + entry.name() + "\" is not defined or is no extension of \"" + type.fullName + "\"",
                names.notImported == null ? null : "add import \"" + names.notImported.file.name() + "\";");
    }

    private void values(
            Context context, MessageValue message, FieldSymbol field, MessageLiteral.Entry entry, String path)
            throws Failed {
        if (entry.value() instanceof ListLiteral list) {
            if (!field.isRepeated()) {
                throw fail(context, list.span(), "\"" + field.name + "\" is not repeated, it takes no list", null);
            }
            if (!entry.colon() && !field.isMessage()) {
                throw fail(context, list.span(), "expected ':' before the values of \"" + field.name + "\"", null);
            }
            for (OptionValue each : list.values()) {
                message.put(field, value(context, field, each, path));
            }
            return;
        }
        if (!field.isRepeated()) {
            FieldSymbol sibling = message.setSibling(field);
            if (message.has(field)) {
                throw fail(context, entry.nameSpan(), "\"" + field.name + "\" is not repeated and set twice", null);
            }
            if (sibling != null && field.oneof != null) {
                throw fail(
                        context,
                        entry.nameSpan(),
                        "\"" + field.name + "\" and \"" + sibling.name + "\" are members of the oneof \""
                                + field.oneof.name + "\", only one can be set",
                        null);
            }
        }
        Object value = value(context, field, entry.value(), path);
        boolean leftOut =
                !field.isRepeated() && !field.hasPresence() && !message.type.mapEntry && MessageValue.isZero(value);
        if (!leftOut) {
            message.put(field, value);
        }
    }

    private Object value(Context context, FieldSymbol field, OptionValue value, String path) throws Failed {
        if (field.isMessage()) {
            if (value instanceof MessageLiteral literal) {
                return message(context, LinkedTypes.message(field), literal, path);
            }
            throw fail(context, value.span(), "\"" + field.name + "\" is a message, it needs { … }", null);
        }
        Object read = scalar(field, ScalarOptions.typeOf(field), value);
        if (read == null) {
            throw wrong(context, field, value);
        }
        return read;
    }

    private static @Nullable Object scalar(FieldSymbol field, Type type, OptionValue value) {
        return switch (type) {
            case TYPE_DOUBLE -> number(value);
            case TYPE_FLOAT -> {
                Double number = number(value);
                yield number == null ? null : (Object) Numbers.toFloat(number);
            }
            case TYPE_BOOL -> bool(value);
            case TYPE_ENUM -> enumValue(LinkedTypes.enumeration(field), value);
            case TYPE_STRING, TYPE_BYTES -> value instanceof StringLiteral text ? text.bytes() : null;
            default -> value instanceof IntLiteral number ? ScalarOptions.inRange(type, number) : null;
        };
    }

    private static @Nullable Double number(OptionValue value) {
        if (value instanceof FloatLiteral number) {
            return number.value();
        }
        if (value instanceof IntLiteral number) {
            return isDecimal(number) ? DefaultValues.number(number) : null;
        }
        if (value instanceof IdentLiteral ident) {
            return switch (ident.text().toLowerCase(Locale.ROOT)) {
                case "inf", "infinity" -> ident.negative() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> null;
            };
        }
        return null;
    }

    /** Floating-point fields take decimal integers only. */
    private static boolean isDecimal(IntLiteral literal) {
        String text = literal.span().text();
        int first = 0;
        while (first < text.length() && (text.charAt(first) < '0' || text.charAt(first) > '9')) {
            first++;
        }
        return first + 1 >= text.length() || text.charAt(first) != '0';
    }

    private static @Nullable Long bool(OptionValue value) {
        if (value instanceof IntLiteral number && !number.negative()) {
            return number.magnitude() == 0 || number.magnitude() == 1 ? (Long) number.magnitude() : null;
        }
        if (value instanceof IdentLiteral ident && !ident.negative()) {
            return switch (ident.text()) {
                case "true", "True", "t" -> 1L;
                case "false", "False", "f" -> 0L;
                default -> null;
            };
        }
        return null;
    }

    private static @Nullable Long enumValue(EnumSymbol type, OptionValue value) {
        if (value instanceof IdentLiteral ident && !ident.negative()) {
            EnumValueSymbol found = type.value(ident.text());
            return found == null ? null : (Long) (long) found.number;
        }
        if (value instanceof IntLiteral literal) {
            Long number = ScalarOptions.inRange(Type.TYPE_INT32, literal);
            return number == null || (type.isClosed() && type.value(number) == null) ? null : number;
        }
        return null;
    }

    private Failed wrong(Context context, FieldSymbol field, OptionValue value) {
        Type type = ScalarOptions.typeOf(field);
        if (type == Type.TYPE_ENUM) {
            EnumSymbol enumeration = LinkedTypes.enumeration(field);
            String closest = value instanceof IdentLiteral ident
                    ? Suggestions.closest(
                            ident.text(),
                            enumeration.values.stream().map(each -> each.name).toList())
                    : null;
            return fail(
                    context,
                    value.span(),
                    "\"" + field.name + "\" needs a value of the enum \"" + enumeration.fullName + "\"",
                    closest == null ? null : "did you mean " + closest + "?");
        }
        String range =
                ScalarTypes.isSigned(type) || ScalarTypes.isUnsigned(type) ? ", from " + ScalarOptions.range(type) : "";
        return fail(
                context,
                value.span(),
                "\"" + field.name + "\" needs a value of type " + ScalarTypes.word(type) + range,
                null);
    }

    private static void completeMapEntry(MessageValue entry) {
        for (FieldSymbol field : entry.type.fields) {
            if (!entry.has(field)) {
                entry.put(field, LinkedTypes.defaultValue(field));
            }
        }
    }

    private static boolean isAny(MessageSymbol type) {
        return type.fullName.equals("google.protobuf.Any");
    }

    private void any(Context context, MessageValue message, MessageLiteral.Entry entry, String path) throws Failed {
        FieldSymbol url = message.type.field("type_url");
        FieldSymbol bytes = message.type.field("value");
        if (!isAny(message.type) || url == null || bytes == null) {
            throw fail(
                    context,
                    entry.nameSpan(),
                    "\"" + message.type.fullName + "\" is not google.protobuf.Any, it has no type URL",
                    null);
        }
        int slash = entry.name().lastIndexOf('/');
        String prefix = entry.name().substring(0, slash + 1);
        String name = entry.name().substring(slash + 1);
        if (!prefix.equals("type.googleapis.com/") && !prefix.equals("type.googleprod.com/")) {
            throw fail(
                    context,
                    entry.nameSpan(),
                    "\"" + entry.name() + "\" is no type URL that is known here",
                    "begin it with type.googleapis.com/");
        }
        if (!(names.find(name, true) instanceof MessageSymbol type)) {
            throw fail(context, entry.nameSpan(), "there is no message \"" + name + "\" to put into an Any", null);
        }
        if (!(entry.value() instanceof MessageLiteral literal)) {
            throw fail(context, entry.value().span(), "an Any needs { … }", null);
        }
        if (message.has(url)) {
            throw fail(context, entry.nameSpan(), "an Any holds one message", null);
        }
        MessageValue content = message(context, type, literal, path + "." + name);
        requireComplete(context, content, literal.span());
        message.put(url, (prefix + name).getBytes(StandardCharsets.UTF_8));
        byte[] serialized = content.toBytes(false);
        if (serialized.length > 0) {
            message.put(bytes, serialized);
        }
    }
}
