package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/** The first statement of a file: which language it is written in. */
final class SyntaxParser {
    /** @param dialect null where it can't be known, and so the rest of the file can't be read */
    record Result(@Nullable SyntaxNode node, @Nullable Dialect dialect) {}

    private final TokenCursor cursor;

    SyntaxParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    Result parse() {
        if (!cursor.at("syntax") && !cursor.at("edition")) {
            return new Result(null, Dialect.PROTO2);
        }
        try {
            return statement();
        } catch (GiveUp e) {
            return new Result(null, null);
        }
    }

    private Result statement() throws GiveUp {
        int start = cursor.index();
        boolean edition = cursor.at("edition");
        cursor.next();
        cursor.expect("=");
        StringLiteral value = new Literals(cursor)
                .string(edition ? "an edition, such as \"2023\"" : "a syntax, such as \"proto3\"", "put it in quotes");
        if (!cursor.accept(";")) {
            throw cursor.expected("';'", null);
        }
        SyntaxNode node = new SyntaxNode(cursor.since(start), edition, value);
        return new Result(node, edition ? edition(value) : syntax(value));
    }

    private @Nullable Dialect syntax(StringLiteral value) {
        switch (value.text()) {
            case "proto2":
                return Dialect.PROTO2;
            case "proto3":
                return Dialect.PROTO3;
            default:
                cursor.error(
                        "unknown-syntax",
                        firstPart(value),
                        "unknown syntax \"" + value.text() + "\"",
                        "it is \"proto2\" or \"proto3\"; editions are declared with edition = \"2023\";");
                return null;
        }
    }

    /** Whether an edition is supported is for the linker to say; here it decides on the grammar. */
    private @Nullable Dialect edition(StringLiteral value) {
        switch (value.text()) {
            case "LEGACY", "PROTO2", "PROTO3", "1_TEST_ONLY", "2_TEST_ONLY", "2023":
                return Dialect.EDITION_2023;
            case "2024", "2026", "UNSTABLE", "MAX", "99997_TEST_ONLY", "99998_TEST_ONLY", "99999_TEST_ONLY":
                return Dialect.EDITION_2024;
            default:
                cursor.error(
                        "unknown-edition",
                        firstPart(value),
                        "unknown edition \"" + value.text() + "\"",
                        "known are \"2023\" and \"2024\"");
                return null;
        }
    }

    private static Span firstPart(StringLiteral value) {
        return value.parts().get(0);
    }
}
