package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.ServiceDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Refuses packages that no Java source can be in: an option may hold any text, a path or code among them. */
final class PackageCheck {
    private PackageCheck() {}

    static void check(Schema schema, Diagnostics diagnostics) {
        schema.files()
                .forEach(file -> problem(file.javaPackage())
                        .ifPresent(problem -> diagnostics.add(Diagnostic.error(
                                        "bad-java-package",
                                        place(file),
                                        "java_package \"" + file.javaPackage() + "\" of " + file.path() + " " + problem)
                                .withHelp("give names joined by dots, as in "
                                        + "option (proto2ffi.file).java_package = \"social.ffi\";"))));
    }

    private static Optional<String> problem(String javaPackage) {
        if (javaPackage.isEmpty()) {
            return Optional.empty();
        }
        if (!Stream.of(javaPackage.split("\\.", -1)).allMatch(PackageCheck::canBeMadeLegal)) {
            return Optional.of("is no name of a package");
        }
        // No class loader defines classes there.
        return javaPackage.equals("java") || javaPackage.startsWith("java.")
                ? Optional.of("belongs to the Java platform")
                : Optional.empty();
    }

    /** Keywords and digits at the start are what {@link Identifiers#legal} mends. */
    private static boolean canBeMadeLegal(String name) {
        return !name.isEmpty() && SourceVersion.isIdentifier(Identifiers.legal(name));
    }

    private static @Nullable Span place(FileDef file) {
        return Stream.of(
                        file.structs().stream().map(StructDef::span),
                        file.enums().stream().map(EnumDef::span),
                        file.services().stream().map(ServiceDef::span))
                .flatMap(Function.identity())
                .findFirst()
                .map(span -> Span.startOf(span.file()))
                .orElse(null);
    }
}
