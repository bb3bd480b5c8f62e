package dev.proto2ffi.cli.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command as those need it who write about it. Hidden commands and options are left out.
 *
 * @param name such as {@code generate}; the program's own for the root
 * @param title such as {@code proto2ffi generate}
 * @param summary one sentence
 * @param synopsis lines, the later ones indented
 * @param operands in their order
 * @param options in the order of their groups, those of every command last
 * @param sections what stands at the end of its help
 */
public record CommandEntry(
        String name,
        String title,
        String summary,
        List<Block> description,
        List<String> synopsis,
        List<Argument> operands,
        List<Argument> options,
        List<Section> sections,
        List<CommandEntry> commands) {
    /** By how much later lines of a synopsis are indented for help, where {@code Usage: } stands before the first. */
    private static final String BEHIND_USAGE = " ".repeat("Usage: ".length());

    /** @param title such as {@code Examples}; empty for text that has none */
    public record Section(String title, List<Block> blocks) {}

    public static CommandEntry of(CommandSpec spec) {
        List<CommandEntry> commands = new ArrayList<>();
        spec.subcommands().forEach((name, line) -> {
            CommandSpec each = line.getCommandSpec();
            if (name.equals(each.name()) && !each.usageMessage().hidden()) {
                commands.add(of(each));
            }
        });
        return new CommandEntry(
                spec.name(),
                spec.qualifiedName(),
                Argument.text(String.join(" ", spec.usageMessage().header())),
                Block.of(lines(spec.usageMessage().description())),
                synopsis(spec),
                spec.positionalParameters().stream()
                        .filter(arg -> !arg.hidden())
                        .map(arg -> Argument.of(arg, ""))
                        .toList(),
                options(spec),
                sections(lines(spec.usageMessage().footer())),
                List.copyOf(commands));
    }

    /** The command lines that its help gives as examples. */
    public List<String> examples() {
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            if (section.title().startsWith("Example")) {
                for (Block block : section.blocks()) {
                    if (block instanceof Block.Code code) {
                        lines.addAll(code.lines());
                    }
                }
            }
        }
        return lines;
    }

    private static List<Argument> options(CommandSpec spec) {
        List<Argument> options = new ArrayList<>();
        OptionGroups.of(spec)
                .forEach((heading, group) -> group.forEach(option -> options.add(Argument.of(option, heading))));
        return List.copyOf(options);
    }

    private static List<String> synopsis(CommandSpec spec) {
        String[] custom = spec.usageMessage().customSynopsis();
        if (custom.length > 0) {
            return Arrays.stream(custom)
                    .map(line -> line.startsWith(BEHIND_USAGE) ? line.substring(BEHIND_USAGE.length()) : line)
                    .toList();
        }
        CommandLine line = spec.commandLine();
        return line.getHelp().synopsis(0).lines().map(String::stripTrailing).toList();
    }

    /** Paragraphs; one whose first line ends with a colon, and has lines behind it, is a section of that title. */
    private static List<Section> sections(List<String> footer) {
        List<Section> sections = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        for (String line : footer) {
            if (line.isBlank()) {
                addSection(paragraph, sections);
                paragraph.clear();
            } else {
                paragraph.add(line);
            }
        }
        addSection(paragraph, sections);
        return List.copyOf(sections);
    }

    private static void addSection(List<String> paragraph, List<Section> sections) {
        if (paragraph.isEmpty()) {
            return;
        }
        String first = paragraph.get(0);
        boolean titled = paragraph.size() > 1 && first.endsWith(":") && !first.startsWith(" ");
        sections.add(new Section(
                titled ? first.substring(0, first.length() - 1) : "",
                Block.of(titled ? paragraph.subList(1, paragraph.size()) : paragraph)));
    }

    private static List<String> lines(String[] texts) {
        return Arrays.stream(texts)
                .flatMap(text -> text.replace("%%", "%").replace("%n", "\n").lines())
                .toList();
    }
}
