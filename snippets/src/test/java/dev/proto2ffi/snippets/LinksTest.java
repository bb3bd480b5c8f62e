package dev.proto2ffi.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between pages, to files and to headings lead somewhere. */
class LinksTest {
    private static final Pattern LINK =
            Pattern.compile("!?\\[(?:[^\\[\\]]|\\[[^\\]]*])*]\\(([^)\\s]+)(?: \"[^\"]*\")?\\)");
    private static final Pattern CODE = Pattern.compile("(`+)[^`].*?\\1");
    private static final Pattern ABSOLUTE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

    @TempDir
    Path scratch;

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : Project.pages()) {
            links += follow(Project.ROOT, page, broken);
        }
        assertThat(broken).isEmpty();
        assertThat(links).as("links that were followed").isGreaterThan(100);
    }

    @Test
    void theIndexHasEveryPageOfTheDocumentation() throws IOException {
        String index = Files.readString(Project.ROOT.resolve("docs/README.md"));
        try (Stream<Path> pages = Files.list(Project.ROOT.resolve("docs"))) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    @Test
    void aBrokenLinkIsTold() throws IOException {
        Path page = scratch.resolve("page.md");
        Files.writeString(page, """
                # A page, with `code` & more
                [this](#a-page-with-code--more) [that](other.md) [a heading](page.md#nowhere)
                `[code](isnt.a.link)`
                """);
        List<String> broken = new ArrayList<>();
        assertThat(follow(scratch, page, broken)).isEqualTo(3);
        assertThat(broken)
                .containsExactly(
                        "page.md:2: there is no file other.md", "page.md:2: page.md has no heading for #nowhere");
    }

    /** How many links there were. */
    private static int follow(Path root, Path page, List<String> broken) throws IOException {
        int links = 0;
        int number = 0;
        for (String line : Prose.of(Files.readString(page)).lines().toList()) {
            number++;
            Matcher link = LINK.matcher(CODE.matcher(line).replaceAll("`code`"));
            while (link.find()) {
                String problem = problem(page, link.group(1));
                links++;
                if (!problem.isEmpty()) {
                    broken.add(root.relativize(page) + ":" + number + ": " + problem);
                }
            }
        }
        return links;
    }

    private static String problem(Path page, String target) throws IOException {
        if (ABSOLUTE.matcher(target).matches()) {
            return "";
        }
        int hash = target.indexOf('#');
        String name = URLDecoder.decode(hash < 0 ? target : target.substring(0, hash), StandardCharsets.UTF_8);
        Path file = name.isEmpty() ? page : page.resolveSibling(name);
        if (!Files.exists(file)) {
            return "there is no file " + name;
        }
        boolean anchored = hash >= 0 && file.toString().endsWith(".md");
        return anchored && !Anchors.of(Files.readString(file)).contains(target.substring(hash + 1))
                ? name + " has no heading for " + target.substring(hash)
                : "";
    }
}
