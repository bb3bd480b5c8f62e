package dev.proto2ffi.benchmarks.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is compared must be code for the same messages. */
class GenerationTest {
    private static final int FILES = 25;
    private static final int MESSAGES = 3 * FILES;

    private static Map<String, String> texts(Workshop workshop) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : workshop.generated()) {
            String name = workshop.out().relativize(file).toString();
            if (name.matches(".*\\.(java|h|rs)")) {
                texts.put(name, Files.readString(file));
            }
        }
        return texts;
    }

    private static List<String> ofMessages(Map<String, String> texts, String folder) {
        return texts.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.matches(".*/(Key|Entry|Page)\\d+\\.java"))
                .map(name -> name.replaceAll(".*/", ""))
                .sorted()
                .toList();
    }

    @Test
    void theCommandWritesWhatTheCompilerDoes() throws Exception {
        try (Workshop workshop = new Workshop()) {
            workshop.open(FILES);
            int written = workshop.generators().inProcess(workshop.out());
            Map<String, String> compiled = texts(workshop);
            assertThat(compiled).hasSize(written);
            workshop.clear();
            assertThat(texts(workshop)).isEmpty();
            workshop.generators().commandLine(workshop.out());
            Map<String, String> commanded = texts(workshop);
            assertThat(commanded.keySet()).isEqualTo(compiled.keySet());
            // The banners name different versions.
            commanded.forEach((name, text) -> assertThat(text.lines().skip(2))
                    .containsExactlyElementsOf(
                            compiled.get(name).lines().skip(2).toList()));
        }
    }

    @Test
    void protocWritesClassesOfTheSameMessages() throws Exception {
        try (Workshop workshop = new Workshop()) {
            workshop.open(FILES);
            workshop.generators().inProcess(workshop.out());
            List<String> ours = ofMessages(texts(workshop), "java");
            assertThat(ours).hasSize(MESSAGES);
            workshop.clear();
            workshop.generators().protoc(workshop.out());
            assertThat(ofMessages(texts(workshop), "java")).isEqualTo(ours);
        }
    }

    @Test
    void structsDoNotGrowWithTheNumberOfFiles() throws Exception {
        try (Workshop few = new Workshop();
                Workshop many = new Workshop()) {
            few.open(4);
            many.open(100);
            few.generators().inProcess(few.out());
            many.generators().inProcess(many.out());
            assertThat(texts(many).values().stream()
                            .mapToInt(String::length)
                            .average()
                            .orElseThrow())
                    .isLessThan(2
                            * texts(few).values().stream()
                                    .mapToInt(String::length)
                                    .average()
                                    .orElseThrow());
        }
    }
}
