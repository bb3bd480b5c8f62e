package dev.proto2ffi.cli.completion;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completion in bash, from the 3.2 of macOS on: functions that fill COMPREPLY. */
final class BashScript {
    private static final String HEADER = """
            # Completes proto2ffi in bash. Made by 'proto2ffi completion bash'.
            #
            # For this session, and in ~/.bashrc for all that follow:
            #     eval "$(proto2ffi completion bash)"
            # Or, where the package bash-completion is installed, once:
            #     mkdir -p ~/.local/share/bash-completion/completions
            #     proto2ffi completion bash >~/.local/share/bash-completion/completions/proto2ffi

            # Offers those of the words $1 that begin with $cur.
            _proto2ffi_words() {
                local IFS=$' \\t\\n'
                COMPREPLY=($(compgen -P "$prefix" -W "$1" -- "$cur"))
            }

            # Offers directories and, where $1 isn't /, the files whose names end in $1. readline adds slashes and quotes, but
            # not to a path that stands behind something else in the same word.
            _proto2ffi_paths() {
                local each slash=
                if [[ -n $prefix ]]; then
                    slash=/
                    compopt -o nospace 2>/dev/null
                else
                    compopt -o filenames 2>/dev/null
                fi
                cur=${cur#[\\"\\']}
                cur=${cur//\\\\/}
                while IFS= read -r each; do
                    COMPREPLY+=("$prefix$each")
                done < <(
                    compgen -d -S "$slash" -- "$cur"
                    [[ $1 == / ]] || compgen -f -X "!*$1" -- "$cur" | while IFS= read -r each; do
                        [[ -d $each ]] || printf '%s\\n' "$each"
                    done
                )
            }

            """;

    private static final String COMPLETION = """
            _proto2ffi() {
                local cur=${COMP_WORDS[COMP_CWORD]} command= option= prefix= i
                COMPREPLY=()
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        COMMANDS)
                            command=${COMP_WORDS[i]}
                            break
                            ;;
                    esac
                done
                # bash splits words at = unless COMP_WORDBREAKS was changed.
                if [[ $cur == = ]]; then
                    option=${COMP_WORDS[COMP_CWORD - 1]}
                    cur=
                elif ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[COMP_CWORD - 1]} == = ]]; then
                    option=${COMP_WORDS[COMP_CWORD - 2]}
                elif [[ $cur == --*=* ]]; then
                    option=${cur%%=*}
                    prefix=$option=
                    cur=${cur#*=}
                elif [[ $cur == -[!-]?* ]]; then
                    option=${cur:0:2}
                    prefix=$option
                    cur=${cur:2}
                else
                    option=${COMP_WORDS[COMP_CWORD - 1]}
                fi
                if _proto2ffi_value "$command" "$option" || [[ -n $prefix ]]; then
                    return
                fi
                case $cur in
                    -*) _proto2ffi_options "$command" ;;
                    *) _proto2ffi_operand "$command" ;;
                esac
            }

            complete -F _proto2ffi proto2ffi
            """;

    private final CommandEntry root;
    private final StringBuilder out = new StringBuilder();

    private BashScript(CommandEntry root) {
        this.root = root;
    }

    static String of(CommandEntry root) {
        return new BashScript(root).script();
    }

    private String script() {
        List<String> names = root.commands().stream().map(CommandEntry::name).toList();
        out.append(HEADER);
        values();
        options();
        operands(names);
        out.append(COMPLETION.replace("COMMANDS", String.join(" | ", names)));
        return out.toString();
    }

    private void values() {
        out.append("# Offers the values of the option $2 of the command $1; fails where it has none.\n");
        out.append("_proto2ffi_value() {\n    case \"$1 $2\" in\n");
        patterns().forEach((values, patterns) -> {
            out.append("        ")
                    .append(String.join(" | \\\n            ", patterns))
                    .append(") ");
            out.append(offer(values)).append(" ;;\n");
        });
        out.append("        *) return 1 ;;\n    esac\n}\n\n");
    }

    /** Patterns of command and option by what the option takes; an option that is the same everywhere needs but one. */
    private Map<Values, List<String>> patterns() {
        Map<String, Map<String, Values>> byName = new LinkedHashMap<>();
        collect("", root, byName);
        root.commands().forEach(command -> collect(command.name(), command, byName));
        Map<Values, List<String>> patterns = new LinkedHashMap<>();
        byName.forEach((name, byCommand) -> {
            Set<Values> kinds = new LinkedHashSet<>(byCommand.values());
            byCommand.forEach((command, values) -> {
                if (values.kind() != Values.Kind.NONE) {
                    String pattern = kinds.size() == 1 ? "*' " + name + "'" : "'" + command + " " + name + "'";
                    List<String> same = patterns.computeIfAbsent(values, key -> new ArrayList<>());
                    if (!same.contains(pattern)) {
                        same.add(pattern);
                    }
                }
            });
        });
        return patterns;
    }

    private static void collect(String command, CommandEntry entry, Map<String, Map<String, Values>> byName) {
        for (Argument option : entry.options()) {
            for (String name : option.names()) {
                byName.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(command, option.values());
            }
        }
    }

    private void options() {
        out.append("# Offers the options of the command $1.\n_proto2ffi_options() {\n    case $1 in\n");
        options("''", root);
        root.commands().forEach(command -> options(command.name(), command));
        out.append("    esac\n}\n\n");
    }

    private void options(String pattern, CommandEntry command) {
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.addAll(option.names()));
        out.append("        ").append(pattern).append(") _proto2ffi_words '");
        out.append(String.join(" ", names)).append("' ;;\n");
    }

    private void operands(List<String> names) {
        out.append("# Offers what else the command $1 takes; without a command, the commands.\n");
        out.append("_proto2ffi_operand() {\n    case $1 in\n");
        out.append("        '') _proto2ffi_words '")
                .append(String.join(" ", names))
                .append("' ;;\n");
        for (CommandEntry command : root.commands()) {
            if (!command.operands().isEmpty()) {
                Values values = command.operands().get(0).values();
                out.append("        ").append(command.name()).append(") ");
                out.append(offer(values)).append(" ;;\n");
            }
        }
        out.append("    esac\n}\n\n");
    }

    private static String offer(Values values) {
        return switch (values.kind()) {
            case WORDS -> "_proto2ffi_words " + Quoting.posix(String.join(" ", values.words()));
            case DIRECTORY -> "_proto2ffi_paths /";
            case FILE -> "_proto2ffi_paths " + Quoting.posix(values.suffix());
            case NONE, TEXT -> ":";
        };
    }
}
