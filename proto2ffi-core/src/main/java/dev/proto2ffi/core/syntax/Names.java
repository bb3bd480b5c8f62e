package dev.proto2ffi.core.syntax;

/** Spelling of words, by ASCII alone: neither depends on the locale. */
final class Names {
    private Names() {}

    static String asciiLower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 0x20) : c);
        }
        return lower.toString();
    }

    static boolean isIdentifier(String text) {
        if (text.isEmpty() || !Lexer.isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!Lexer.isLetter(text.charAt(i)) && !Lexer.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
