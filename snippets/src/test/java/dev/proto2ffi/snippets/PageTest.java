package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void blocksAreCutOutWithTheirPlaces() {
        Page page = Page.of("a.md", """
                # Title

                ```java
                int a;
                ```
                - in a list
                  ```c
                  int b;
                    int c;
                  ```
                """);
        assertThat(page.problems()).isEmpty();
        assertThat(page.snippets()).extracting(Snippet::place).containsExactly("a.md:4", "a.md:8");
        assertThat(page.snippets()).extracting(Snippet::language).containsExactly("java", "c");
        assertThat(page.snippets()).extracting(Snippet::text).containsExactly("int a;\n", "int b;\n  int c;\n");
    }

    @Test
    void aMarkBelongsToTheBlockBehindIt() {
        Page page = Page.of("a.md", """
                <!-- snippet: file=a/B.java wrap=class with="int a, int b"
                int given;
                -->

                ```java
                ```
                ```java
                ```
                """);
        Mark mark = page.snippets().get(0).mark();
        assertThat(mark.words()).containsEntry("file", "a/B.java").containsEntry("with", "int a, int b");
        assertThat(mark.given()).isEqualTo("int given;\n");
        assertThat(mark.givenLine()).isEqualTo(2);
        assertThat(page.snippets().get(1).mark()).isEqualTo(Mark.NONE);
        assertThat(page.problems()).isEmpty();
    }

    @Test
    void aCommentMayBeASnippet() {
        Page page = Page.of("a.md", """
                <!-- hidden proto: file=a.proto
                message A {}
                -->
                """);
        Snippet hidden = page.snippets().get(0);
        assertThat(hidden.language()).isEqualTo("proto");
        assertThat(hidden.text()).isEqualTo("message A {}\n");
        assertThat(hidden.file()).isEqualTo("a.proto");
        assertThat(hidden.place()).isEqualTo("a.md:2");
    }

    @Test
    void textBehindACommandIsItsOutput() {
        Page page = Page.of("a.md", """
                ```sh
                echo a
                ```
                prints
                ```text
                a
                ```
                ```text
                b
                ```
                """);
        assertThat(page.outputOf(page.snippets().get(0)))
                .isSameAs(page.snippets().get(1));
        assertThat(page.printerOf(page.snippets().get(1)))
                .isSameAs(page.snippets().get(0));
        assertThat(page.printerOf(page.snippets().get(2))).isNull();
    }

    @Test
    void aReasonIsKept() {
        assertThat(Mark.parse(" skip because it takes an hour ", "", 1).skip()).isEqualTo("it takes an hour");
        assertThat(Mark.parse("of=a checked by SomeTest ", "", 1).checkedBy()).isEqualTo("SomeTest");
    }

    @Test
    void aMarkMayBeForTheRestOfAPage() {
        Page page = Page.of("a.md", """
                ```c
                ```
                <!-- snippets: checked by SomeTest -->
                ```c
                ```
                <!-- snippet: run -->
                ```c
                ```
                """);
        assertThat(page.snippets())
                .extracting(snippet -> snippet.mark().checkedBy())
                .containsExactly(null, "SomeTest", null);
    }

    @Test
    void whatNobodyCouldFindIsAProblem() {
        Page page = Page.of("a.md", """
                <!-- snippet: wrong=x -->
                <!-- snippet: run -->
                prose

                    indented code

                - a list

                  of more than one line
                <!-- snippet: skip -->
                ```c
                """);
        assertThat(page.problems())
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("a.md:1: the mark says 'wrong=x'"))
                .anyMatch(problem -> problem.startsWith("a.md:3: the mark before this line belongs to no block"))
                .anyMatch(problem -> problem.startsWith("a.md:5: a block by indentation"))
                .anyMatch(problem -> problem.startsWith("a.md:10: the mark says 'skip'"))
                .anyMatch(problem -> problem.startsWith("a.md:11: this block has no end"));
    }
}
