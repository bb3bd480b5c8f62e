package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Label;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The text format between the braces of an option's value, read from the tokens of the file.
 *
 * <p>The reference compiler hands these tokens to its text format parser only when it interprets the option, after all
 * names are known; so an error here is no syntax error of the file but a {@linkplain MessageLiteral#flaw() flaw} of the
 * literal, which the interpreter of options reports when it comes to it.
 */
final class AggregateParser {
    /** How deep messages may nest inside the outermost one: beyond it descriptors can't be parsed again. */
    static final int MAX_DEPTH = 99;

    private final TokenCursor cursor;
    private final Literals literals;
    private int depth;

    private AggregateParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.literals = new Literals(cursor);
    }

    /** Parses the tokens {@code [start, end)}, braces included, and leaves the cursor at {@code end}. */
    static MessageLiteral parse(TokenCursor file, int start, int end) {
        Diagnostics found = new Diagnostics();
        TokenCursor cursor = file.excerpt(start + 1, endOfText(file, start + 1, end - 1), found);
        AggregateParser parser = new AggregateParser(cursor);
        Span span = file.span(start).to(file.span(end - 1));
        try {
            List<MessageLiteral.Entry> entries = new ArrayList<>();
            while (!cursor.atEnd()) {
                entries.add(parser.entry());
            }
            if (!found.hasErrors()) {
                return new MessageLiteral(span, entries, null);
            }
        } catch (GiveUp e) {
            // its reason is in found
        }
        return new MessageLiteral(span, List.of(), atOpening(found.all().get(0), span));
    }

    /** The reference compiler reports flaws at the line of the opening brace; the culprit becomes a label where it must. */
    private static Diagnostic atOpening(Diagnostic flaw, Span literal) {
        Span culprit = flaw.span();
        if (culprit == null || culprit.line() == literal.line()) {
            return flaw;
        }
        Span opening = new Span(literal.file(), literal.start(), literal.start() + 1);
        return new Diagnostic(
                flaw.severity(),
                flaw.code(),
                flaw.message(),
                opening,
                List.of(new Label(culprit, "here")),
                flaw.help());
    }

    /** Text format knows comments that begin with '#'; since tokens are handed over on one line, nothing follows one. */
    private static int endOfText(TokenCursor file, int start, int end) {
        for (int i = start; i < end; i++) {
            Token token = file.tokens().get(i);
            if (token.end() == token.start() + 1 && file.file().byteAt(token.start()) == '#') {
                return i;
            }
        }
        return end;
    }

    private MessageLiteral.Entry entry() throws GiveUp {
        int start = cursor.index();
        MessageLiteral.Kind kind = MessageLiteral.Kind.FIELD;
        String name;
        if (cursor.accept("[")) {
            name = bracketedName();
            kind = name.indexOf('/') >= 0 ? MessageLiteral.Kind.ANY : MessageLiteral.Kind.EXTENSION;
        } else {
            name = cursor.ident("the name of a field").text();
        }
        Span nameSpan = cursor.since(start);
        boolean colon = cursor.accept(":");
        if (!colon && !cursor.at("{") && !cursor.at("<") && !cursor.at("[")) {
            throw cursor.expected("':'", null);
        }
        OptionValue value = cursor.at("[") ? list(colon) : value();
        Span span = cursor.since(start);
        if (!cursor.accept(";")) {
            cursor.accept(",");
        }
        return new MessageLiteral.Entry(span, kind, nameSpan, name, colon, value);
    }

    private String bracketedName() throws GiveUp {
        StringBuilder name = new StringBuilder(
                cursor.ident("the name of an extension or a type URL").text());
        while (!cursor.accept("]")) {
            if (!cursor.at(".") && !cursor.at("/") && !cursor.at("-") && !cursor.at(Token.Kind.IDENTIFIER)) {
                throw cursor.expected("']'", null);
            }
            name.append(cursor.text());
            cursor.next();
        }
        return name.toString();
    }

    private OptionValue list(boolean colon) throws GiveUp {
        int start = cursor.index();
        cursor.expect("[");
        List<OptionValue> values = new ArrayList<>();
        if (!cursor.accept("]")) {
            do {
                if (!colon && !cursor.at("{") && !cursor.at("<")) {
                    throw cursor.expected("a message, since there is no ':' before the list", null);
                }
                values.add(value());
            } while (cursor.accept(","));
            cursor.expect("]");
        }
        return new ListLiteral(cursor.since(start), values);
    }

    private OptionValue value() throws GiveUp {
        if (cursor.at("{") || cursor.at("<")) {
            return message();
        }
        int start = cursor.index();
        boolean negative = cursor.accept("-");
        Token.Kind kind = cursor.current().kind();
        if (kind == Token.Kind.INTEGER || kind == Token.Kind.FLOAT) {
            return literals.number(start, negative);
        }
        if (kind == Token.Kind.IDENTIFIER) {
            return word(start, negative);
        }
        if (kind == Token.Kind.STRING && !negative) {
            return literals.string("a string", null);
        }
        throw cursor.expected(negative ? "a number" : "a value", null);
    }

    private OptionValue word(int start, boolean negative) throws GiveUp {
        String text = cursor.text();
        if (negative && !isSpecialNumber(Names.asciiLower(text))) {
            throw cursor.expected("a number", null);
        }
        cursor.next();
        return new IdentLiteral(cursor.since(start), negative, text);
    }

    private static boolean isSpecialNumber(String lower) {
        return lower.equals("inf") || lower.equals("infinity") || lower.equals("nan");
    }

    private MessageLiteral message() throws GiveUp {
        int start = cursor.index();
        String close = cursor.at("<") ? ">" : "}";
        if (++depth > MAX_DEPTH) {
            throw cursor.fail(
                    "nested-too-deeply",
                    "messages in options nest " + MAX_DEPTH + " deep at most",
                    "flatten the value");
        }
        cursor.next();
        List<MessageLiteral.Entry> entries = new ArrayList<>();
        while (!cursor.at("}") && !cursor.at(">")) {
            entries.add(entry());
        }
        cursor.expect(close);
        depth--;
        return new MessageLiteral(cursor.since(start), entries, null);
    }
}
