package dev.proto2ffi.core.syntax;

import java.util.Set;

/** Names of types: scalars, messages, enums. */
final class TypeParser {
    private static final Set<String> SCALARS = Set.of(
            "double",
            "float",
            "int32",
            "int64",
            "uint32",
            "uint64",
            "sint32",
            "sint64",
            "fixed32",
            "fixed64",
            "sfixed32",
            "sfixed64",
            "bool",
            "string",
            "bytes");

    private final TokenCursor cursor;

    TypeParser(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** A scalar's word or the name of a message or enum. */
    TypeName any() throws GiveUp {
        if (cursor.at(Token.Kind.IDENTIFIER)) {
            String text = cursor.text();
            if (SCALARS.contains(text)) {
                cursor.next();
                return new TypeName(cursor.previous(), text, true);
            }
        }
        return named();
    }

    /** The name of a message, where a scalar makes no sense. */
    TypeName message() throws GiveUp {
        if (cursor.at(Token.Kind.IDENTIFIER)) {
            String text = cursor.text();
            if (SCALARS.contains(text) || text.equals("group")) {
                cursor.error("unexpected-token", cursor.here(), "expected a message type, found '" + text + "'", null);
                cursor.next();
                return new TypeName(cursor.previous(), text, false);
            }
        }
        return named();
    }

    private TypeName named() throws GiveUp {
        int start = cursor.index();
        StringBuilder name = new StringBuilder();
        if (cursor.accept(".")) {
            name.append('.');
        }
        name.append(cursor.ident("the name of a type").text());
        while (cursor.accept(".")) {
            name.append('.').append(cursor.ident("an identifier").text());
        }
        return new TypeName(cursor.since(start), name.toString(), false);
    }
}
