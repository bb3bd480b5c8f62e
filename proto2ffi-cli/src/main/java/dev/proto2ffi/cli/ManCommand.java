package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.ManPage;
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

/** Prints the man pages of the program and of its commands. */
@Command(
        name = "man",
        sortOptions = false,
        customSynopsis = {"proto2ffi man [COMMAND]", "proto2ffi man -o DIR"},
        header = "Print a man page, that of a command or of proto2ffi itself.",
        description = {
            "",
            "In the language that man(1) reads. The zip has the pages in share/man, where man finds them once the zip's bin is on "
                    + "the PATH.",
            ""
        },
        footer = {"", "Examples:", "  proto2ffi man generate | man -l -", "  proto2ffi man -o share/man/man1"})
final class ManCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; without one, proto2ffi itself.")
    @Nullable String command;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write all pages into this directory, as proto2ffi.1, proto2ffi-generate.1 and so on.")
    @Nullable Path output;

    private final Context context;

    ManCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        CommandEntry root = CommandEntry.of(spec.root());
        ManPage pages = new ManPage(root, Version.number(), Version.date());
        if (output == null) {
            context.console().print(pages.of(command == null ? root : find(root, command)));
            return ExitCode.DONE;
        }
        if (command != null) {
            throw new ParameterException(spec.commandLine(), "-o DIR writes all pages; leave " + command + " out");
        }
        for (ManPage.File page : pages.all()) {
            OutputWriter.writeFile(output.resolve(page.name()), page.content().getBytes(StandardCharsets.UTF_8));
        }
        return ExitCode.DONE;
    }

    private CommandEntry find(CommandEntry root, String name) {
        return root.commands().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> HelpCommand.unknown(
                        spec, name, spec.root().subcommands().keySet()));
    }
}
