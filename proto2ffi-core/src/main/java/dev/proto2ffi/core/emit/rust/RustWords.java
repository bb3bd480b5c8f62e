package dev.proto2ffi.core.emit.rust;

import java.util.Locale;
import java.util.Set;

/** How Rust wants its names written, and the words that it keeps for itself. */
final class RustWords {
    /** Strict and reserved keywords of the editions 2021 and 2024, and {@code _}. */
    private static final Set<String> KEYWORDS = Set.of(
            "_",
            "abstract",
            "as",
            "async",
            "await",
            "become",
            "box",
            "break",
            "const",
            "continue",
            "crate",
            "do",
            "dyn",
            "else",
            "enum",
            "extern",
            "false",
            "final",
            "fn",
            "for",
            "gen",
            "if",
            "impl",
            "in",
            "let",
            "loop",
            "macro",
            "match",
            "mod",
            "move",
            "mut",
            "override",
            "priv",
            "pub",
            "ref",
            "return",
            "self",
            "Self",
            "static",
            "struct",
            "super",
            "trait",
            "true",
            "try",
            "type",
            "typeof",
            "unsafe",
            "unsized",
            "use",
            "virtual",
            "where",
            "while",
            "yield");

    /** A module of one of these names would stand before the primitive type, and {@code core} before the crate. */
    private static final Set<String> NOT_FOR_MODULES = Set.of(
            "bool", "char", "str", "f16", "f32", "f64", "f128", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16",
            "u32", "u64", "u128", "usize", "core", "std", "alloc");

    /**
     * Methods of traits that the structs have or that all types have. An inherent method of the same name would hide
     * them from {@code value.clone()} or {@code Post::from_ptr(p)}.
     */
    static final Set<String> METHODS = Set.of(
            "new",
            "default",
            "clone",
            "clone_from",
            "clone_into",
            "to_owned",
            "eq",
            "ne",
            "fmt",
            "into",
            "try_into",
            "from",
            "try_from",
            "borrow",
            "borrow_mut",
            "as_ref",
            "as_mut",
            "deref",
            "deref_mut",
            "drop",
            "type_id",
            "SIZE",
            "ALIGN",
            "FINGERPRINT",
            "POOL_SIZE",
            "copy_from",
            "zeroed",
            "from_ptr",
            "from_mut_ptr",
            "slice_from_ptr",
            "slice_from_mut_ptr",
            "from_bytes");

    private RustWords() {}

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** Whether a module must not have this name. */
    static boolean isReservedForModules(String name) {
        return isKeyword(name) || NOT_FOR_MODULES.contains(name);
    }

    /** {@code user_profile} becomes {@code UserProfile}; capitals stay as they are: {@code HTTPServer}. */
    static String upperCamel(String name) {
        StringBuilder result = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                start = true;
            } else {
                result.append(start ? Character.toUpperCase(c) : c);
                start = false;
            }
        }
        return identifier(result);
    }

    /** {@code HTTPServer} becomes {@code http_server}. */
    static String snake(String name) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (startsWord(name, i) && !result.isEmpty() && result.charAt(result.length() - 1) != '_') {
                result.append('_');
            }
            if (c != '_' || (!result.isEmpty() && result.charAt(result.length() - 1) != '_')) {
                result.append(Character.toLowerCase(c));
            }
        }
        return identifier(result);
    }

    /** {@code kFooBar} becomes {@code K_FOO_BAR}; what has no small letters stays as it is. */
    static String upperSnake(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name : snake(name).toUpperCase(Locale.ROOT);
    }

    /** Whether rustc's lint {@code non_snake_case} accepts it. */
    static boolean isSnake(String name) {
        return name.equals(name.toLowerCase(Locale.ROOT))
                && !name.replaceAll("^_+|_+$", "").contains("__");
    }

    private static boolean startsWord(String name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        char before = name.charAt(i - 1);
        boolean smallAfter = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return Character.isLowerCase(before) || Character.isDigit(before) || (smallAfter && before != '_');
    }

    private static String identifier(CharSequence name) {
        if (name.isEmpty()) {
            return "_";
        }
        return Character.isDigit(name.charAt(0)) ? "_" + name : name.toString();
    }
}
