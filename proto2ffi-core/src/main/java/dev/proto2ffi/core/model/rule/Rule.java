package dev.proto2ffi.core.model.rule;

import dev.proto2ffi.core.source.Span;
import java.util.List;

/**
 * A line of a rule text.
 *
 * @param span where the pattern was written
 * @param settings in the order of the line
 */
public record Rule(NamePattern pattern, Span span, List<Setting> settings) {
    public Rule {
        settings = List.copyOf(settings);
    }
}
