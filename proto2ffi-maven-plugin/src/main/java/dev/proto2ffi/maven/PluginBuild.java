package dev.proto2ffi.maven;

import dev.proto2ffi.core.compile.Compiler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which plugin this is: another build of it may generate something else, even under the same version. */
final class PluginBuild {
    private PluginBuild() {}

    /** As the plugin's manifest says. */
    static String version() {
        String version = PluginBuild.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Differs between any two builds: size and time of the files that the plugin's and the compiler's classes are in. */
    static String identity() throws IOException {
        StringBuilder text = new StringBuilder(version());
        for (Class<?> part : List.of(PluginBuild.class, Compiler.class)) {
            text.append(' ').append(identity(location(part)));
        }
        return text.toString();
    }

    static String identity(@Nullable Path location) throws IOException {
        if (location == null) {
            return "unknown";
        }
        long size = 0;
        long newest = 0;
        try (Stream<Path> tree = Files.walk(location)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                size += Files.size(file);
                newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
            }
        }
        return size + "@" + newest;
    }

    private static @Nullable Path location(Class<?> part) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
