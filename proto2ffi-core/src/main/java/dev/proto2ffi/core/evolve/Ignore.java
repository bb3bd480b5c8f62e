package dev.proto2ffi.core.evolve;

import org.jspecify.annotations.Nullable;

/**
 * Findings that are accepted: {@code RULE:SUBJECT}, such as {@code member-appended:social.Post.*}; a {@code *} stands for
 * any characters in either half.
 *
 * @param text as the user wrote it
 */
public record Ignore(String text, String rule, String subject) {
    /** Reads {@code RULE:SUBJECT}; null where it isn't that, or where no rule has such a name. */
    public static @Nullable Ignore parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            return null;
        }
        Ignore ignore = new Ignore(text, text.substring(0, colon), text.substring(colon + 1));
        return Rule.matching(ignore.rule).isEmpty() ? null : ignore;
    }

    boolean covers(Finding finding) {
        return Wildcard.matches(rule, finding.rule().word()) && Wildcard.matches(subject, finding.subject());
    }
}
