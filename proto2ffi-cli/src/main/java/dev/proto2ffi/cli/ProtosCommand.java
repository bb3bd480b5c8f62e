package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.source.ResourceRoot;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the .proto file that schemas import from us, which other tools don't have. */
@Command(
        name = "protos",
        sortOptions = false,
        customSynopsis = "proto2ffi protos -o DIR",
        header = "Write proto2ffi/options.proto for protoc, buf and editors.",
        description = {
            "",
            "proto2ffi itself always finds the file. Other tools that read schemas with its options need it on disk: "
                    + "write it, and give them the directory as -I DIR.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  proto2ffi protos -o third_party",
            "  protoc -I proto -I third_party --descriptor_set_out=a.binpb proto/a.proto"
        })
final class ProtosCommand implements Callable<Integer> {
    private static final String FOLDER = "proto2ffi/";
    private static final String OPTIONS = FOLDER + "options.proto";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Write proto2ffi/options.proto below this directory.")
    Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        SourceFile options = new ResourceRoot(Compiler.class, FOLDER).find(OPTIONS);
        if (options == null) {
            throw new IllegalStateException(OPTIONS + " is not among the resources");
        }
        OutputWriter.writeFile(output.resolve(OPTIONS), options.bytes(0, options.length()));
        return ExitCode.DONE;
    }
}
