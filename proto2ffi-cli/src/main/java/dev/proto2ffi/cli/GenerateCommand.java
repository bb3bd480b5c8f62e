package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the Java, C and Rust code of a schema. */
@Command(
        name = "generate",
        sortOptions = false,
        customSynopsis = {
            "proto2ffi generate [-I DIR]... [--java-out DIR] [--c-out DIR]",
            "                          [--rust-out DIR] [OPTION]... FILE.proto..."
        },
        header = "Write the Java, C and Rust code of .proto files.",
        description = {
            "",
            "Give an output directory for each language that you want. Files are written only when their content changes; "
                    + "what an earlier run of the same command generated and this one doesn't is removed. "
                    + "When there is an error nothing is written.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi generate --java-out gen/java --c-out gen/c social.proto",
            "  proto2ffi generate -I proto --rust-out gen/rust proto/social/*.proto",
            "  proto2ffi generate --descriptor-set-in all.binpb --c-out c post.proto"
        })
final class GenerateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Option(names = "--java-out", paramLabel = "DIR", description = "Java classes, for Java 22 and newer.")
    @Nullable Path javaOut;

    @Option(names = "--c-out", paramLabel = "DIR", description = "C headers, for C11 and C++17.")
    @Nullable Path cOut;

    @Option(names = "--rust-out", paramLabel = "DIR", description = "A tree of Rust modules, for Rust 1.77 and newer.")
    @Nullable Path rustOut;

    @Option(names = "--cargo-toml", description = "Also write a Cargo.toml, which makes the Rust output a crate.")
    boolean cargoToml;

    private final Context context;

    GenerateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Map<Language, Path> directories = directories();
        CompileRequest request = input.request(rules.texts(), directories.keySet(), cargoToml);
        Diagnostics diagnostics = new Diagnostics();
        Progress progress = new Progress(context.console(), input.files.size());
        progress.show("compiling " + input.files.size() + " files");
        @Nullable Generated generated = null;
        try {
            generated = Compiler.generate(request, diagnostics);
        } finally {
            progress.clear();
        }
        int code = context.finish(diagnostics);
        if (generated == null || code != ExitCode.DONE) {
            return code;
        }
        List<Path> sources = request.descriptorSet() == null ? request.files() : List.of(request.descriptorSet());
        OutputWriter.Result result = OutputWriter.write(generated, directories, sources);
        tell(result, progress);
        return ExitCode.DONE;
    }

    private Map<Language, Path> directories() {
        Map<Language, Path> directories = new EnumMap<>(Language.class);
        put(directories, Language.JAVA, javaOut);
        put(directories, Language.C, cOut);
        put(directories, Language.RUST, rustOut);
        if (directories.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Nothing to generate: give --java-out DIR, --c-out DIR or --rust-out DIR");
        }
        if (cargoToml && rustOut == null) {
            throw new ParameterException(spec.commandLine(), "--cargo-toml needs --rust-out DIR");
        }
        return directories;
    }

    private static void put(Map<Language, Path> directories, Language language, @Nullable Path directory) {
        if (directory != null) {
            directories.put(language, directory);
        }
    }

    private void tell(OutputWriter.Result result, Progress progress) {
        for (Path kept : result.kept()) {
            context.reporter()
                    .report(Diagnostic.warning(
                                    "stale-output-kept",
                                    null,
                                    kept + " is no longer generated, but was edited, so it was kept")
                            .withHelp("remove it by hand once you have saved what you need"));
        }
        progress.done(result.written().size() + " written, "
                + result.unchanged().size() + " unchanged"
                + (result.removed().isEmpty() ? "" : ", " + result.removed().size() + " removed"));
    }
}
