package dev.proto2ffi.snippets;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the compiler says to the case files of its own tests, by code. */
final class Diagnosed {
    private static final Path CASES = Project.ROOT.resolve("proto2ffi-core/src/test/cases");

    private static final Comparator<Diagnostic> BY_LENGTH = Comparator.<Diagnostic>comparingInt(
                    one -> one.message().length())
            .thenComparing(Diagnostic::message)
            .thenComparing(Diagnostic::severity);

    private final SortedMap<String, TreeSet<Diagnostic>> byCode = new TreeMap<>();

    private Diagnosed() {}

    static Diagnosed cases() throws IOException {
        Diagnosed diagnosed = new Diagnosed();
        try (Stream<Path> areas = Files.list(CASES)) {
            for (Path area : areas.filter(Files::isDirectory).sorted().toList()) {
                for (Path file : Workshop.files(area, ".proto")) {
                    diagnosed.compile(file, area);
                }
            }
        }
        return diagnosed;
    }

    /** Whether some case meets it. */
    boolean has(String code) {
        return byCode.containsKey(code);
    }

    Iterable<String> codes() {
        return byCode.keySet();
    }

    /** {@code error}, or several of these words. */
    String severities(String code) {
        return String.join(
                ", ",
                byCode.get(code).stream()
                        .map(one -> one.severity().word())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The shortest message. */
    String message(String code) {
        return byCode.get(code).first().message();
    }

    private void compile(Path file, Path area) {
        Diagnostics diagnostics = new Diagnostics();
        try {
            Compiler.check(ProtoRunner.request(List.of(file), List.of(area)), diagnostics);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
        for (Diagnostic one : diagnostics.all()) {
            byCode.computeIfAbsent(one.code(), key -> new TreeSet<>(BY_LENGTH)).add(one);
        }
    }
}
