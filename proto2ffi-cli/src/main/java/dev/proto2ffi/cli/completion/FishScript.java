package dev.proto2ffi.cli.completion;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Values;
import org.jspecify.annotations.Nullable;

/** Completion in fish: a {@code complete} for each command, option and operand. */
final class FishScript {
    private static final String HEADER = """
            # Completes proto2ffi in fish. Made by 'proto2ffi completion fish'.
            #
            # For this session:
            #     proto2ffi completion fish | source
            # For all that follow, once:
            #     proto2ffi completion fish >~/.config/fish/completions/proto2ffi.fish

            # Prints the command that stands before the cursor.
            function __proto2ffi_command
                for word in (commandline -opc)[2..]
                    if contains -- $word COMMANDS
                        echo $word
                        return
                    end
                end
            end

            # Whether the command is $argv[1], "" for none yet.
            function __proto2ffi_on
                set -l command (__proto2ffi_command)
                test "$command" = "$argv[1]"
            end

            # Prints directories and the files whose names end in $argv[1].
            function __proto2ffi_files
                for each in (__fish_complete_path (commandline -ct))
                    set -l path (string split -m 1 \\t -- $each)[1]
                    if string match -q -- '*/' $path; or string match -q -- "*$argv[1]" $path
                        echo $each
                    end
                end
            end

            # Prints directories, also behind the letter of an option.
            function __proto2ffi_directories
                __fish_complete_directories (string replace -r '^-[A-Za-z]' '' -- (commandline -ct))
            end

            complete -c proto2ffi -f
            """;

    private final StringBuilder out = new StringBuilder();

    private FishScript() {}

    static String of(CommandEntry root) {
        return new FishScript().script(root);
    }

    private String script(CommandEntry root) {
        out.append(HEADER.replace(
                "COMMANDS",
                String.join(
                        " ", root.commands().stream().map(CommandEntry::name).toList())));
        for (CommandEntry command : root.commands()) {
            complete("", " -a " + command.name(), command.summary());
        }
        for (Argument option : root.options()) {
            option(option.shared() ? null : "", option);
        }
        for (CommandEntry command : root.commands()) {
            out.append('\n');
            for (Argument option : command.options()) {
                if (!option.shared()) {
                    option(command.name(), option);
                }
            }
            for (Argument operand : command.operands()) {
                String arguments = operand(operand.values());
                if (!arguments.isEmpty()) {
                    complete(command.name(), arguments, "");
                }
            }
        }
        return out.toString();
    }

    private void option(@Nullable String command, Argument option) {
        StringBuilder words = new StringBuilder();
        for (String name : option.names()) {
            words.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        complete(command, words + value(option.values()), option.brief());
    }

    /** @param command null for any, empty for none yet */
    private void complete(@Nullable String command, String words, String description) {
        out.append("complete -c proto2ffi");
        if (command != null) {
            out.append(" -n ").append(Quoting.fish("__proto2ffi_on " + (command.isEmpty() ? "\"\"" : command)));
        }
        out.append(words);
        if (!description.isEmpty()) {
            out.append(" -d ").append(Quoting.fish(description));
        }
        out.append('\n');
    }

    private static String value(Values values) {
        return switch (values.kind()) {
            case NONE -> "";
            case TEXT -> " -x";
            case WORDS, DIRECTORY -> " -x" + operand(values);
            case FILE -> " -r -F";
        };
    }

    private static String operand(Values values) {
        return switch (values.kind()) {
            case NONE, TEXT -> "";
            case WORDS -> " -a " + Quoting.fish(String.join(" ", values.words()));
            case DIRECTORY -> " -a '(__proto2ffi_directories)'";
            case FILE -> values.suffix().isEmpty() ? " -F" : " -a '(__proto2ffi_files " + values.suffix() + ")'";
        };
    }
}
