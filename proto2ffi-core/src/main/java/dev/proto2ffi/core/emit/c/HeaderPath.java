package dev.proto2ffi.core.emit.c;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Where the header of a .proto file is, and the macro that guards it. Both depend on the file's name alone. */
final class HeaderPath {
    /** Names whose guard can be read back, so that no two of them share one. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9]*(/[a-z0-9]+)*");

    private static final Pattern NOT_INCLUDABLE = Pattern.compile("[\\p{Cntrl}\"\\\\]|\\?\\?|//|/\\*");

    private static final String EXTENSION = ".proto";

    private HeaderPath() {}

    /** {@code social/post.proto} gives {@code social/post.p2f.h}: {@code time.proto} must not hide {@code <time.h>}. */
    static String of(String protoPath) {
        return stem(protoPath) + ".p2f.h";
    }

    /** {@code SOCIAL_POST_P2F_H}; a checksum follows where another path could give the same. */
    static String guard(String protoPath) {
        String stem = stem(protoPath);
        String words =
                stem.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
        String guard = (words.matches("[A-Z].*") ? words : ("P2F_" + words).replaceAll("_$", "")) + "_P2F_H";
        if (PLAIN.matcher(stem).matches()) {
            return guard;
        }
        CRC32 checksum = new CRC32();
        checksum.update(protoPath.getBytes(StandardCharsets.UTF_8));
        return guard + String.format(Locale.ROOT, "_%08X", checksum.getValue());
    }

    /** Whether an {@code #include} directive can say it in every compiler. */
    static boolean includable(String protoPath) {
        return !NOT_INCLUDABLE.matcher(protoPath).find();
    }

    private static String stem(String protoPath) {
        return protoPath.endsWith(EXTENSION)
                ? protoPath.substring(0, protoPath.length() - EXTENSION.length())
                : protoPath;
    }
}
