package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.evolve.LockLine.BadLine;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a lock file says of a file. */
final class FileSection extends LockSection {
    final List<EnumFacts> enums = new ArrayList<>();
    final List<MessageFacts> messages = new ArrayList<>();
    final List<ServiceFacts> services = new ArrayList<>();

    private final String path;
    private boolean imported;
    private String protoPackage = "";
    private @Nullable String javaPackage;
    private @Nullable String cPrefix;
    private @Nullable String rustModule;

    FileSection(String path, Span head) {
        super(head);
        this.path = path;
    }

    String path() {
        return path;
    }

    @Override
    boolean take(String word, LockLine line) throws BadLine {
        only(word, line);
        switch (word) {
            case "imported" -> imported = true;
            case "package" -> protoPackage = line.word("a package");
            case "java" -> javaPackage = line.word("a package");
            case "c-prefix" -> cPrefix = line.word("a prefix");
            case "rust-module" -> rustModule = line.word("a module");
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    void finish() throws BadLine {
        required(javaPackage, "java");
    }

    /** With all that the sections behind it have added. */
    FileFacts facts() {
        return new FileFacts(
                path,
                imported,
                protoPackage,
                javaPackage == null ? "" : javaPackage,
                cPrefix,
                rustModule,
                enums,
                messages,
                services,
                head());
    }
}
