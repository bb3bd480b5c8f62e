package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Enums and their values. */
final class EnumParser {
    private final TokenCursor cursor;
    private final Literals literals;
    private final Statements statements;
    private final OptionParser options;
    private final RangeParser ranges;

    EnumParser(TokenCursor cursor, Literals literals, Statements statements, OptionParser options, RangeParser ranges) {
        this.cursor = cursor;
        this.literals = literals;
        this.statements = statements;
        this.options = options;
        this.ranges = ranges;
    }

    EnumNode enumeration(Visibility visibility, @Nullable Span visibilitySpan) throws GiveUp {
        int start = cursor.index();
        cursor.expect("enum");
        Ident name = cursor.ident("the name of the enum");
        Body body = statements.body("enum " + name.text(), true, this::statement);
        EnumNode node = new EnumNode(cursor.since(start), visibility, visibilitySpan, name, body);
        checkAlias(node);
        return node;
    }

    private void statement(List<Declaration> into) throws GiveUp {
        if (statements.empty(into)) {
            return;
        }
        if (cursor.at("option")) {
            into.add(options.statement());
        } else if (cursor.at("reserved")) {
            into.add(ranges.reserved(true));
        } else {
            into.add(value());
        }
    }

    private EnumValueNode value() throws GiveUp {
        int start = cursor.index();
        Ident name = cursor.ident("the name of an enum value");
        if (!cursor.accept("=")) {
            throw cursor.fail(
                    "missing-enum-number",
                    "the enum value has no number: expected '=', found " + cursor.found(),
                    "give it one, such as = 0");
        }
        IntLiteral number = literals.signedInt32("the number of the enum value");
        CompactOptions compact = options.bracketed();
        cursor.expectSemicolon();
        return new EnumValueNode(cursor.since(start), name, number, compact);
    }

    /** Options that say nothing are refused, so that no later reader relies on them. */
    private void checkAlias(EnumNode node) {
        OptionNode option = aliasOption(node);
        if (option == null) {
            return;
        }
        boolean allowed =
                option.value() instanceof IdentLiteral word && word.text().equals("true");
        if (!allowed) {
            aliasError(node, option, "allow_alias = false has no effect");
        } else if (!hasAlias(node)) {
            aliasError(node, option, "allow_alias is set but no two values share a number");
        }
    }

    /** The reference compiler complains where it has read on to, behind the enum; the option is the culprit. */
    private void aliasError(EnumNode node, OptionNode option, String message) {
        cursor.report(Diagnostic.error(
                        "pointless-allow-alias",
                        cursor.here(),
                        "enum " + node.name().text() + ": " + message)
                .withLabel(option.span(), "remove this option"));
    }

    private static @Nullable OptionNode aliasOption(EnumNode node) {
        for (Declaration declaration : node.body().declarations()) {
            if (declaration instanceof OptionNode option
                    && option.name().size() == 1
                    && !option.name().get(0).extension()
                    && option.name().get(0).name().equals("allow_alias")) {
                return option;
            }
        }
        return null;
    }

    private static boolean hasAlias(EnumNode node) {
        Map<Long, Ident> seen = new HashMap<>();
        for (Declaration declaration : node.body().declarations()) {
            if (declaration instanceof EnumValueNode value) {
                long number = value.number().negative()
                        ? -value.number().magnitude()
                        : value.number().magnitude();
                if (seen.put(number, value.name()) != null) {
                    return true;
                }
            }
        }
        return false;
    }
}
