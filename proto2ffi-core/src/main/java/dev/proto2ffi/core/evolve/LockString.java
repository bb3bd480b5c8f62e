package dev.proto2ffi.core.evolve;

import org.jspecify.annotations.Nullable;

/** Strings in quotes, as JSON writes them. */
final class LockString {
    private LockString() {}

    /** What stands between the quotes; null where the text isn't a string in quotes. */
    static @Nullable String unquote(String text) {
        if (text.length() < 2 || !text.endsWith("\"")) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int end = text.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (++i == end) {
                return null;
            }
            switch (text.charAt(i)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '"', '\\' -> out.append(text.charAt(i));
                case 'u' -> {
                    int unit = hex(text, i + 1, end);
                    if (unit < 0) {
                        return null;
                    }
                    out.append((char) unit);
                    i += 4;
                }
                default -> {
                    return null;
                }
            }
        }
        return out.toString();
    }

    /** Four hexadecimal digits; -1 where there are none. */
    private static int hex(String text, int from, int end) {
        if (from + 4 > end) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
