package dev.proto2ffi.core.syntax;

/** {@code export} and {@code local}, from edition 2024 on. */
final class VisibilityParser {
    private final TokenCursor cursor;
    private final Dialect dialect;

    VisibilityParser(TokenCursor cursor, Dialect dialect) {
        this.cursor = cursor;
        this.dialect = dialect;
    }

    /** Consumes the keyword, if there is one, and checks that a message or an enum follows. */
    Visibility parse() throws GiveUp {
        if (dialect != Dialect.EDITION_2024) {
            return Visibility.UNSET;
        }
        Visibility visibility = Visibility.UNSET;
        if (cursor.at("export")) {
            visibility = Visibility.EXPORT;
        } else if (cursor.at("local")) {
            visibility = Visibility.LOCAL;
        } else {
            return visibility;
        }
        cursor.next();
        if (!cursor.at("message") && !cursor.at("enum")) {
            throw cursor.expected(
                    "'message' or 'enum'",
                    "from edition 2024 on, export and local are keywords that stand before messages and enums only");
        }
        return visibility;
    }
}
