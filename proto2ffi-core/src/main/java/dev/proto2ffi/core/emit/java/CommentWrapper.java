package dev.proto2ffi.core.emit.java;

/** Breaks the long lines of Javadoc, which JavaPoet leaves as they are, and puts short comments on one line. */
final class CommentWrapper {
    private static final int WIDTH = 120;

    private CommentWrapper() {}

    /** The text of a source file, with its Javadoc in shape. */
    static String wrap(String source) {
        StringBuilder out = new StringBuilder(source.length() + source.length() / 16);
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (isShortComment(lines, i)) {
                line = line + " " + lines[i + 1].strip().substring(2) + " */";
                i += 2;
            }
            append(line, out);
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    /** Whether a comment of one line begins here that fits on the line of its marks. */
    private static boolean isShortComment(String[] lines, int start) {
        return lines[start].strip().equals("/**")
                && start + 2 < lines.length
                && lines[start + 1].strip().startsWith("* ")
                && lines[start + 2].strip().equals("*/")
                && lines[start].length() + 1 + lines[start + 1].strip().length() - 2 + 3 <= WIDTH;
    }

    private static void append(String line, StringBuilder out) {
        int text = line.stripLeading().startsWith("* ") ? line.indexOf('*') + 2 : -1;
        String rest = line;
        while (text > 0 && rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            space = space > text ? space : rest.indexOf(' ', text);
            if (space < 0) {
                break;
            }
            out.append(rest, 0, space).append('\n');
            rest = line.substring(0, text) + rest.substring(space + 1);
        }
        out.append(rest).append('\n');
    }
}
