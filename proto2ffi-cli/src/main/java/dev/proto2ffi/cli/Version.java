package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.GeneratorBuild;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** Which proto2ffi this is. */
final class Version implements IVersionProvider {
    /** Such as {@code 0.1.0}. */
    static String number() {
        return GeneratorBuild.version();
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "proto2ffi " + GeneratorBuild.description(),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
        };
    }

    /** The day that the release is dated, such as {@code 2026-11-21}; empty where the classes are in no jar. */
    static String date() {
        if (Version.class.getPackage().getImplementationVersion() == null) {
            return "";
        }
        try (InputStream in = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String time =
                    in == null ? null : new Manifest(in).getMainAttributes().getValue("Implementation-Date");
            return time == null ? "" : time.replaceFirst("T.*", "");
        } catch (IOException e) {
            return "";
        }
    }
}
