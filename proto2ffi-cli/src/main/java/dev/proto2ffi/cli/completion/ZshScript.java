package dev.proto2ffi.cli.completion;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Values;
import java.util.List;

/** Completion in zsh: specifications for its {@code _arguments}. */
final class ZshScript {
    private static final String HEADER = """
            #compdef proto2ffi
            # Completes proto2ffi in zsh. Made by 'proto2ffi completion zsh'.
            #
            # For this session, and in ~/.zshrc, behind compinit, for all that follow:
            #     source <(proto2ffi completion zsh)
            # Or, in a directory of $fpath that you can write to, once:
            #     proto2ffi completion zsh >"${fpath[1]}/_proto2ffi"

            """;

    private static final String FOOTER = """
            # Autoloaded, this file is the body of the function; sourced, it only defines it.
            if [[ $funcstack[1] == _proto2ffi ]]; then
                _proto2ffi "$@"
            else
                compdef _proto2ffi proto2ffi
            fi
            """;

    private final CommandEntry root;
    private final StringBuilder out = new StringBuilder(HEADER);

    private ZshScript(CommandEntry root) {
        this.root = root;
    }

    static String of(CommandEntry root) {
        return new ZshScript(root).script();
    }

    private String script() {
        commands();
        out.append("_proto2ffi() {\n");
        out.append("    local curcontext=$curcontext state state_descr line\n    typeset -A opt_args\n");
        // The options of a command are its own business.
        out.append("    _arguments -C -A '-*'");
        root.options().forEach(this::option);
        spec("1:command:_proto2ffi_commands");
        spec("*::argument:->argument");
        out.append(" && return\n    [[ $state == argument ]] || return 1\n");
        out.append("    curcontext=${curcontext%:*:*}:proto2ffi-$words[1]:\n    case $words[1] in\n");
        for (CommandEntry command : root.commands()) {
            out.append("        ").append(command.name()).append(")\n            _arguments -S");
            command.options().forEach(this::option);
            for (int i = 0; i < command.operands().size(); i++) {
                Argument operand = command.operands().get(i);
                spec((operand.repeatable() ? "*" : Integer.toString(i + 1)) + ":" + message(operand.label()) + ":"
                        + action(operand.values()));
            }
            out.append("\n            ;;\n");
        }
        out.append("    esac\n}\n\n");
        return out.append(FOOTER).toString();
    }

    private void commands() {
        out.append("_proto2ffi_commands() {\n    local -a commands=(\n");
        for (CommandEntry command : root.commands()) {
            out.append("        ")
                    .append(Quoting.posix(command.name() + ":" + command.summary()))
                    .append('\n');
        }
        out.append("    )\n    _describe -t commands command commands\n}\n\n");
    }

    /** One specification for each name; a name excludes the others, unless the option may be repeated. */
    private void option(Argument option) {
        List<String> names = option.names();
        boolean ends = names.contains("--help") || names.contains("--version");
        String excluded = ends ? "(- :)" : option.repeatable() ? "*" : "(" + String.join(" ", names) + ")";
        for (String name : names) {
            StringBuilder spec = new StringBuilder(excluded).append(name);
            if (!option.label().isEmpty()) {
                spec.append(name.startsWith("--") ? "=" : "+");
            }
            spec.append('[').append(explanation(option.brief())).append(']');
            if (!option.label().isEmpty()) {
                spec.append(':').append(message(option.label())).append(':').append(action(option.values()));
            }
            spec(spec.toString());
        }
    }

    private void spec(String text) {
        out.append(" \\\n                ").append(Quoting.posix(text));
    }

    private static String explanation(String text) {
        return text.replaceAll("[\\[\\]\\\\]", "\\\\$0");
    }

    private static String message(String text) {
        return text.replace(":", "\\:");
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "(" + String.join(" ", values.words()) + ")";
            case DIRECTORY -> "_files -/";
            case FILE -> values.suffix().isEmpty() ? "_files" : "_files -g \"*" + values.suffix() + "\"";
            case NONE, TEXT -> " ";
        };
    }
}
