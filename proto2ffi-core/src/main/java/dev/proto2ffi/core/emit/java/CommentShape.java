package dev.proto2ffi.core.emit.java;

import java.util.ArrayList;
import java.util.List;

/** Gives Javadoc the shape that a person gives it: JavaPoet breaks no line, and takes three for a comment of one. */
final class CommentShape {
    private static final int WIDTH = 120;

    private CommentShape() {}

    /** The text of a source file, with lines of Javadoc that are too long broken, and short comments on a line of their own. */
    static String shape(String source) {
        List<String> lines = new ArrayList<>();
        for (String line : source.split("\n", -1)) {
            wrap(line, lines);
            joinLast(lines);
        }
        return String.join("\n", lines);
    }

    /** Adds a line, of Javadoc in as many as it takes, broken at spaces. */
    private static void wrap(String line, List<String> out) {
        int text = line.stripLeading().startsWith("* ") ? line.indexOf('*') + 2 : -1;
        String rest = line;
        while (text > 0 && rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            space = space > text ? space : rest.indexOf(' ', text);
            if (space < 0) {
                break;
            }
            out.add(rest.substring(0, space));
            rest = line.substring(0, text) + rest.substring(space + 1);
        }
        out.add(rest);
    }

    /** Where the last three lines are a comment of one line of text that leaves room for its marks, makes one of them. */
    private static void joinLast(List<String> lines) {
        int end = lines.size() - 1;
        if (end < 2 || !lines.get(end).endsWith(" */") || !lines.get(end - 2).endsWith("/**")) {
            return;
        }
        String indent = lines.get(end - 2).substring(0, lines.get(end - 2).length() - "/**".length());
        String text = lines.get(end - 1);
        boolean isOne = indent.isBlank() && lines.get(end).equals(indent + " */") && text.startsWith(indent + " * ");
        String joined = indent + "/** " + text.substring(Math.min(text.length(), indent.length() + 3)) + " */";
        if (isOne && joined.length() <= WIDTH) {
            lines.subList(end - 2, end + 1).clear();
            lines.add(joined);
        }
    }
}
