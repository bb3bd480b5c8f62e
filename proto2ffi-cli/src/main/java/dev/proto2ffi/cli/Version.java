package dev.proto2ffi.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** Which proto2ffi this is, as the jar's manifest says. */
final class Version implements IVersionProvider {
    private static final String UNPACKED = "development";

    /** Such as {@code 0.1.0}. */
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKED : version;
    }

    @Override
    public String[] getVersion() {
        String commit = commit();
        return new String[] {
            "proto2ffi " + number() + (commit == null ? "" : " (" + commit + ")"),
            "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
        };
    }

    /** The day that the release is dated, such as {@code 2026-11-21}; empty where it isn't known. */
    static String date() {
        String time = entry("Implementation-Date");
        return time == null ? "" : time.replaceFirst("T.*", "");
    }

    private static @Nullable String commit() {
        return entry("Implementation-Commit");
    }

    private static @Nullable String entry(String name) {
        if (number().equals(UNPACKED)) {
            return null;
        }
        try (InputStream in = Version.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            Attributes attributes = in == null ? new Attributes() : new Manifest(in).getMainAttributes();
            String value = attributes.getValue(name);
            return value == null || value.isBlank() ? null : value;
        } catch (IOException e) {
            return null;
        }
    }
}
