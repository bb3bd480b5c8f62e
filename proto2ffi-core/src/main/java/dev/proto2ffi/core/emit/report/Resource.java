package dev.proto2ffi.core.emit.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of the page that are the same for all schemas. */
final class Resource {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    private Resource() {}

    static String text(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts each text in the place of its name, {@code {{name}}}. What was put in isn't looked at again. */
    static String fill(String name, Map<String, String> texts) {
        return PLACE.matcher(text(name)).replaceAll(place -> {
            String text = texts.get(place.group(1));
            if (text == null) {
                throw new IllegalStateException("nothing to put at " + place.group());
            }
            return Matcher.quoteReplacement(text);
        });
    }
}
