package dev.proto2ffi.maven;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which build of the plugin this is: another may do something else, even under the same version. The compiler knows its own. */
final class PluginBuild {
    private PluginBuild() {}

    /** Differs between any two builds: size and time of the files that the plugin's classes are in. */
    static String identity() throws IOException {
        return identity(location());
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

    private static @Nullable Path location() {
        CodeSource source = PluginBuild.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
