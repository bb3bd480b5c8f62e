package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong snippet of each language is found, at the line of the page that is wrong. */
class FailuresTest {
    private static final String SCHEMA = """
            <!-- hidden proto: file=geo.proto
            package geo;
            message Point { double x = 1; double y = 2; }
            -->
            """;

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | proto   | 'message A {\n  Missing m = 1;\n}'                      | 'p.md:8:.*Missing.*'",
                "''                              | proto   | '\n\nmessage lower_case { int32 a = 1; int32 a = 2; }' | 'p.md:9:.*\"?a\"?.*'",
                "''                              | java    | 'Point p = null;\np.z();'                             | 'p.md:8: .*z\\(\\).*'",
                "with=\"Point p\"                | java    | 'double x = p.x();\nint y = p.y();'                   | 'p.md:8: .*double.*int.*'",
                "run                             | java    | 'throw new IllegalStateException(\"no\");'            | 'p.md:7: .*IllegalStateException: no.*'",
                "'wrap=method with=\"geo_Point *p\"' | c   | 'p->x = 1;\np->z = 2;'                                | '.*p.md:8:\\d+: error.*z.*'",
                "'wrap=method with=\"p: &Point\"' | rust   | 'let x = p.x;\nlet z: f64 = p.z;'                     | '.*p.md:8:\\d+.*'",
                "''                              | sh      | 'echo said\nfalse'                                    | 'p.md:7: it ends with 1 instead of 0\nsaid'",
                "''                              | json    | '{\"a\": }'                                           | 'p.md:7: .*'",
                "''                              | xml     | '<dependencys/>'                                      | 'p.md:7: .*dependencys.*'",
                "''                              | xml     | '<build><plugins><plugin><groupId>dev.proto2ffi</groupId><artifactId>proto2ffi-maven-plugin</artifactId><configuration><nonsense/></configuration></plugin></plugins></build>' | 'p.md:7: .*parameter nonsense.*'",
                "file=geo.options                | options | 'geo.Point align:64\ngeo.Line align:64'               | '.*p.md:8:.*geo.Line.*'",
                "of=c/geo.p2f.h                  | c       | 'double z;'                                           | 'p.md:7: c/geo.p2f.h has no such line.*double z;'",
                "'checked by NoSuchTest'         | text    | 'anything'                                            | 'p.md:7: there is no test NoSuchTest'",
                "''                              | text    | 'anything'                                            | 'p.md:7: no command right before it.*'",
                "''                              | cobol   | 'anything'                                            | 'p.md:7: nobody here knows the language cobol.*'",
            })
    void isToldWithItsPlace(String mark, String language, String text, String message) throws IOException {
        Page page = page(mark, language, text);
        Workshop workshop = new Workshop(page, scratch);
        assertThatThrownBy(() -> Runners.run(page.snippets().get(1), workshop))
                .isInstanceOf(AssertionError.class)
                .message()
                .containsPattern("(?s)^" + message + "$");
    }

    @Test
    void anotherOutputIsTold() throws IOException {
        Page page = Page.of("p.md", "```sh\necho one\n```\n```text\ntwo\n```\n");
        Workshop workshop = new Workshop(page, scratch);
        assertThatThrownBy(() -> Runners.run(page.snippets().get(0), workshop))
                .hasMessageStartingWith("p.md:5: the snippet at line 2 prints something else")
                .hasMessageContaining("--- printed\none");
    }

    @Test
    void whatShouldFailAndDoesNotIsTold() throws IOException {
        Page page = page("fails", "proto", "message A {}");
        Workshop workshop = new Workshop(page, scratch);
        assertThatThrownBy(() -> Runners.run(page.snippets().get(1), workshop))
                .hasMessage("p.md:7: the compiler should refuse this, and doesn't");
    }

    @Test
    void goodOnesPass() throws IOException {
        Page page = page("run", "java", "try (Arena arena = Arena.ofConfined()) { Point.allocate(arena).x(1); }");
        Workshop workshop = new Workshop(page, scratch);
        assertThatCode(() -> Runners.run(page.snippets().get(1), workshop)).doesNotThrowAnyException();
    }

    /** The snippet's text begins on line 7. */
    private static Page page(String mark, String language, String text) {
        String comment = mark.isEmpty() ? "\n" : "<!-- snippet: " + mark + " -->\n";
        return Page.of("p.md", SCHEMA + comment + "```" + language + "\n" + text + "\n```\n");
    }
}
