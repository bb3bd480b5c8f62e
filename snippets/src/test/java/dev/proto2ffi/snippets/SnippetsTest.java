package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of every page; {@code -Dsnippets.page=docs/memory.md} takes those of one page. */
class SnippetsTest {
    private static final List<String> SKIPPED = new ArrayList<>();
    private static int all;

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicContainer> snippetsDoWhatThePageSays() throws IOException {
        String only = System.getProperty("snippets.page", "");
        List<DynamicContainer> pages = new ArrayList<>();
        for (Path file : Project.pages()) {
            Page page = Page.read(Project.ROOT, file);
            if (only.isEmpty() || page.name().equals(only)) {
                pages.add(container(page, file.toUri()));
            }
        }
        return pages.stream();
    }

    private static DynamicContainer container(Page page, URI source) throws IOException {
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                page.name(), source, () -> assertThat(page.problems()).isEmpty()));
        Workshop workshop = new Workshop(page, Files.createTempDirectory(scratch, "page"));
        for (Snippet snippet : page.snippets()) {
            String name = snippet.place() + " " + snippet.language();
            tests.add(DynamicTest.dynamicTest(name, source, () -> Runners.run(snippet, workshop)));
            count(snippet, page);
        }
        return DynamicContainer.dynamicContainer(page.name(), source, tests.stream());
    }

    private static void count(Snippet snippet, Page page) {
        all++;
        String reason = Runners.skipped(snippet, page);
        if (reason != null) {
            SKIPPED.add(snippet.place() + " " + snippet.language() + ", because " + reason);
        }
    }

    @Test
    void thePagesAreFound() throws IOException {
        assertThat(Project.pages())
                .extracting(page -> Project.ROOT.relativize(page).toString())
                .contains(
                        "README.md", "CONTRIBUTING.md", "docs/README.md", "examples/README.md", "benchmarks/README.md");
    }

    @AfterAll
    @SuppressWarnings("SystemOut") // what is skipped must be seen
    static void tellWhatWasSkipped() {
        System.out.println(SKIPPED.size() + " of " + all + " snippets are skipped:");
        SKIPPED.forEach(one -> System.out.println("  " + one));
    }
}
