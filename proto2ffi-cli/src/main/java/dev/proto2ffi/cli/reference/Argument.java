package dev.proto2ffi.cli.reference;

import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option, or an operand, which has no names.
 *
 * @param names short ones first, such as {@code -o} and {@code --output}; empty for an operand
 * @param label what stands for the value, such as {@code FILE}; empty for a flag
 * @param group heading of the options among which it is shown; empty for an operand
 * @param shared whether every command has the option
 * @param repeatable whether it may stand there more than once
 */
public record Argument(
        List<String> names,
        String label,
        String description,
        Values values,
        String group,
        boolean shared,
        boolean repeatable) {
    static Argument of(ArgSpec arg, String group) {
        Values values = Values.of(arg);
        return new Argument(
                arg instanceof OptionSpec option ? List.of(option.names()) : List.of(),
                values.kind() == Values.Kind.NONE ? "" : arg.paramLabel(),
                text(String.join(" ", arg.description())),
                values,
                group,
                OptionGroups.isShared(arg),
                arg.isMultiValue());
    }

    /** What it says, without the formats of picocli. */
    static String text(String markup) {
        return Ansi.OFF
                .string(markup)
                .replace("%n", " ")
                .replace("%%", "%")
                .replaceAll("\\s+", " ")
                .trim();
    }

    /** The first clause of the description: what a shell has room for beside a name. */
    public String brief() {
        String first = description.split("(?<=[\\p{Alnum})])(\\. |; |: ')", 2)[0];
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** As it is written: {@code -o, --output=FILE}. */
    public String term() {
        if (names.isEmpty()) {
            return label + (repeatable ? "..." : "");
        }
        return String.join(", ", names) + (label.isEmpty() ? "" : joint() + label);
    }

    /** What stands between the last name and the value. */
    String joint() {
        return names.get(names.size() - 1).startsWith("--") ? "=" : " ";
    }
}
