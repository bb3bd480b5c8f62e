package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code extensions} and {@code reserved}: lists of number ranges and of names. */
final class RangeParser {
    private final TokenCursor cursor;
    private final Literals literals;
    private final OptionParser options;
    private final Dialect dialect;

    RangeParser(TokenCursor cursor, Literals literals, OptionParser options, Dialect dialect) {
        this.cursor = cursor;
        this.literals = literals;
        this.options = options;
        this.dialect = dialect;
    }

    ExtensionsNode extensions() throws GiveUp {
        int start = cursor.index();
        cursor.expect("extensions");
        List<NumberRange> ranges = new ArrayList<>(1);
        do {
            ranges.add(range(false, "a field number or a range of them"));
        } while (cursor.accept(","));
        CompactOptions compact = options.bracketed();
        cursor.expectSemicolon();
        return new ExtensionsNode(cursor.since(start), ranges, compact);
    }

    /** @param signed whether the numbers are those of enum values */
    ReservedNode reserved(boolean signed) throws GiveUp {
        int start = cursor.index();
        cursor.expect("reserved");
        List<NumberRange> ranges = new ArrayList<>();
        List<ReservedNode.ReservedName> names = new ArrayList<>();
        if (cursor.at(Token.Kind.STRING)) {
            if (dialect.editions()) {
                throw cursor.fail(
                        "reserved-name-form", "in editions, reserved names are identifiers", "drop the quotes");
            }
            do {
                names.add(quotedName());
            } while (cursor.accept(","));
        } else if (cursor.at(Token.Kind.IDENTIFIER)) {
            if (!dialect.editions()) {
                throw cursor.fail(
                        "reserved-name-form",
                        "reserved names are string literals before editions",
                        "write reserved \"" + cursor.text() + "\"");
            }
            do {
                Ident name = cursor.ident("the name of a field to reserve");
                names.add(new ReservedNode.ReservedName(name.span(), name.text(), false));
            } while (cursor.accept(","));
        } else {
            String what = signed ? "a number to reserve" : "a field name or number to reserve";
            do {
                ranges.add(range(signed, what));
                what = "a number or a range of them";
            } while (cursor.accept(","));
        }
        cursor.expectSemicolon();
        return new ReservedNode(cursor.since(start), ranges, names);
    }

    private ReservedNode.ReservedName quotedName() throws GiveUp {
        StringLiteral literal = literals.string("the name of a field, in quotes", null);
        String name = new String(literal.bytes(), StandardCharsets.UTF_8);
        if (!Names.isIdentifier(name)) {
            cursor.report(Diagnostic.warning(
                    "reserved-name-form", literal.span(), "reserved name \"" + name + "\" is no identifier"));
        }
        return new ReservedNode.ReservedName(literal.span(), name, true);
    }

    private NumberRange range(boolean signed, String what) throws GiveUp {
        int start = cursor.index();
        IntLiteral first = signed ? literals.signedInt32(what) : literals.int32(what);
        IntLiteral last = null;
        @Nullable Span max = null;
        if (cursor.accept("to")) {
            if (cursor.accept("max")) {
                max = cursor.previous();
            } else {
                last = signed ? literals.signedInt32("an integer or max") : literals.int32("an integer or max");
            }
        }
        return new NumberRange(cursor.since(start), first, last, max);
    }
}
