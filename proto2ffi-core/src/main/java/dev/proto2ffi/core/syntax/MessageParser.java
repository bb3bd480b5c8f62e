package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages, oneofs and extends. */
final class MessageParser {
    /** How deep messages and groups may nest, as in the reference compiler. */
    static final int MAX_DEPTH = 31;

    private final TokenCursor cursor;
    private final Statements statements;
    private final Literals literals;
    private final OptionParser options;
    private final RangeParser ranges;
    private final TypeParser types;
    private final VisibilityParser visibilities;
    private final EnumParser enums;
    private final FieldParser fields;
    private int depth;

    MessageParser(TokenCursor cursor, Statements statements, Dialect dialect) {
        this.cursor = cursor;
        this.statements = statements;
        this.literals = new Literals(cursor);
        this.options = new OptionParser(cursor, literals);
        this.ranges = new RangeParser(cursor, literals, options, dialect);
        this.types = new TypeParser(cursor);
        this.visibilities = new VisibilityParser(cursor, dialect);
        this.enums = new EnumParser(cursor, literals, statements, options, ranges);
        FieldOptionParser fieldOptions = new FieldOptionParser(cursor, literals, options);
        this.fields = new FieldParser(cursor, literals, types, fieldOptions, dialect, () -> body("the group"));
    }

    OptionParser options() {
        return options;
    }

    Literals literals() {
        return literals;
    }

    TypeParser types() {
        return types;
    }

    EnumParser enums() {
        return enums;
    }

    MessageNode message(Visibility visibility, @Nullable Span visibilitySpan) throws GiveUp {
        int start = cursor.index();
        if (depth >= MAX_DEPTH) {
            throw tooDeep();
        }
        cursor.expect("message");
        Ident name = cursor.ident("the name of the message");
        Body body = body("message " + name.text());
        return new MessageNode(cursor.since(start), visibility, visibilitySpan, name, body);
    }

    ExtendNode extend() throws GiveUp {
        int start = cursor.index();
        cursor.expect("extend");
        TypeName extendee = types.message();
        Body body = statements.body("the extend", false, into -> fields.field(FieldParser.Place.EXTEND, into));
        return new ExtendNode(cursor.since(start), extendee, body);
    }

    private Body body(String owner) throws GiveUp {
        if (depth >= MAX_DEPTH) {
            throw tooDeep();
        }
        depth++;
        try {
            return statements.body(owner, true, this::statement);
        } finally {
            depth--;
        }
    }

    private GiveUp tooDeep() {
        return cursor.fail(
                "nested-too-deeply",
                "messages nest " + MAX_DEPTH + " deep at most",
                "declare the inner messages beside the outer ones");
    }

    private void statement(List<Declaration> into) throws GiveUp {
        if (statements.empty(into)) {
            return;
        }
        int start = cursor.index();
        Visibility visibility = visibilities.parse();
        Span visibilitySpan = visibility == Visibility.UNSET ? null : cursor.span(start);
        if (cursor.at("message")) {
            into.add(message(visibility, visibilitySpan));
        } else if (cursor.at("enum")) {
            into.add(enums.enumeration(visibility, visibilitySpan));
        } else if (cursor.at("extensions")) {
            into.add(ranges.extensions());
        } else if (cursor.at("reserved")) {
            into.add(ranges.reserved(false));
        } else if (cursor.at("extend")) {
            into.add(extend());
        } else if (cursor.at("option")) {
            into.add(options.statement());
        } else if (cursor.at("oneof")) {
            into.add(oneof());
        } else {
            fields.field(FieldParser.Place.MESSAGE, into);
        }
    }

    private OneofNode oneof() throws GiveUp {
        int start = cursor.index();
        cursor.expect("oneof");
        Ident name = cursor.ident("the name of the oneof");
        Body body = statements.body("oneof " + name.text(), false, into -> {
            if (cursor.at("option")) {
                into.add(options.statement());
            } else {
                fields.field(FieldParser.Place.ONEOF, into);
            }
        });
        return new OneofNode(cursor.since(start), name, body);
    }
}
