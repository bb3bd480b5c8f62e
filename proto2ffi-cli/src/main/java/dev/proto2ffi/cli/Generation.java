package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Generated;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.compile.UpToDate;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.source.Lookups;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the compiler, and what it leaves on disk. */
final class Generation {
    private final Context context;
    private final CompileRequest request;
    private final Map<Language, Path> directories;
    private final UpToDate upToDate;

    /** To be made before anything is read. */
    Generation(Context context, CompileRequest request, Map<Language, Path> directories) {
        this.context = context;
        this.request = request;
        this.directories = directories;
        this.upToDate = UpToDate.of(
                request, directories, UpToDate.memoryBeside(request, directories), InstantSource.system());
    }

    /** Whether an earlier run did all that this one would do; says so to a person who looks. */
    boolean isUpToDate(Progress progress) {
        if (!upToDate.isUpToDate()) {
            return false;
        }
        int warnings = upToDate.warnings();
        if (warnings > 0) {
            context.reporter()
                    .report(Diagnostic.note(
                                    "warnings-not-repeated",
                                    null,
                                    "nothing has changed; " + warnings
                                            + (warnings == 1 ? " warning" : " warnings")
                                            + " of the run that generated it not repeated")
                            .withHelp("--force generates again, and shows them"));
        }
        progress.done("nothing to do: " + request.files().size() + " files and their imports are unchanged");
        return true;
    }

    /**
     * Does the work, whether it is needed or not, and shows what there is to say about the schema.
     *
     * @param lookups is told which files the result depends on
     * @return null when the schema is wrong
     */
    OutputWriter.@Nullable Result run(Lookups lookups, Progress progress) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        progress.show("compiling " + request.files().size() + " files");
        @Nullable Generated generated = null;
        try {
            generated = Compiler.generate(request, diagnostics, lookups);
        } finally {
            progress.clear();
        }
        int code = context.finish(diagnostics);
        if (generated == null || code != ExitCode.DONE) {
            return null;
        }
        List<Path> sources = request.descriptorSet() == null ? request.files() : List.of(request.descriptorSet());
        OutputWriter.Result result = OutputWriter.write(generated, directories, sources);
        upToDate.remember(result, lookups, diagnostics);
        for (Path kept : result.kept()) {
            context.reporter()
                    .report(Diagnostic.warning(
                                    "stale-output-kept",
                                    null,
                                    kept + " is no longer generated, but was edited, so it was kept")
                            .withHelp("remove it by hand once you have saved what you need"));
        }
        return result;
    }

    /** What was done, in numbers. */
    static String summary(OutputWriter.Result result) {
        return result.written().size() + " written, " + result.unchanged().size() + " unchanged"
                + (result.removed().isEmpty() ? "" : ", " + result.removed().size() + " removed");
    }
}
