package dev.proto2ffi.core.link;

import java.util.Set;

/** What to say of an option that nothing declares, when it looks like one of {@code proto2ffi/options.proto}. */
final class OptionHints {
    private static final String PACKAGE = "proto2ffi.";

    private OptionHints() {}

    /**
     * Help for a plain word.
     *
     * @param target the kind of declaration that it stands on
     */
    static String forWord(String target, String word) {
        return isOurs(target, word)
                ? "write (" + PACKAGE + target + ")." + word + ", and import \"" + OptionWords.FILE + "\""
                : "custom options stand in parentheses, as in (" + word + ")";
    }

    /** Help for a name in parentheses. */
    static String forExtension(String target, String name) {
        if (name.startsWith(PACKAGE) || name.startsWith("." + PACKAGE)) {
            return "add import \"" + OptionWords.FILE + "\";";
        }
        return isOurs(target, name) ? forWord(target, name) : "import the file that declares it";
    }

    private static boolean isOurs(String target, String word) {
        return OptionWords.BY_EXTENSION.getOrDefault(target, Set.of()).contains(word);
    }
}
