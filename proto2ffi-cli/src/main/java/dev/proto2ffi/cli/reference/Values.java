package dev.proto2ffi.cli.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What can stand as the value of an option, or as an operand.
 *
 * @param suffix of files, such as {@code .proto}; empty where any file will do, and for other kinds
 * @param words all there are; empty for other kinds
 */
public record Values(Kind kind, String suffix, List<String> words) {
    /** How a shell finds them. */
    public enum Kind {
        /** A flag, which takes none. */
        NONE,
        /** Anything. */
        TEXT,
        WORDS,
        DIRECTORY,
        FILE
    }

    private static final Pattern SUFFIX = Pattern.compile("\\.[a-z]+$");

    /** Known by its type and, as {@code DIR} and {@code FILE.proto} are paths both, by its label. */
    static Values of(ArgSpec arg) {
        String label = arg.paramLabel();
        if (arg.isOption() && arg.arity().max() == 0) {
            return new Values(Kind.NONE, "", List.of());
        }
        if (label.startsWith("COMMAND")) {
            return new Values(Kind.WORDS, "", namesOfCommands(arg.command(), label.contains("TOPIC")));
        }
        if (arg.completionCandidates() != null) {
            List<String> words = new ArrayList<>();
            arg.completionCandidates().forEach(words::add);
            return new Values(Kind.WORDS, "", List.copyOf(words));
        }
        Class<?>[] types = arg.typeInfo().getAuxiliaryTypes().length > 0 && arg.isMultiValue()
                ? arg.typeInfo().getAuxiliaryTypes()
                : new Class<?>[] {arg.type()};
        if (types[0] != Path.class) {
            return new Values(Kind.TEXT, "", List.of());
        }
        if (label.startsWith("DIR")) {
            return new Values(Kind.DIRECTORY, "", List.of());
        }
        Matcher suffix = SUFFIX.matcher(label);
        return new Values(Kind.FILE, suffix.find() ? suffix.group() : "", List.of());
    }

    private static List<String> namesOfCommands(CommandSpec spec, boolean topics) {
        List<String> names = new ArrayList<>(spec.root().subcommands().keySet());
        if (topics) {
            names.addAll(Topic.words());
        }
        return List.copyOf(names);
    }
}
