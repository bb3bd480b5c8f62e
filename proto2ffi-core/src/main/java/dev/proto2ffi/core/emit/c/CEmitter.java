package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Emitter;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers for C11 and C++17: {@code proto2ffi.h}, {@code proto2ffi_region.h} and, if the schema has services, {@code
 * proto2ffi_service.h}, then {@code social/post.p2f.h} for each {@code social/post.proto} of the schema, imported files included, since the headers include each other. All are to be found below one include
 * directory.
 */
public final class CEmitter implements Emitter {
    private static final Pattern IDENTIFIER = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)?");

    @Override
    public String target() {
        return "c";
    }

    @Override
    public List<OutputFile> emit(SchemaLayout layout, Generator generator, Diagnostics diagnostics) {
        Schema schema = layout.schema();
        List<Diagnostic> errors = check(schema);
        CNames names = CNames.of(layout);
        errors.addAll(names.errors());
        errors.forEach(diagnostics::add);
        names.warnings().forEach(diagnostics::add);
        if (!errors.isEmpty()) {
            return List.of();
        }
        HeaderPrinter printer = new HeaderPrinter(layout, names, generator);
        List<OutputFile> files = new ArrayList<>();
        files.addAll(SupportHeader.print(generator, !layout.services().isEmpty()));
        for (FileDef file : schema.files()) {
            files.add(new OutputFile(names.header(file), printer.print(file), file.path()));
        }
        return files;
    }

    private static List<Diagnostic> check(Schema schema) {
        List<Diagnostic> errors = new ArrayList<>();
        Map<String, FileDef> headers = new HashMap<>();
        for (FileDef file : schema.files()) {
            checkPrefix(file).ifPresent(errors::add);
            checkPath(file).ifPresent(errors::add);
            FileDef other = headers.putIfAbsent(HeaderPath.of(file.path()), file);
            if (other != null) {
                errors.add(Diagnostic.error(
                                "c-header-name",
                                place(file),
                                "the headers of " + other.path() + " and " + file.path() + " would both be "
                                        + HeaderPath.of(file.path()))
                        .withHelp("rename one of the files"));
            }
        }
        return errors;
    }

    private static Optional<Diagnostic> checkPrefix(FileDef file) {
        String prefix = file.cPrefix();
        if (prefix == null || IDENTIFIER.matcher(prefix).matches()) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        "c-prefix", place(file), "c_prefix of " + file.path() + " is no C identifier: " + prefix)
                .withHelp("use letters, digits and underscores, and no digit at the start"));
    }

    private static Optional<Diagnostic> checkPath(FileDef file) {
        if (HeaderPath.includable(file.path())) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.error(
                        "c-header-name", place(file), "C can't include a header that is named after " + file.path())
                .withHelp("rename the file: no quotes, backslashes, control characters, ??, // or /* in its name"));
    }

    /** A file's own place isn't part of the model; its first definition is close enough. */
    private static @Nullable Span place(FileDef file) {
        return file.structs().isEmpty()
                ? file.enums().isEmpty() ? null : file.enums().get(0).span()
                : file.structs().get(0).span();
    }
}
