package dev.proto2ffi.benchmarks.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text that comes with the classes. */
final class Resource {
    private Resource() {}

    /** By its name beside this class, or from the root where it begins with a slash. */
    static String text(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lines of a table, comments and empty ones left out.
     *
     * @param columns that each line must have
     */
    static List<List<String>> table(String name, int columns) {
        List<List<String>> lines = new ArrayList<>();
        for (String line : text(name).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> fields = fields(line);
                if (fields.size() != columns) {
                    throw new IllegalStateException(
                            name + ": " + fields.size() + " fields instead of " + columns + " in: " + line);
                }
                lines.add(fields);
            }
        }
        return lines;
    }

    /** Between commas; those in double quotes don't count, and two double quotes within stand for one. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
