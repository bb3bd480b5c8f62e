package dev.proto2ffi.core.emit.rust;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Emitter;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.EnumDef;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rust: {@code mod.rs}, a file for each package, and the support module {@code p2f.rs}. Paths in them are relative, so
 * that the tree can be mounted anywhere in a crate: {@code #[path = "…/mod.rs"] mod generated;}. Needs Rust 1.77, the
 * edition 2021 and no other crate; not even {@code std}, unless the schema has services. Immutable; safe for use by many
 * threads.
 */
public final class RustEmitter implements Emitter {
    private static final Pattern MODULE_NAME = Pattern.compile("[A-Za-z_]\\w*");

    /** As deep as protobuf lets packages be; deeper ones are no folder names. */
    private static final int MAX_DEPTH = 100;

    private static final Pattern CRATE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final @Nullable CrateFiles crate;

    /** Emits modules for a crate that the user has. */
    public RustEmitter() {
        crate = null;
    }

    /**
     * Emits also a {@code Cargo.toml} that makes the tree a crate of its own.
     *
     * @param crateName letters, digits, hyphens and underscores, a letter first
     * @throws IllegalArgumentException if Cargo would refuse the name
     */
    public RustEmitter(String crateName) {
        if (!CRATE_NAME.matcher(crateName).matches()) {
            throw new IllegalArgumentException("not a name for a crate: " + crateName);
        }
        crate = new CrateFiles(crateName);
    }

    @Override
    public String target() {
        return "rust";
    }

    @Override
    public List<OutputFile> emit(SchemaLayout layout, Generator generator, Diagnostics diagnostics) {
        long wrong = layout.schema().files().stream()
                .filter(file -> !checkModulePath(file, diagnostics))
                .count();
        if (wrong > 0) {
            return List.of();
        }
        RustNames names = RustNames.of(layout);
        List<OutputFile> files = new ArrayList<>();
        boolean calls = !layout.services().isEmpty();
        files.add(new OutputFile("mod.rs", textOf(names.root(), names, layout, generator)));
        files.addAll(SupportModule.files(names.support(), calls, generator));
        names.root().children().forEach(child -> emit(child, names, layout, generator, files));
        if (crate != null) {
            files.addAll(crate.files(calls));
        }
        return List.copyOf(files);
    }

    private String textOf(RustModule module, RustNames names, SchemaLayout layout, Generator generator) {
        return ModuleFile.textOf(module, names, layout, generator, crate != null);
    }

    private void emit(
            RustModule module, RustNames names, SchemaLayout layout, Generator generator, List<OutputFile> files) {
        String path = String.join("/", module.path()) + ".rs";
        files.add(new OutputFile(path, textOf(module, names, layout, generator)));
        module.children().forEach(child -> emit(child, names, layout, generator, files));
    }

    private static boolean checkModulePath(FileDef file, Diagnostics diagnostics) {
        String path = file.rustModule();
        if (path == null || isModulePath(path)) {
            return true;
        }
        Span place = Stream.concat(
                        file.structs().stream().map(StructDef::span),
                        file.enums().stream().map(EnumDef::span))
                .findFirst()
                .map(span -> Span.startOf(span.file()))
                .orElse(null);
        diagnostics.add(
                Diagnostic.error("bad-rust-module", place, "rust_module \"" + path + "\" is not a path of modules")
                        .withHelp("give up to " + MAX_DEPTH + " names joined by ::, such as social::feed"));
        return false;
    }

    private static boolean isModulePath(String path) {
        String[] names = path.split("::", -1);
        return names.length <= MAX_DEPTH
                && Stream.of(names).allMatch(name -> MODULE_NAME.matcher(name).matches());
    }
}
