package dev.proto2ffi.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.Protoc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with syntax errors: what we say, and that protoc's first error is on the same line. */
class SyntaxCasesTest {
    static List<Path> schemas() throws IOException {
        return Cases.schemas("syntax");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void saysWhatIsWrong(Path schema) throws IOException {
        StringBuilder said = new StringBuilder();
        TextRenderer renderer = new TextRenderer(TextStyle.PLAIN);
        for (Diagnostic diagnostic : parse(schema).all()) {
            said.append(renderer.render(diagnostic));
        }
        Cases.check(schema, ".stderr", said.toString());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void findsTheFirstErrorOnTheLineWhereProtocFindsIt(Path schema, @TempDir Path folder) throws IOException {
        String name = schema.getFileName().toString();
        Protoc.Outcome theirs = Protoc.compile(
                folder, List.of(schema.getParent().toAbsolutePath(), Schemas.wellKnown(folder)), List.of(name));
        Diagnostics ours = parse(schema);
        assertThat(theirs.accepted()).as("protoc accepts it").isFalse();
        assertThat(ours.hasErrors()).as("protoc says %s", theirs.messages()).isTrue();
        if (theirs.firstErrorLine() > 0) {
            assertThat(firstErrorLine(ours))
                    .as("protoc says %s", theirs.messages())
                    .isEqualTo(theirs.firstErrorLine());
        }
    }

    @Test
    void manyCasesAreThere() throws IOException {
        assertThat(schemas()).hasSizeGreaterThan(150);
    }

    private static Diagnostics parse(Path schema) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        String name = schema.getFileName().toString();
        Parser.parse(SourceFile.of(name, name, Files.readAllBytes(schema)), diagnostics);
        return diagnostics;
    }

    static int firstErrorLine(Diagnostics diagnostics) {
        for (Diagnostic diagnostic : diagnostics.all()) {
            if (diagnostic.severity() == Severity.ERROR && diagnostic.span() != null) {
                return diagnostic.span().line();
            }
        }
        return 0;
    }
}
