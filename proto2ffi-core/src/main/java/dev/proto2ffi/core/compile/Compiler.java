package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Emitter;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.java.JavaEmitter;
import dev.proto2ffi.core.emit.rust.RustEmitter;
import dev.proto2ffi.core.evolve.FactsBuilder;
import dev.proto2ffi.core.layout.LayoutAdvice;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.link.DescriptorSetReader;
import dev.proto2ffi.core.link.LinkedSchema;
import dev.proto2ffi.core.link.Linker;
import dev.proto2ffi.core.link.WellKnownFiles;
import dev.proto2ffi.core.model.FileDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.build.ModelBuilder;
import dev.proto2ffi.core.model.build.WireBuilder;
import dev.proto2ffi.core.model.rule.RuleText;
import dev.proto2ffi.core.model.rule.SideFiles;
import dev.proto2ffi.core.source.DirectoryRoot;
import dev.proto2ffi.core.source.ImportPath;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.InputResolver;
import dev.proto2ffi.core.source.Inputs;
import dev.proto2ffi.core.source.Lookups;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import dev.proto2ffi.core.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stages in their order. Each reports all that it finds; a stage begins only when those before it found no error, for
 * what follows from a broken part would only bury the cause.
 *
 * <p>Bad schemas are diagnostics; {@link IOException} is for what the file system refuses.
 */
public final class Compiler {
    private final CompileRequest request;
    private final Diagnostics diagnostics;
    private final Lookups lookups;

    /** Where the files and their side files are; nowhere when the input is a descriptor set. */
    private ImportPath imports = new ImportPath(List.of());

    private Compiler(CompileRequest request, Diagnostics diagnostics) {
        this(request, diagnostics, new Lookups());
    }

    private Compiler(CompileRequest request, Diagnostics diagnostics, Lookups lookups) {
        this.request = request;
        this.diagnostics = diagnostics;
        this.lookups = lookups;
    }

    /** The files in each language asked for; null after errors. */
    public static @Nullable Generated generate(CompileRequest request, Diagnostics diagnostics) throws IOException {
        return generate(request, diagnostics, new Lookups());
    }

    /**
     * As {@link #generate(CompileRequest, Diagnostics)}.
     *
     * @param lookups is told which files the result depends on, for {@link UpToDate} and {@link Footprint}
     */
    public static @Nullable Generated generate(CompileRequest request, Diagnostics diagnostics, Lookups lookups)
            throws IOException {
        Compiler compiler = new Compiler(request, diagnostics, lookups);
        SchemaLayout layout = compiler.layOut(compiler.link());
        return layout == null ? null : compiler.emit(layout, request.languages());
    }

    /**
     * As {@link #generate(CompileRequest, Diagnostics)}, of files that protoc has linked; the request names none. Side files
     * are looked for in its import directories.
     */
    public static @Nullable Generated generate(CompileRequest request, PluginRequest files, Diagnostics diagnostics)
            throws IOException {
        Compiler compiler = new Compiler(request, diagnostics);
        SchemaLayout layout = compiler.layOut(compiler.link(files));
        return layout == null ? null : compiler.emit(layout, request.languages());
    }

    /** The layouts of the files' structs; null after errors. */
    public static @Nullable LayoutReport layout(CompileRequest request, Diagnostics diagnostics) throws IOException {
        Compiler compiler = new Compiler(request, diagnostics);
        SchemaLayout layout = compiler.layOut(compiler.link());
        return layout == null ? null : LayoutReport.of(layout);
    }

    /** The facts of the files that others rely on; null after errors. */
    public static @Nullable Lock lock(CompileRequest request, Diagnostics diagnostics) throws IOException {
        Compiler compiler = new Compiler(request, diagnostics);
        LinkedSchema linked = compiler.link();
        SchemaLayout layout = compiler.layOut(linked);
        return linked == null || layout == null
                ? null
                : new Lock(FactsBuilder.build(WireBuilder.build(linked), layout));
    }

    /** The files' descriptors; null after errors. */
    public static @Nullable DescriptorSet descriptors(CompileRequest request, Diagnostics diagnostics)
            throws IOException {
        LinkedSchema linked = new Compiler(request, diagnostics).link();
        return linked == null ? null : new DescriptorSet(linked);
    }

    /** All that can be said against the files, and advice; no result. */
    public static void check(CompileRequest request, Diagnostics diagnostics) throws IOException {
        Compiler compiler = new Compiler(request, diagnostics);
        SchemaLayout layout = compiler.layOut(compiler.link());
        if (layout != null) {
            LayoutAdvice.give(layout, diagnostics);
            compiler.emit(layout, EnumSet.allOf(Language.class));
        }
    }

    /** Names, types and options have a meaning only across files, so that all files are parsed and linked together. */
    private @Nullable LinkedSchema link() throws IOException {
        LinkedSchema linked = request.descriptorSet() == null ? linkText() : linkSet(request.descriptorSet());
        return diagnostics.hasErrors() ? null : linked;
    }

    private @Nullable LinkedSchema link(PluginRequest files) {
        List<Path> directories =
                request.importDirectories().isEmpty() ? List.of(Path.of("")) : request.importDirectories();
        imports = new ImportPath(directories.stream().map(DirectoryRoot::new).toList());
        LinkedSchema linked = files.link(diagnostics);
        return diagnostics.hasErrors() ? null : linked;
    }

    private LinkedSchema linkText() throws IOException {
        Inputs inputs = InputResolver.resolve(request.files(), request.importDirectories(), moreImports(), lookups);
        imports = inputs.imports();
        return Linker.link(inputs.roots(), imports, diagnostics);
    }

    /** Another compiler has done the linking; the files are named as in the set. */
    private LinkedSchema linkSet(Path path) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        request.files().forEach(file -> names.add(file.toString().replace('\\', '/')));
        lookups.depends(path);
        SourceFile set = SourceReader.read(path.toString(), path.toString(), path);
        lookups.read(path, set);
        return DescriptorSetReader.read(set, names, diagnostics);
    }

    /** What the user's places don't have comes from those that every run has. */
    private List<ImportRoot> moreImports() {
        List<ImportRoot> roots = new ArrayList<>(request.moreImports());
        roots.add(WellKnownFiles.root());
        roots.add(new ResourceRoot(Compiler.class, "proto2ffi/"));
        return roots;
    }

    /** A field's storage depends on options of its file and message; its offset on the storage of all before it. */
    private @Nullable SchemaLayout layOut(@Nullable LinkedSchema linked) throws IOException {
        if (linked == null) {
            return null;
        }
        Schema schema = ModelBuilder.build(linked, rules(linked), diagnostics);
        if (diagnostics.hasErrors()) {
            return null;
        }
        SchemaLayout layout = LayoutEngine.layOut(schema, diagnostics);
        return diagnostics.hasErrors() ? null : layout;
    }

    /** Rules of one run are nearer to the user than those of side files, which may come from others, and so win. */
    private List<RuleText> rules(LinkedSchema linked) throws IOException {
        List<String> names =
                linked.files().stream().map(file -> file.source().importName()).toList();
        List<RuleText> rules = new ArrayList<>(SideFiles.find(imports, names));
        request.optionRules().forEach(rule -> rules.add(new RuleText(rule, null)));
        return rules;
    }

    /** Emitters come last and know no more than the layout, so that no two languages can disagree on a byte. */
    private @Nullable Generated emit(SchemaLayout layout, Set<Language> languages) {
        Generator generator = new Generator(request.version());
        Map<Language, List<OutputFile>> files = new EnumMap<>(Language.class);
        for (Language language : languages) {
            files.put(language, emitter(language, layout.schema()).emit(layout, generator, diagnostics));
        }
        return diagnostics.hasErrors() ? null : new Generated(files);
    }

    private Emitter emitter(Language language, Schema schema) {
        return switch (language) {
            case JAVA -> new JavaEmitter();
            case C -> new CEmitter();
            case RUST -> request.cargoToml() ? new RustEmitter(crateName(schema)) : new RustEmitter();
        };
    }

    /** The package of the first file that was asked for, as Cargo writes names. */
    private static String crateName(Schema schema) {
        for (FileDef file : schema.files()) {
            if (file.requested() && !file.protoPackage().isEmpty()) {
                return file.protoPackage().replace('.', '-').replace('_', '-');
            }
        }
        return "generated";
    }
}
