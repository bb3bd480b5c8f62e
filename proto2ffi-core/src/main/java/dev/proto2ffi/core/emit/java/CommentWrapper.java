package dev.proto2ffi.core.emit.java;

/** Breaks the long lines of Javadoc, which JavaPoet leaves as they are. */
final class CommentWrapper {
    private static final int WIDTH = 120;

    private CommentWrapper() {}

    /** The text of a source file, with every line of Javadoc that is too long broken at a space. */
    static String wrap(String source) {
        StringBuilder out = new StringBuilder(source.length() + source.length() / 16);
        for (String line : source.split("\n", -1)) {
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
        out.setLength(out.length() - 1);
        return out.toString();
    }
}
