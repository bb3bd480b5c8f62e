package dev.proto2ffi.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.Span;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
    @Test
    void givesPlacesLabelsAndHelpOnOneLine() {
        SourceFile file = SourceFile.of("a.proto", "message A {}\nmessage A {}\n");
        Diagnostic diagnostic = Diagnostic.error("duplicate", new Span(file, 21, 22), "\"A\" is there twice")
                .withLabel(new Span(file, 8, 9), "first")
                .withHelp("rename one");

        assertThat(new JsonRenderer().render(diagnostic))
                .isEqualTo(
                        "{\"severity\": \"error\", \"code\": \"duplicate\", \"message\": \"\\\"A\\\" is there twice\", "
                                + "\"file\": \"a.proto\", \"line\": 2, \"column\": 9, \"end_line\": 2, \"end_column\": 10, "
                                + "\"labels\": [{\"message\": \"first\", \"file\": \"a.proto\", \"line\": 1, \"column\": 9, "
                                + "\"end_line\": 1, \"end_column\": 10}], \"help\": \"rename one\"}\n");
    }

    @Test
    void leavesOutWhatThereIsNot() {
        assertThat(new JsonRenderer().render(Diagnostic.note("n", null, "m")))
                .isEqualTo("{\"severity\": \"note\", \"code\": \"n\", \"message\": \"m\", \"labels\": []}\n");
    }

    @Test
    void staysOnOneLineAndWellFormedForAnyText() {
        String nasty = "\n\r\t\"\\\u0000\u001B\u2028\uD800\u202E\uDBFF\uDFFFé日";
        String json = new JsonRenderer().render(Diagnostic.error("c", null, nasty));

        assertThat(json.lines()).hasSize(1);
        assertThat(json)
                .contains("\"\\n\\u000D\\t\\\"\\\\\\u0000\\u001B\\u2028\\uD800\\u202E")
                .contains("é日\"");
    }
}
