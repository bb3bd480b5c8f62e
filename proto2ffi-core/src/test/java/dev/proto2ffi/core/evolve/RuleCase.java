package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.testing.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The case of a rule: a schema before and after a change that the rule is about, and after another that it isn't.
 *
 * <p>The files have sections that begin with {@code --- old}, {@code --- new}, {@code --- also} (other rules that find
 * something, one a line) and {@code --- fine}. A second word is the name of a file. What doesn't begin with its syntax is
 * proto3 in the package {@code shop}.
 */
record RuleCase(
        Rule rule, Map<String, String> old, Map<String, String> now, List<String> also, Map<String, String> fine) {
    private static final String FILE = "shop.proto";
    private static final String HEAD = "syntax = \"proto3\";\npackage shop;\nimport \"proto2ffi/options.proto\";\n";

    static RuleCase of(Rule rule) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> current = new LinkedHashMap<>();
        String file = FILE;
        for (String line : read(Cases.folder("evolve").resolve(rule.word() + ".case"))) {
            if (line.startsWith("--- ")) {
                String[] words = line.split(" ", -1);
                current = sections.computeIfAbsent(words[1], name -> new LinkedHashMap<>());
                file = words.length > 2 ? words[2] : FILE;
                current.put(file, "");
            } else {
                current.merge(file, line + "\n", String::concat);
            }
        }
        List<String> also = new ArrayList<>(sections.getOrDefault("also", Map.of(FILE, ""))
                .get(FILE)
                .lines()
                .toList());
        also.add(rule.word());
        return new RuleCase(
                rule,
                sections.getOrDefault("old", Map.of()),
                sections.getOrDefault("new", Map.of()),
                also,
                sections.getOrDefault("fine", Map.of()));
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules that have a case. */
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Cases.folder("evolve"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.case$", ""))
                    .toList();
        }
    }

    static SchemaFacts facts(Map<String, String> texts) {
        Map<String, String> whole = new LinkedHashMap<>();
        texts.forEach((name, text) -> whole.put(name, isWhole(text) ? text : HEAD + text));
        return Facts.of(whole);
    }

    private static boolean isWhole(String text) {
        return text.startsWith("syntax") || text.startsWith("edition");
    }

    @Override
    public String toString() {
        return rule.word();
    }
}
