package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bracketed options of a field, among which {@code default} and {@code json_name} are no true options. */
final class FieldOptionParser {
    private final TokenCursor cursor;
    private final Literals literals;
    private final OptionParser options;

    FieldOptionParser(TokenCursor cursor, Literals literals, OptionParser options) {
        this.cursor = cursor;
        this.literals = literals;
        this.options = options;
    }

    /** @param type the field's type, on which the form of its default depends; null for a map */
    @Nullable CompactOptions bracketed(@Nullable TypeName type) throws GiveUp {
        return bracketed(type, false);
    }

    /** The options of a group. */
    @Nullable CompactOptions bracketedOfMessage() throws GiveUp {
        return bracketed(null, true);
    }

    private @Nullable CompactOptions bracketed(@Nullable TypeName type, boolean message) throws GiveUp {
        if (!cursor.at("[")) {
            return null;
        }
        int start = cursor.index();
        cursor.next();
        List<OptionNode> list = new ArrayList<>();
        do {
            if (cursor.at("default")) {
                refuseSecond(list, "default");
                list.add(defaultValue(type, message));
            } else if (cursor.at("json_name")) {
                refuseSecond(list, "json_name");
                list.add(jsonName());
            } else {
                list.add(options.item());
            }
        } while (cursor.accept(","));
        options.closeBracket(start);
        return new CompactOptions(cursor.since(start), list);
    }

    private void refuseSecond(List<OptionNode> list, String name) {
        for (OptionNode option : list) {
            if (option.name().size() == 1
                    && !option.name().get(0).extension()
                    && option.name().get(0).name().equals(name)) {
                cursor.report(Diagnostic.error("duplicate-option", cursor.here(), name + " is already set")
                        .withLabel(option.span(), "set here"));
                return;
            }
        }
    }

    private OptionNode jsonName() throws GiveUp {
        int start = cursor.index();
        List<OptionNode.NamePart> name = plainName();
        cursor.expect("=");
        OptionValue value = literals.string("the JSON name, in quotes", null);
        return new OptionNode(cursor.since(start), name, value);
    }

    private List<OptionNode.NamePart> plainName() {
        OptionNode.NamePart part = new OptionNode.NamePart(cursor.here(), cursor.text(), false);
        cursor.next();
        return List.of(part);
    }

    private OptionNode defaultValue(@Nullable TypeName type, boolean message) throws GiveUp {
        int start = cursor.index();
        List<OptionNode.NamePart> name = plainName();
        cursor.expect("=");
        if (message) {
            throw cursor.fail("default-of-message", "messages have no default values", null);
        }
        OptionValue value = type != null && type.scalar() ? scalar(type.text()) : oneToken();
        return new OptionNode(cursor.since(start), name, value);
    }

    private OptionValue scalar(String type) throws GiveUp {
        int start = cursor.index();
        switch (type) {
            case "int32", "sint32", "sfixed32":
                return signed(start, Integer.MAX_VALUE);
            case "int64", "sint64", "sfixed64":
                return signed(start, Long.MAX_VALUE);
            case "uint32", "fixed32":
                return unsigned(start, 0xFFFFFFFFL);
            case "uint64", "fixed64":
                return unsigned(start, -1);
            case "float", "double":
                return real(start);
            case "bool":
                if (!cursor.at("true") && !cursor.at("false")) {
                    throw cursor.expected("true or false", null);
                }
                return oneToken();
            default:
                return literals.string("a string as default value", null);
        }
    }

    private OptionValue signed(int start, long max) throws GiveUp {
        boolean negative = cursor.accept("-");
        return literals.integer(start, negative, negative ? max + 1 : max, "an integer as default value");
    }

    private OptionValue unsigned(int start, long max) throws GiveUp {
        if (cursor.at("-")) {
            cursor.error("negative-default", cursor.here(), "an unsigned field can't have a negative default", null);
            cursor.next();
        }
        return literals.integer(start, false, max, "an integer as default value");
    }

    private OptionValue real(int start) throws GiveUp {
        boolean negative = cursor.accept("-");
        if (cursor.at("inf") || cursor.at("nan")) {
            String text = cursor.text();
            cursor.next();
            return new IdentLiteral(cursor.since(start), negative, text);
        }
        return literals.number(start, negative);
    }

    /** The default of a field whose type is a name is one token; whether it fits is known when the type is. */
    private OptionValue oneToken() throws GiveUp {
        int start = cursor.index();
        switch (cursor.current().kind()) {
            case IDENTIFIER:
                IdentLiteral word = new IdentLiteral(cursor.here(), false, cursor.text());
                cursor.next();
                return word;
            case INTEGER, FLOAT:
                return literals.number(start, false);
            case STRING:
                return literals.singleString();
            default:
                throw cursor.expected("the name of an enum value", null);
        }
    }
}
