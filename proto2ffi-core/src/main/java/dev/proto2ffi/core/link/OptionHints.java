package dev.proto2ffi.core.link;

import java.util.Map;
import java.util.Set;

/** What to say of an option that nothing declares, when it looks like one of {@code proto2ffi/options.proto}. */
final class OptionHints {
    private static final String OPTIONS_FILE = "proto2ffi/options.proto";
    private static final String PACKAGE = "proto2ffi.";

    /** The words of options.proto by the kind of declaration; {@code OptionHintsTest} compares them with the file. */
    static final Map<String, Set<String>> WORDS = Map.of(
            "file", Set.of("java_package", "c_prefix", "rust_module", "presence", "max_size", "max_count"),
            "message", Set.of("align", "packed", "order", "pool_size", "columns", "unknown_fields"),
            "field",
                    Set.of(
                            "max_size",
                            "fixed_length",
                            "max_count",
                            "fixed_count",
                            "key",
                            "value",
                            "int_size",
                            "align",
                            "indirect",
                            "presence",
                            "atomic"),
            "enum", Set.of("int_size"),
            "method", Set.of("critical", "batch"));

    private OptionHints() {}

    /**
     * Help for a plain word.
     *
     * @param target the kind of declaration that it stands on
     */
    static String forWord(String target, String word) {
        return isOurs(target, word)
                ? "write (" + PACKAGE + target + ")." + word + ", and import \"" + OPTIONS_FILE + "\""
                : "custom options stand in parentheses, as in (" + word + ")";
    }

    /** Help for a name in parentheses. */
    static String forExtension(String target, String name) {
        if (name.startsWith(PACKAGE) || name.startsWith("." + PACKAGE)) {
            return "add import \"" + OPTIONS_FILE + "\";";
        }
        return isOurs(target, name) ? forWord(target, name) : "import the file that declares it";
    }

    private static boolean isOurs(String target, String word) {
        return WORDS.getOrDefault(target, Set.of()).contains(word);
    }
}
