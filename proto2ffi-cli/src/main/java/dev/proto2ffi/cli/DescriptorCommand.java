package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.DescriptorSet;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what protoc's {@code --descriptor_set_out} writes. */
@Command(
        name = "descriptor",
        sortOptions = false,
        customSynopsis = "proto2ffi descriptor [OPTION]... -o OUT.binpb FILE.proto...",
        header = "Write a FileDescriptorSet, as protoc --descriptor_set_out does.",
        description = {
            "",
            "Byte for byte what protoc writes, so that all that reads its sets reads these. Only parses and links: what has no "
                    + "layout has a descriptor, too.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi descriptor -o social.binpb social.proto",
            "  proto2ffi descriptor --include-imports -o all.binpb social.proto"
        })
final class DescriptorCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    InputOptions input = new InputOptions();

    @Option(
            names = "--include-imports",
            description = "Also put in the files that the named ones import, so that the set is complete.")
    boolean includeImports;

    @Option(names = "--include-source-info", description = "Also put in positions and comments.")
    boolean includeSourceInfo;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.binpb",
            required = true,
            description = "The file to write; - for the standard output.")
    Path output = STANDARD_OUTPUT;

    private final Context context;

    DescriptorCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        input.refuseAsOutput(output, spec.commandLine());
        Diagnostics diagnostics = new Diagnostics();
        DescriptorSet set = Compiler.descriptors(input.request(List.of(), Set.of(), false), diagnostics);
        int code = context.finish(diagnostics);
        if (set == null || code != ExitCode.DONE) {
            return code;
        }
        byte[] bytes = set.bytes(includeImports, includeSourceInfo);
        if (output.equals(STANDARD_OUTPUT)) {
            context.console().print(bytes);
        } else {
            OutputWriter.writeFile(output, bytes);
        }
        return ExitCode.DONE;
    }
}
