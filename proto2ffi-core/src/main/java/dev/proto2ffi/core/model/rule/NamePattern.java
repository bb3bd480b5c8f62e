package dev.proto2ffi.core.model.rule;

/**
 * Matches full names of declarations and import names of files. A {@code *} stands for any run of characters, dots and
 * slashes included, and for none.
 */
public record NamePattern(String text) {
    /** Whether it names one declaration, having no {@code *}. */
    public boolean isExact() {
        return text.indexOf('*') < 0;
    }

    public boolean matches(String name) {
        int at = 0;
        int pattern = 0;
        // Where to go on when the last star must take one character more: no more than the last needs to be tried.
        int star = -1;
        int starAt = 0;
        while (at < name.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                starAt = at;
            } else if (pattern < text.length() && text.charAt(pattern) == name.charAt(at)) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (pattern < text.length() && text.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == text.length();
    }
}
