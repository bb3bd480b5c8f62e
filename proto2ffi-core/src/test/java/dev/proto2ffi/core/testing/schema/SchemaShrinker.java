package dev.proto2ffi.core.testing.schema;

import dev.proto2ffi.core.testing.FrontEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a schema whatever a failure doesn't need: messages, fields, options, halves of the text first. What the
 * rest then can't do without any more, the front end says, line by line; that goes too.
 */
public final class SchemaShrinker {
    private static final Pattern PLACE = Pattern.compile("(\\S+):(\\d+):\\d+: error");
    private static final int MAX_REPAIRS = 400;

    private final Predicate<Map<String, String>> fails;
    private int tries;

    private SchemaShrinker(Predicate<Map<String, String>> fails, int tries) {
        this.fails = fails;
        this.tries = tries;
    }

    /** A declaration or option: lines of a file, both included. */
    private record Unit(String file, int first, int last) {}

    /**
     * @param files texts that fail, one declaration or option a line
     * @param fails whether valid texts still fail in the same way
     * @param tries how often it may be asked
     */
    public static Map<String, String> shrink(
            Map<String, String> files, Predicate<Map<String, String>> fails, int tries) {
        return new SchemaShrinker(fails, tries).shrink(files);
    }

    private Map<String, String> shrink(Map<String, String> files) {
        Map<String, String> current = files;
        for (int chunk = Math.max(1, units(files).size() / 2); chunk > 0 && tries > 0; chunk /= 2) {
            for (int from = 0; from < units(current).size() && tries > 0; ) {
                List<Unit> units = units(current);
                List<Unit> dropped = units.subList(from, Math.min(units.size(), from + chunk));
                Map<String, String> fewer = repaired(without(current, dropped));
                if (fewer != null && tries-- > 0 && fails.test(fewer)) {
                    current = fewer;
                } else {
                    from += chunk;
                }
            }
        }
        return current;
    }

    private static List<Unit> units(Map<String, String> files) {
        List<Unit> units = new ArrayList<>();
        files.forEach((file, text) -> {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.startsWith("}") && !line.matches("(syntax|edition|package) .*")) {
                    units.add(new Unit(file, i, end(lines, i)));
                }
            }
        });
        return units;
    }

    /** The line that closes what a line opens. */
    private static int end(List<String> lines, int start) {
        int depth = 0;
        for (int i = start; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("}")) {
                depth--;
            }
            if (line.endsWith("{") && !line.startsWith("//")) {
                depth++;
            }
            if (depth == 0) {
                return i;
            }
        }
        return lines.size() - 1;
    }

    private static Map<String, String> without(Map<String, String> files, List<Unit> dropped) {
        Map<String, String> fewer = new LinkedHashMap<>();
        files.forEach((file, text) -> {
            StringBuilder rest = new StringBuilder();
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                int line = i;
                if (dropped.stream()
                        .noneMatch(unit -> unit.file().equals(file) && unit.first() <= line && line <= unit.last())) {
                    rest.append(lines.get(i)).append('\n');
                }
            }
            fewer.put(file, rest.toString());
        });
        return fewer;
    }

    /** The texts without what is no longer valid; null where that leads nowhere. */
    private static @Nullable Map<String, String> repaired(Map<String, String> broken) {
        Map<String, String> files = broken;
        for (int i = 0; i < MAX_REPAIRS; i++) {
            try {
                return FrontEnd.layOut(files).structs().isEmpty() ? null : files;
            } catch (FrontEnd.InvalidSchema e) {
                Unit culprit = culprit(files, String.valueOf(e.getMessage()));
                if (culprit == null) {
                    return null;
                }
                files = without(files, List.of(culprit));
            }
        }
        return null;
    }

    /** The smallest declaration that an error is about. */
    private static @Nullable Unit culprit(Map<String, String> files, String errors) {
        Matcher place = PLACE.matcher(errors);
        if (!place.find()) {
            return null;
        }
        int line = Integer.parseInt(place.group(2)) - 1;
        Unit found = null;
        for (Unit unit : units(files)) {
            if (unit.file().equals(place.group(1)) && unit.first() <= line && line <= unit.last()) {
                found = unit;
            }
        }
        return found;
    }
}
