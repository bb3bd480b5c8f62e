package dev.proto2ffi.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, or of all. */
@Command(name = "help", header = "Show the help of a command.", description = "")
final class HelpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
    @Nullable String command;

    private final Context context;

    HelpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = spec.root().commandLine();
        if (command != null) {
            line = line.getSubcommands().get(command);
        }
        if (line == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No command " + command + "; there are "
                            + String.join(", ", spec.root().subcommands().keySet()));
        }
        context.console().print(line.getUsageMessage());
        return ExitCode.DONE;
    }
}
