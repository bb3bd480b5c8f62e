package dev.proto2ffi.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in Java sources that throws.
 *
 * @param place file and line
 * @param type the exception's simple name
 * @param texts the literals of its message, in their order
 */
record Thrown(String place, String type, List<String> texts) {
    private static final Pattern NEW = Pattern.compile("new (\\w+(?:Exception|Error))\\(");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

    /** All of them below a folder. */
    static List<Thrown> in(Path folder) throws IOException {
        List<Thrown> all = new ArrayList<>();
        for (Path file : Workshop.files(folder, ".java")) {
            String source = withoutComments(Files.readString(file));
            Matcher made = NEW.matcher(source);
            while (made.find()) {
                String place = file.getFileName() + ":"
                        + source.substring(0, made.start()).lines().count();
                all.add(new Thrown(place, made.group(1), literals(source, made.end())));
            }
        }
        return all;
    }

    /** Lines stay where they are. */
    static String withoutComments(String source) {
        return COMMENT.matcher(source)
                .replaceAll(found -> "\n".repeat((int)
                        found.group().chars().filter(c -> c == '\n').count()));
    }

    /** The literals up to the parenthesis that closes the one before {@code from}. */
    private static List<String> literals(String source, int from) {
        List<String> literals = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        int depth = 1;
        for (int i = from; depth > 0; i++) {
            char c = source.charAt(i);
            if (c == '"' && literal.find(i)) {
                literals.add(literal.group(1));
                i = literal.end() - 1;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
        }
        return literals;
    }
}
