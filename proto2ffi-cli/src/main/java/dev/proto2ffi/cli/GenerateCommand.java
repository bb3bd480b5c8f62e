package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
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
            "Give an output directory for each language that you want. Files are written only when their content changes, and "
                    + "nothing is done where nothing has changed; what an earlier run of the same command generated and this one doesn't is removed. "
                    + "When there is an error nothing is written.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi generate --java-out gen/java --c-out gen/c social.proto",
            "  proto2ffi generate -I proto --rust-out gen/rust proto/social/*.proto",
            "  proto2ffi generate --descriptor-set-in all.binpb --java-out gen post.proto",
            "  proto2ffi generate --watch -I proto --java-out gen 'proto/**/*.proto'"
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

    @Option(
            names = "--force",
            description =
                    "Generate although nothing has changed since the last run of the same command. Without it such a run "
                            + "ends at once: files, imports, settings, proto2ffi itself and the outputs are as they were.")
    boolean force;

    @Option(
            names = "--watch",
            description =
                    "Generate, and again whenever a file, an import or a side file changes, until Ctrl-C (exit code 130). "
                            + "Quote a pattern, such as 'proto/**/*.proto', to have new files found, too.")
    boolean watch;

    private final Context context;

    GenerateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Map<Language, Path> directories = directories();
        if (watch) {
            return new WatchLoop(context, new Requests(directories), directories).run();
        }
        CompileRequest request = request(directories);
        Progress progress = new Progress(context.console(), request.files().size());
        Generation generation = new Generation(context, request, directories);
        if (!force && generation.isUpToDate(progress)) {
            return ExitCode.DONE;
        }
        OutputWriter.Result result = generation.run(new Lookups(), progress);
        if (result == null) {
            return ExitCode.SCHEMA;
        }
        progress.done(Generation.summary(result));
        return ExitCode.DONE;
    }

    private CompileRequest request(Map<Language, Path> directories) throws IOException {
        return input.request(rules.texts(), directories.keySet(), cargoToml);
    }

    private final class Requests implements WatchLoop.Requests {
        private final Map<Language, Path> directories;

        Requests(Map<Language, Path> directories) {
            this.directories = directories;
        }

        @Override
        public CompileRequest make() throws IOException {
            return request(directories);
        }

        @Override
        public Set<Path> places() throws IOException {
            return input.places();
        }
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
}
