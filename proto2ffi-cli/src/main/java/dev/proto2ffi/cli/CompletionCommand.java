package dev.proto2ffi.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in the shell. */
@Command(
        name = "completion",
        header = "Print a completion script for bash and zsh.",
        description = "",
        footer = {"", "Example:", "  source <(proto2ffi completion)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private final Context context;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        context.console().print(AutoComplete.bash("proto2ffi", spec.root().commandLine()) + "\n");
        return ExitCode.DONE;
    }
}
