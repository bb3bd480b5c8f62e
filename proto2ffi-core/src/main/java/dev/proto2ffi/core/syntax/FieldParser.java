package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields, groups and map fields, in messages, oneofs and extends. */
final class FieldParser {
    /** Where a field stands; decides on labels and maps. */
    enum Place {
        MESSAGE,
        ONEOF,
        EXTEND
    }

    /** Parses the body of a group, which is that of a message. */
    @FunctionalInterface
    interface GroupBody {
        Body parse() throws GiveUp;
    }

    private final TokenCursor cursor;
    private final Literals literals;
    private final TypeParser types;
    private final FieldOptionParser options;
    private final Dialect dialect;
    private final GroupBody groupBody;

    FieldParser(
            TokenCursor cursor,
            Literals literals,
            TypeParser types,
            FieldOptionParser options,
            Dialect dialect,
            GroupBody groupBody) {
        this.cursor = cursor;
        this.literals = literals;
        this.types = types;
        this.options = options;
        this.dialect = dialect;
        this.groupBody = groupBody;
    }

    void field(Place place, List<Declaration> into) throws GiveUp {
        int start = cursor.index();
        Label label = place == Place.ONEOF ? refusedLabel() : label();
        if (cursor.at("map") && cursor.nextIs("<")) {
            into.add(map(start, label, place));
            return;
        }
        if (label == null && dialect == Dialect.PROTO2 && place != Place.ONEOF) {
            cursor.error(
                    "missing-label",
                    cursor.here(),
                    "expected 'required', 'optional' or 'repeated', found " + cursor.found(),
                    "fields of proto2 need one of these labels");
        }
        if (cursor.at("group")) {
            into.add(group(start, label));
            return;
        }
        TypeName type = types.any();
        if (!type.scalar() && isLabel(type.text()) && cursor.at(Token.Kind.IDENTIFIER) && !cursor.nextIs("=")) {
            throw cursor.fail("duplicate-label", "a field has one label, not '" + type.text() + "' as well", null);
        }
        Ident name = cursor.ident("the name of the field");
        IntLiteral number = number();
        CompactOptions compact = options.bracketed(type);
        cursor.expectSemicolon();
        into.add(new FieldNode(cursor.since(start), label, type, name, number, compact));
    }

    private IntLiteral number() throws GiveUp {
        if (!cursor.accept("=")) {
            String message = "expected '=' and the number of the field, found " + cursor.found();
            throw cursor.fail("missing-field-number", message, helpForNumber());
        }
        return literals.int32("the number of the field");
    }

    private String helpForNumber() {
        if (cursor.at("[") && cursor.nextKind() == Token.Kind.INTEGER) {
            return "an array is a repeated field: repeated T name = 1;";
        }
        return "each field has a number of its own in its message, such as = 1";
    }

    private static boolean isLabel(String word) {
        return word.equals("optional") || word.equals("repeated") || word.equals("required");
    }

    private @Nullable Label label() {
        Span here = cursor.here();
        Label.Kind kind;
        if (cursor.at("optional")) {
            kind = Label.Kind.OPTIONAL;
        } else if (cursor.at("repeated")) {
            kind = Label.Kind.REPEATED;
        } else if (cursor.at("required")) {
            kind = Label.Kind.REQUIRED;
        } else {
            return null;
        }
        if (dialect.editions() && kind != Label.Kind.REPEATED) {
            cursor.error(
                    "label-in-editions",
                    here,
                    "editions have no label '" + cursor.text() + "'",
                    kind == Label.Kind.OPTIONAL
                            ? "drop it: singular fields have presence unless features.field_presence says otherwise"
                            : "use [features.field_presence = LEGACY_REQUIRED]");
        }
        cursor.next();
        return new Label(here, kind);
    }

    /** Reports a label where none may be, and goes on without it. */
    private @Nullable Label refusedLabel() {
        if (cursor.at("optional") || cursor.at("repeated") || cursor.at("required")) {
            cursor.error(
                    "label-in-oneof",
                    cursor.here(),
                    "fields of a oneof have no labels",
                    cursor.at("repeated") ? "put the repeated field into a message of its own" : "drop it");
            cursor.next();
        }
        return null;
    }

    private MapFieldNode map(int start, @Nullable Label label, Place place) throws GiveUp {
        int typeStart = cursor.index();
        cursor.next();
        if (place == Place.ONEOF) {
            throw cursor.fail("misplaced-map", "a oneof has no map fields", "put the map into a message of its own");
        }
        if (label != null) {
            throw cursor.fail("misplaced-map", "a map field has no label", "drop it");
        }
        if (place == Place.EXTEND) {
            throw cursor.fail("misplaced-map", "an extension can't be a map", "put the map into a message of its own");
        }
        cursor.expect("<");
        TypeName key = mapPart();
        cursor.expect(",");
        TypeName value = mapPart();
        cursor.expect(">");
        Span type = cursor.since(typeStart);
        Ident name = cursor.ident("the name of the field");
        IntLiteral number = number();
        CompactOptions compact = options.bracketed(null);
        cursor.expectSemicolon();
        return new MapFieldNode(cursor.since(start), null, type, key, value, name, number, compact);
    }

    /** {@code group} passes the grammar here as it does in the reference compiler; no rule of the linker lets it live. */
    private TypeName mapPart() throws GiveUp {
        if (cursor.at("group")) {
            throw cursor.expected("a type", "a map holds no groups; declare a message");
        }
        return types.any();
    }

    private GroupNode group(int start, @Nullable Label label) throws GiveUp {
        Span keyword = cursor.here();
        if (dialect.editions()) {
            cursor.error(
                    "group-in-editions",
                    keyword,
                    "editions have no groups",
                    "declare a message and a field of it with [features.message_encoding = DELIMITED]");
        }
        cursor.next();
        Ident name = cursor.ident("the name of the group");
        IntLiteral number = number();
        CompactOptions compact = options.bracketedOfMessage();
        char first = name.text().charAt(0);
        if (first < 'A' || first > 'Z') {
            cursor.error("group-name", name.span(), "the name of a group starts with a capital letter", null);
        }
        if (!cursor.at("{")) {
            throw cursor.expected("'{'", "a group has a body: the fields of its message");
        }
        Body body = groupBody.parse();
        return new GroupNode(cursor.since(start), label, keyword, name, number, compact, body);
    }
}
