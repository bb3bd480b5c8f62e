package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options, as statements and in brackets, with all forms of their values. */
final class OptionParser {
    private final TokenCursor cursor;
    private final Literals literals;

    OptionParser(TokenCursor cursor, Literals literals) {
        this.cursor = cursor;
        this.literals = literals;
    }

    /** {@code option name = value;}. */
    OptionNode statement() throws GiveUp {
        int start = cursor.index();
        cursor.expect("option");
        List<OptionNode.NamePart> name = name();
        OptionValue value = assigned();
        cursor.expectSemicolon();
        return new OptionNode(cursor.since(start), name, value);
    }

    /** One item of a bracketed list. */
    OptionNode item() throws GiveUp {
        int start = cursor.index();
        List<OptionNode.NamePart> name = name();
        OptionValue value = assigned();
        return new OptionNode(cursor.since(start), name, value);
    }

    /** {@code [a = 1, b = 2]}, or null where no bracket opens. */
    @Nullable CompactOptions bracketed() throws GiveUp {
        if (!cursor.at("[")) {
            return null;
        }
        int start = cursor.index();
        cursor.next();
        List<OptionNode> options = new ArrayList<>();
        do {
            options.add(item());
        } while (cursor.accept(","));
        closeBracket(start);
        return new CompactOptions(cursor.since(start), options);
    }

    /** Consumes the bracket that closes the list of options opened by token {@code start}. */
    void closeBracket(int start) throws GiveUp {
        if (cursor.accept("]")) {
            return;
        }
        cursor.report(
                Diagnostic.error("unexpected-token", cursor.here(), "expected ',' or ']', found " + cursor.found())
                        .withLabel(cursor.span(start), "the list of options opens here"));
        throw GiveUp.INSTANCE;
    }

    private List<OptionNode.NamePart> name() throws GiveUp {
        List<OptionNode.NamePart> parts = new ArrayList<>(2);
        do {
            parts.add(namePart());
        } while (cursor.accept("."));
        return parts;
    }

    private OptionNode.NamePart namePart() throws GiveUp {
        int start = cursor.index();
        if (!cursor.accept("(")) {
            Ident ident = cursor.ident("the name of an option");
            return new OptionNode.NamePart(ident.span(), ident.text(), false);
        }
        StringBuilder name = new StringBuilder();
        if (cursor.at(Token.Kind.IDENTIFIER)) {
            name.append(cursor.text());
            cursor.next();
        }
        while (cursor.accept(".")) {
            name.append('.').append(cursor.ident("an identifier").text());
        }
        cursor.expect(")");
        return new OptionNode.NamePart(cursor.since(start), name.toString(), true);
    }

    private OptionValue assigned() throws GiveUp {
        if (!cursor.accept("=")) {
            throw cursor.expected("'='", cursor.at(":") ? "options are assigned with '='" : null);
        }
        int start = cursor.index();
        boolean negative = cursor.accept("-");
        switch (cursor.current().kind()) {
            case IDENTIFIER:
                return word(start, negative);
            case INTEGER:
                if (literals.fits(negative ? Long.MIN_VALUE : -1)) {
                    return literals.integer(start, negative, -1, "an integer");
                }
                return literals.real(start, negative);
            case FLOAT:
                return literals.number(start, negative);
            case STRING:
                if (negative) {
                    throw cursor.fail("misplaced-minus", "a string takes no '-'", null);
                }
                return literals.string("a string", null);
            case SYMBOL:
                if (cursor.at("{")) {
                    return aggregate(negative);
                }
                break;
            default:
                break;
        }
        String help = cursor.at("[")
                ? "set a repeated option once for each element, or inside { } of the message that holds it"
                : cursor.at("<") ? "write a message as { … }" : null;
        throw cursor.expected("the value of the option", help);
    }

    private OptionValue word(int start, boolean negative) throws GiveUp {
        String text = cursor.text();
        if (negative && !text.equals("inf") && !text.equals("nan")) {
            throw cursor.fail("misplaced-minus", "'-' may stand before a number, inf or nan only", null);
        }
        cursor.next();
        return new IdentLiteral(cursor.since(start), negative, text);
    }

    /** The braces are balanced first; what stands between them is text format, a grammar of its own. */
    private OptionValue aggregate(boolean negative) throws GiveUp {
        if (negative) {
            throw cursor.fail("misplaced-minus", "a message takes no '-'", null);
        }
        int start = cursor.index();
        Span opening = cursor.here();
        cursor.next();
        int depth = 1;
        while (depth > 0) {
            if (cursor.atEnd()) {
                cursor.report(Diagnostic.error(
                                "unexpected-end",
                                cursor.here(),
                                "the file ends inside the value of an option, which lacks its '}'")
                        .withLabel(opening, "opened here"));
                throw GiveUp.INSTANCE;
            }
            if (cursor.at("{")) {
                depth++;
            } else if (cursor.at("}")) {
                depth--;
            }
            cursor.next();
        }
        return AggregateParser.parse(cursor, start, cursor.index());
    }
}
