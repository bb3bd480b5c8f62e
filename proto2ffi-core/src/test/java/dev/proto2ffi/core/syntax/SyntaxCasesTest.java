package dev.proto2ffi.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextRenderer;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with syntax errors, and what we say to them. */
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
}
