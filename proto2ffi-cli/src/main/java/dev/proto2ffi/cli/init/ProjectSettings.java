package dev.proto2ffi.cli.init;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * What a new project is called.
 *
 * @param name of the Maven artifact, and of the Cargo crate and the library: see {@link #isName}
 * @param javaPackage of its classes, and the Maven group: see {@link #isPackage}
 * @param version of proto2ffi that it uses
 */
public record ProjectSettings(String name, String javaPackage, NativeLanguage language, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");

    /** Far below what file systems take for a name, with room for what is added to it. */
    private static final int MAX_NAME = 64;

    private static final int MAX_PACKAGE = 200;

    /** Whether Maven, Cargo and file names can all take it. */
    public static boolean isName(String text) {
        return text.length() <= MAX_NAME && NAME.matcher(text).matches();
    }

    /** Whether it can be a Java package and a Maven group. */
    public static boolean isPackage(String text) {
        return text.length() <= MAX_PACKAGE
                && text.chars().allMatch(c -> c > ' ' && c < 0x7F)
                && SourceVersion.isName(text)
                && !(text + ".").startsWith("java.");
    }

    /** The last part of a path as a name: {@code My Project} becomes {@code my-project}; empty where nothing is left. */
    public static String nameOf(Path directory) {
        Path last = directory.toAbsolutePath().normalize().getFileName();
        if (last == null) {
            return "";
        }
        String text = last.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        String name = text.replaceAll("[-_]{2,}", "-").replaceAll("^[^a-z]+|[-_]+$", "");
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME).replaceAll("[-_]+$", "");
    }

    /** A package for a project whose user named none. */
    public static String packageOf(String name) {
        return "com.example." + name.replaceAll("[-_]", "");
    }

    /** Name of the native library, without prefix and extension. */
    String library() {
        return name.replace('-', '_') + "_native";
    }
}
