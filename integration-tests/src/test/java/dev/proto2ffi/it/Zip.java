package dev.proto2ffi.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The release zip, unpacked. */
final class Zip {
    private Zip() {}

    /** The folder with the commands. */
    static Path bin() throws IOException {
        Path folder = Folders.fresh("zip");
        try (ZipFile zip = new ZipFile(Folders.property("it.zip").toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), folder);
            }
        }
        try (var roots = Files.newDirectoryStream(folder, "proto2ffi-*")) {
            return roots.iterator().next().resolve("bin");
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, target);
        }
        // Java's zip API doesn't tell the permissions.
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
