package dev.proto2ffi.core.emit.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Documentation comments. What would end one early, or upset a compiler inside one, is defused. */
final class CComment {
    /** Control characters but tab; U+2028 and U+2029, which some editors take for line ends. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u2028\u2029&&[^\t]]");

    /** Marks that turn the direction of the text that follows: compilers warn of them, rightly. */
    private static final Pattern DIRECTION = Pattern.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private CComment() {}

    /**
     * A comment of the given paragraphs, each possibly of several lines; empty ones are left out.
     *
     * @return {@code /** … *}{@code /} and a newline; empty where there is nothing to say
     */
    static String of(String indent, String... paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            String text = paragraph.strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!lines.isEmpty()) {
                lines.add("");
            }
            dedent(paragraph).lines().map(CComment::defuse).forEach(lines::add);
        }
        if (lines.isEmpty()) {
            return "";
        }
        if (lines.size() == 1) {
            return indent + "/** " + lines.get(0) + " */\n";
        }
        StringBuilder out = new StringBuilder(indent).append("/**\n");
        for (String line : lines) {
            out.append((indent + " * " + line).stripTrailing()).append('\n');
        }
        return out.append(indent).append(" */\n").toString();
    }

    /** Comments come with the blank that followed {@code //}; text that is indented on purpose stays so. */
    private static String dedent(String text) {
        return text.stripTrailing().stripIndent().replaceFirst("^(\\s*\\R)+", "");
    }

    /** A line of text as it may stand within a comment. */
    static String defuse(String line) {
        String text = CONTROL.matcher(line).replaceAll(" ");
        text = DIRECTION
                .matcher(text)
                .replaceAll(mark -> String.format(
                        Locale.ROOT, "<U+%04X>", (int) mark.group().charAt(0)));
        text = text.replaceAll("\\?(?=\\?)", "? ")
                .replace("*/", "* /")
                .replace("/*", "/ *")
                .stripTrailing();
        // A backslash at the end would join the next line, and gcc and clang warn of it.
        return text.endsWith("\\") ? text + " ." : text;
    }
}
