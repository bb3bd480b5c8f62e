package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.PlainText;
import dev.proto2ffi.cli.reference.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the help of a command, of all, or of something that is no command's own. */
@Command(
        name = "help",
        sortOptions = false,
        customSynopsis = "proto2ffi help [COMMAND|TOPIC]",
        header = "Show the help of a command, or about a topic.",
        description = {"", "Topics: exit-codes, environment, argument-files, formats.", ""},
        footer = {"", "Examples:", "  proto2ffi help generate", "  proto2ffi help environment"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND|TOPIC",
            description = "What to explain; without it, all in short.")
    @Nullable String subject;

    private final Context context;

    HelpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        context.console().print(text());
        return ExitCode.DONE;
    }

    private String text() {
        CommandLine line = spec.root().commandLine();
        if (subject == null) {
            return line.getUsageMessage();
        }
        CommandLine command = line.getSubcommands().get(subject);
        if (command != null) {
            return command.getUsageMessage();
        }
        Optional<Topic> topic = Topic.of(subject);
        if (topic.isPresent()) {
            return new PlainText(Main.helpWidth(context.console()))
                    .of(topic.get().title(), topic.get().blocks());
        }
        List<String> all = new ArrayList<>(line.getSubcommands().keySet());
        all.addAll(Topic.words());
        throw unknown(spec, subject, all);
    }

    static ParameterException unknown(CommandSpec spec, String name, Collection<String> all) {
        return new ParameterException(
                spec.commandLine(), "There is no " + name + "; there are " + String.join(", ", all));
    }
}
