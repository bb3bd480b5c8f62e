package dev.proto2ffi.cli;

import dev.proto2ffi.cli.completion.Shell;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.core.compile.OutputWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes command lines in a shell. */
@Command(
        name = "completion",
        sortOptions = false,
        customSynopsis = {"proto2ffi completion bash|zsh|fish|powershell", "proto2ffi completion -o DIR"},
        header = "Print a script that completes command lines in a shell.",
        description = {
            "",
            "Commands, options, their values, directories and .proto files. The script says at its top how to keep it for all "
                    + "sessions.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  eval \"$(proto2ffi completion bash)\"",
            "  proto2ffi completion fish >~/.config/fish/completions/proto2ffi.fish",
            "  proto2ffi completion -o completions"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh, fish or powershell.")
    @Nullable Shell shell;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Write the scripts of all shells, or of SHELL, into this directory, under the names that they are looked for.")
    @Nullable Path output;

    private final Context context;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CommandEntry root = CommandEntry.of(spec.root());
        if (output != null) {
            for (Shell each : shell == null ? Shell.values() : new Shell[] {shell}) {
                byte[] script = each.script(root).getBytes(StandardCharsets.UTF_8);
                OutputWriter.writeFile(output.resolve(each.fileName()), script);
            }
        } else if (shell != null) {
            context.console().print(shell.script(root));
        } else {
            throw new ParameterException(
                    spec.commandLine(), "Which shell? Give bash, zsh, fish or powershell, or -o DIR for all");
        }
        return ExitCode.DONE;
    }
}
