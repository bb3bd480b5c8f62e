package dev.proto2ffi.core.text;

/** Text of unknown origin made fit for a terminal. */
public final class DisplayText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** First and last code points of the blocks that terminals draw two columns wide (Unicode's East Asian Width W and F). */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1B000, 0x1B2FF, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000,
        0x3FFFD
    };

    private DisplayText() {}

    /**
     * Whether a code point could do more than show itself: control characters, what turns the direction of text or is
     * invisible, and unpaired surrogates, which no charset encodes.
     */
    public static boolean isUnsafe(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The text on one line, with what is unsafe written as an escape such as {@code \x1B}. */
    public static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> appendVisible(out, c));
        return out.toString();
    }

    /** As {@link #visible}, for one code point. */
    public static void appendVisible(StringBuilder out, int codePoint) {
        if (!isUnsafe(codePoint)) {
            out.appendCodePoint(codePoint);
        } else if (codePoint == '\n') {
            out.append("\\n");
        } else if (codePoint == '\r') {
            out.append("\\r");
        } else if (codePoint == '\t') {
            out.append("\\t");
        } else if (codePoint <= 0xFF) {
            appendHex(out.append("\\x"), codePoint, 2);
        } else if (codePoint <= 0xFFFF) {
            appendHex(out.append("\\u"), codePoint, 4);
        } else {
            appendHex(out.append("\\U"), codePoint, 8);
        }
    }

    /** Columns that a terminal gives to a text that has nothing unsafe. */
    public static int width(CharSequence text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    /** Columns that a terminal gives to a code point that is not unsafe: 0, 1 or 2. */
    public static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    static void appendHex(StringBuilder out, int value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(HEX[(value >> shift) & 0xF]);
        }
    }
}
