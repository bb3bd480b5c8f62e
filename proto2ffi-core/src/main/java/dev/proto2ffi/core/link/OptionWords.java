package dev.proto2ffi.core.link;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.syntax.Body;
import dev.proto2ffi.core.syntax.Declaration;
import dev.proto2ffi.core.syntax.ExtendNode;
import dev.proto2ffi.core.syntax.FieldNode;
import dev.proto2ffi.core.syntax.FileNode;
import dev.proto2ffi.core.syntax.MessageNode;
import dev.proto2ffi.core.syntax.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of {@code proto2ffi/options.proto}, read when first asked for: only errors are about them. */
final class OptionWords {
    static final String FILE = "proto2ffi/options.proto";

    /** By the extension that carries them, which is named like the kind of declaration: {@code field}. */
    static final Map<String, Set<String>> BY_EXTENSION = read();

    private OptionWords() {}

    private static Map<String, Set<String>> read() {
        FileNode file = parse();
        Map<String, Set<String>> byMessage = new HashMap<>();
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof MessageNode message) {
                byMessage.put(message.name().text(), fieldNames(message.body()));
            }
        }
        Map<String, Set<String>> byExtension = new HashMap<>();
        for (Declaration declaration : file.declarations()) {
            if (declaration instanceof ExtendNode extend) {
                for (Declaration inner : extend.body().declarations()) {
                    if (inner instanceof FieldNode field) {
                        byExtension.put(
                                field.name().text(),
                                byMessage.getOrDefault(field.type().text(), Set.of()));
                    }
                }
            }
        }
        return Map.copyOf(byExtension);
    }

    private static FileNode parse() {
        try {
            SourceFile source = new ResourceRoot(OptionWords.class, "proto2ffi/").find(FILE);
            if (source == null) {
                throw new IllegalStateException("the compiler comes without " + FILE);
            }
            return Parser.parse(source, new Diagnostics());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fieldNames(Body body) {
        return body.declarations().stream()
                .filter(FieldNode.class::isInstance)
                .map(field -> ((FieldNode) field).name().text())
                .collect(Collectors.toUnmodifiableSet());
    }
}
