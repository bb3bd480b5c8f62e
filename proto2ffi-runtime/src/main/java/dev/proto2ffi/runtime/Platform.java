package dev.proto2ffi.runtime;

import java.util.Locale;

/** The platform's name in the paths of native libraries inside jars: {@code linux-x86_64}, {@code macos-aarch64}. */
final class Platform {
    private Platform() {}

    static String name() {
        return name(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** From the values of {@code os.name} and {@code os.arch}, which differ between JDKs for the same machine. */
    static String name(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String family = os.startsWith("windows")
                ? "windows"
                : os.startsWith("mac") || os.startsWith("darwin") ? "macos" : os.replaceAll("[^a-z0-9]+", "");
        String arch = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x64" -> "x86_64";
            case "aarch64", "arm64" -> "aarch64";
            default -> osArch.toLowerCase(Locale.ROOT);
        };
        return family + "-" + arch;
    }
}
