package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.Argument;
import dev.proto2ffi.cli.reference.Block;
import dev.proto2ffi.cli.reference.CommandEntry;
import dev.proto2ffi.cli.reference.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The reference of the command line as Markdown, with examples of its output that it makes by running it. */
final class CliPage {
    private static final String SCHEMA = """
            syntax = "proto3";
            package geo;
            import "proto2ffi/options.proto";

            message Place {
              double latitude = 1;
              bool capital = 2;
              oneof extent {
                uint32 people = 3;
                string text = 4 [(proto2ffi.field).max_size = 12];
              }
            }
            """;

    private final CommandEntry root;
    private final Cli cli;
    private final StringBuilder out = new StringBuilder();

    /** @param folder an empty one, to run examples in */
    CliPage(CommandEntry root, Path folder) {
        this.root = root;
        this.cli = new Cli(folder);
    }

    String markdown() throws IOException {
        out.append("\n## Commands\n\n| command | what it does |\n|---|---|\n");
        for (CommandEntry command : root.commands()) {
            out.append("| [")
                    .append(command.name())
                    .append("](#")
                    .append(anchor(command))
                    .append(") | ");
            out.append(cell(command.summary())).append(" |\n");
        }
        command(root);
        for (CommandEntry command : root.commands()) {
            command(command);
        }
        for (Topic topic : Topic.values()) {
            out.append("\n## ").append(topic.title()).append("\n");
            blocks(topic.blocks());
        }
        outputs();
        return out.append('\n').toString();
    }

    private static String anchor(CommandEntry command) {
        return command.title().replace(' ', '-').toLowerCase(Locale.ROOT);
    }

    private void command(CommandEntry command) {
        out.append("\n## ")
                .append(command.title())
                .append("\n\n")
                .append(text(command.summary()))
                .append('\n');
        fence("text", command.synopsis());
        blocks(command.description());
        if (!command.operands().isEmpty()) {
            out.append('\n');
            for (Argument operand : command.operands()) {
                out.append("- `")
                        .append(operand.term())
                        .append("`: ")
                        .append(text(operand.description()))
                        .append('\n');
            }
        }
        String group = "";
        for (Argument option : command.options()) {
            if ((command.equals(root) || !option.shared()) && !option.group().equals(group)) {
                group = option.group();
                options(group, command);
            }
        }
        for (CommandEntry.Section section : command.sections()) {
            boolean examples = section.title().startsWith("Example");
            out.append(section.title().isEmpty() || examples ? "" : "\n### " + section.title() + "\n");
            if (examples) {
                fence("sh", command.examples());
            } else {
                blocks(section.blocks());
            }
        }
    }

    private void options(String group, CommandEntry command) {
        out.append("\n### ").append(group).append("\n\n| option | meaning |\n|---|---|\n");
        for (Argument option : command.options()) {
            if (option.group().equals(group)) {
                out.append("| `").append(option.term().replace("|", "\\|")).append("` | ");
                out.append(cell(option.description())).append(" |\n");
            }
        }
    }

    private void blocks(List<Block> blocks) {
        boolean list = false;
        for (Block block : blocks) {
            if (block instanceof Block.Item item) {
                out.append(list ? "" : "\n").append("- `").append(item.term()).append("`: ");
                out.append(text(item.text())).append('\n');
            } else if (block instanceof Block.Text prose) {
                out.append('\n').append(text(prose.text())).append('\n');
            } else if (block instanceof Block.Code code) {
                fence("text", code.lines());
            }
            list = block instanceof Block.Item;
        }
    }

    private void outputs() throws IOException {
        out.append("\n## Examples of output\n\n`place.proto` is\n");
        fence("proto", SCHEMA.lines().toList());
        cli.write("place.proto", SCHEMA);
        output("text", "layout", "place.proto");
        output("json", "layout", "--format", "json", "place.proto");
        out.append("\nWith `message Place`'s last bound set to 0:\n");
        cli.write("place.proto", SCHEMA.replace("max_size = 12", "max_size = 0"));
        output("text", "check", "place.proto");
        output("json", "check", "--error-format", "json", "place.proto");
    }

    private void output(String language, String... words) {
        String[] arguments = words.clone();
        arguments[words.length - 1] = "DIR/" + words[words.length - 1];
        Cli.Result result = cli.run(arguments);
        out.append("\n`proto2ffi ").append(String.join(" ", words)).append("`");
        out.append(result.err().isEmpty() ? "" : ", on the standard error stream, exit code " + result.code());
        out.append(":\n");
        fence(
                language,
                (result.out() + result.err()).replace("DIR/", "").lines().toList());
    }

    private void fence(String language, List<String> lines) {
        out.append("\n```").append(language).append('\n');
        lines.forEach(line -> out.append(line).append('\n'));
        out.append("```\n");
    }

    private static String cell(String text) {
        return text(text).replace("|", "\\|");
    }

    /** What would be markup is shown as it is. */
    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("*", "\\*")
                .replace("<", "&lt;")
                .replaceAll("(?<!\\w)_|_(?!\\w)", "\\\\_");
    }
}
