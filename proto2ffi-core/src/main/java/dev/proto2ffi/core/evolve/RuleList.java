package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.text.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rules, for people and programs. */
public final class RuleList {
    private RuleList() {}

    /**
     * A rule a paragraph: its name, how grave it is, what it belongs to, and what it means.
     *
     * @param width columns of the screen
     */
    public static String text(int width) {
        StringBuilder out = new StringBuilder();
        for (Rule rule : Rule.values()) {
            out.append(rule.word())
                    .append(" (")
                    .append(rule.severity().word())
                    .append("; ")
                    .append(categories(rule))
                    .append(")\n");
            wrap("    ", rule.meaning(), width, out);
        }
        return out.toString();
    }

    /** The names only, by their first category, such as for a command's help. */
    public static List<String> names(Category category) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.categories().get(0) == category)
                .map(Rule::word)
                .toList();
    }

    /** {@code {"rules": […]}}, a rule a line. */
    public static String json() {
        List<JsonObject> rules = Arrays.stream(Rule.values())
                .map(rule -> {
                    JsonObject object = new JsonObject()
                            .put("rule", rule.word())
                            .put("severity", rule.severity().word())
                            .putAll(
                                    "categories",
                                    rule.categories().stream()
                                            .map(category -> JsonObject.quote(category.word()))
                                            .toList())
                            .put("meaning", rule.meaning());
                    return rule.advice() == null ? object : object.put("advice", rule.advice());
                })
                .toList();
        return new JsonObject().putLines("rules", rules, 2) + "\n";
    }

    /** Its categories, the most important first. */
    public static String categories(Rule rule) {
        return rule.categories().stream().map(Category::word).collect(Collectors.joining(", "));
    }

    private static void wrap(String indent, String text, int width, StringBuilder out) {
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column == 0) {
                out.append(indent);
                column = indent.length();
            } else if (column + 1 + word.length() > width) {
                out.append('\n').append(indent);
                column = indent.length();
            } else {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        out.append('\n');
    }
}
