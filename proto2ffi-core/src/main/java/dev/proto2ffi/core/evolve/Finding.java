package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say about a change.
 *
 * @param subject full name of what changed, such as {@code social.Post.title}; the path of a file where that changed
 * @param message one sentence, without a full stop
 * @param old where it stands in the old schema or lock file; null for what was added
 * @param now where it stands in the new one; for what was removed what held it, or null
 */
public record Finding(
        Rule rule,
        String subject,
        String message,
        @Nullable Span old,
        @Nullable Span now) {
    /** The first of its rule's. */
    public Category category() {
        return rule.categories().get(0);
    }

    public Severity severity() {
        return rule.severity();
    }

    /** What to do instead; null where there is nothing to do. */
    public @Nullable String advice() {
        return rule.advice();
    }

    /** The place to look at: in the new schema if there is one. */
    @Nullable Span place() {
        return now != null ? now : old;
    }
}
