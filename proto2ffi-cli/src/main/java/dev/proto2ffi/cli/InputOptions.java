package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.CompileRequest;
import dev.proto2ffi.core.compile.Language;
import dev.proto2ffi.core.source.ArchiveRoot;
import dev.proto2ffi.core.source.ImportRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What to compile and where its imports are. */
final class InputOptions {
    @Option(
            names = {"-I", "--proto_path"},
            paramLabel = "DIR",
            description = "Look for imports here; may be repeated, the first hit wins. Default: the working directory. "
                    + "A jar or zip will do too; it comes behind the directories. "
                    + "google/protobuf/*.proto and proto2ffi/options.proto are always found.")
    List<Path> importPath = new ArrayList<>();

    @Option(
            names = "--descriptor-set-in",
            paramLabel = "FILE",
            description =
                    "Take the files from this FileDescriptorSet, as protoc or buf write it, instead of from text.")
    @Nullable Path descriptorSet;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.proto",
            description =
                    "The files to compile: paths, patterns of paths with *, ** and ?, or names in an import directory. "
                            + "@FILE reads arguments from FILE.")
    List<Path> files = new ArrayList<>();

    CompileRequest request(List<SourceFile> rules, Set<Language> languages, boolean cargoToml) throws IOException {
        List<Path> directories = new ArrayList<>();
        List<ImportRoot> archives = new ArrayList<>();
        for (Path place : importPath) {
            if (Files.isRegularFile(place)) {
                archives.add(new ArchiveRoot(place));
            } else {
                directories.add(place);
            }
        }
        return new CompileRequest(
                descriptorSet == null ? FilePatterns.expand(files) : files,
                directories,
                archives,
                descriptorSet,
                rules,
                languages,
                cargoToml,
                Version.number());
    }

    /** Where files may appear that a pattern among the arguments matches. */
    Set<Path> places() throws IOException {
        return descriptorSet == null ? FilePatterns.directories(files) : Set.of();
    }

    /** Refuses to write a result over one of the files that it is made from. */
    void refuseAsOutput(@Nullable Path output, CommandLine command) throws IOException {
        if (output == null || !Files.exists(output)) {
            return;
        }
        for (Path file : files) {
            if (Files.exists(file) && Files.isSameFile(file, output)) {
                throw new ParameterException(command, "-o " + output + " would overwrite a file to compile");
            }
        }
    }
}
