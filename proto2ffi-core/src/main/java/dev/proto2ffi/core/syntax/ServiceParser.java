package dev.proto2ffi.core.syntax;

import dev.proto2ffi.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Services and their methods. */
final class ServiceParser {
    private final TokenCursor cursor;
    private final Statements statements;
    private final OptionParser options;
    private final TypeParser types;

    ServiceParser(TokenCursor cursor, Statements statements, OptionParser options, TypeParser types) {
        this.cursor = cursor;
        this.statements = statements;
        this.options = options;
        this.types = types;
    }

    ServiceNode service() throws GiveUp {
        int start = cursor.index();
        cursor.expect("service");
        Ident name = cursor.ident("the name of the service");
        Body body = statements.body("service " + name.text(), true, this::statement);
        return new ServiceNode(cursor.since(start), name, body);
    }

    private void statement(List<Declaration> into) throws GiveUp {
        if (statements.empty(into)) {
            return;
        }
        into.add(cursor.at("option") ? options.statement() : method());
    }

    private MethodNode method() throws GiveUp {
        int start = cursor.index();
        cursor.expect("rpc", "a service holds options and methods: rpc Name (Request) returns (Response);");
        Ident name = cursor.ident("the name of the method");
        cursor.expect("(");
        Span inputStream = stream();
        TypeName input = types.message();
        cursor.expect(")");
        cursor.expect("returns");
        cursor.expect("(");
        Span outputStream = stream();
        TypeName output = types.message();
        cursor.expect(")");
        Body body = null;
        if (cursor.at("{")) {
            body = statements.body("method " + name.text(), true, into -> {
                if (!statements.empty(into)) {
                    into.add(options.statement());
                }
            });
        } else {
            cursor.expectSemicolon();
        }
        return new MethodNode(cursor.since(start), name, inputStream, input, outputStream, output, body);
    }

    private @Nullable Span stream() {
        Span here = cursor.here();
        return cursor.accept("stream") ? here : null;
    }
}
