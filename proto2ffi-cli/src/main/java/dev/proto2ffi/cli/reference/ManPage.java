package dev.proto2ffi.cli.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The man page of a command. picocli's own generator writes AsciiDoc, which would need a Ruby program to become one. */
public final class ManPage {
    private static final String MANUAL = "proto2ffi manual";

    private final CommandEntry root;
    private final String version;
    private final String date;

    /**
     * @param root the program
     * @param version such as {@code 0.1.0}
     * @param date of the version, such as {@code 2026-11-21}; empty where it isn't known
     */
    public ManPage(CommandEntry root, String version, String date) {
        this.root = root;
        this.version = version;
        this.date = date;
    }

    /** A page and the name of its file. */
    public record File(String name, String content) {}

    /** That of the program, then those of its commands. */
    public List<File> all() {
        List<File> files = new ArrayList<>();
        files.add(new File(name(root) + ".1", of(root)));
        for (CommandEntry command : root.commands()) {
            files.add(new File(name(command) + ".1", of(command)));
        }
        return files;
    }

    /** @param command the root or one of its commands */
    public String of(CommandEntry command) {
        Roff page = new Roff().comment("Made of the command line itself by 'proto2ffi man'.");
        page.header(name(command).toUpperCase(Locale.ROOT), date, "proto2ffi " + version, MANUAL);
        page.section("Name");
        page.line(Roff.escape(name(command)) + " \\- " + Roff.escape(withoutFullStop(command.summary())));
        page.section("Synopsis").synopsis(command.synopsis());
        description(page, command);
        commands(page, command);
        options(page, command);
        if (command.equals(root)) {
            for (Topic topic : Topic.values()) {
                if (topic != Topic.EXIT_CODES) {
                    blocks(page.section(topic.title()), topic.blocks());
                }
            }
        }
        blocks(page.section("Exit status"), Topic.EXIT_CODES.blocks());
        sections(page, command);
        seeAlso(page, command);
        return page.toString();
    }

    private String name(CommandEntry command) {
        return command.equals(root) ? root.name() : root.name() + "-" + command.name();
    }

    private static void description(Roff page, CommandEntry command) {
        page.section("Description");
        if (command.description().isEmpty()) {
            page.text(command.summary());
        } else {
            blocks(page, command.description());
        }
        for (Argument operand : command.operands()) {
            page.item(operand.term(), operand.description());
        }
    }

    private void commands(Roff page, CommandEntry command) {
        if (command.commands().isEmpty()) {
            return;
        }
        page.section("Commands");
        for (CommandEntry each : command.commands()) {
            page.item(each.name(), each.summary() + " See " + name(each) + "(1).");
        }
    }

    private static void options(Roff page, CommandEntry command) {
        String group = "";
        for (Argument option : command.options()) {
            if (!option.group().equals(group)) {
                if (group.isEmpty()) {
                    page.section(option.group());
                } else {
                    page.subsection(option.group());
                }
                group = option.group();
            }
            page.item(option.term(), option.description());
        }
    }

    /** What stands at the end of the help; exit codes have a section of their own. */
    private static void sections(Roff page, CommandEntry command) {
        for (CommandEntry.Section section : command.sections()) {
            if (!section.title().isEmpty()) {
                blocks(page.section(section.title()), section.blocks());
            }
        }
    }

    private static void blocks(Roff page, List<Block> blocks) {
        boolean first = true;
        for (Block block : blocks) {
            if (block instanceof Block.Text text) {
                if (!first) {
                    page.paragraph();
                }
                page.text(text.text());
            } else if (block instanceof Block.Item item) {
                page.item(item.term(), item.text());
            } else if (block instanceof Block.Code code) {
                if (!first) {
                    page.paragraph();
                }
                page.code(code.lines());
            }
            first = false;
        }
    }

    private void seeAlso(Roff page, CommandEntry command) {
        List<String> others = new ArrayList<>();
        if (!command.equals(root)) {
            others.add(Roff.bold(root.name()) + "(1)");
        }
        for (CommandEntry each : root.commands()) {
            if (!each.equals(command)) {
                others.add(Roff.bold(name(each)) + "(1)");
            }
        }
        page.section("See also");
        for (int i = 0; i < others.size(); i++) {
            page.line(others.get(i) + (i + 1 < others.size() ? "," : ""));
        }
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
