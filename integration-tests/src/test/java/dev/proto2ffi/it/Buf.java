package dev.proto2ffi.it;

import dev.proto2ffi.it.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** buf, which npm has as a package with the program inside. */
final class Buf {
    private Buf() {}

    /** The command; ends the test where npm or the network is missing. Kept between runs. */
    static Path require() throws IOException {
        Require.command("npm", "install node and npm, which fetch buf");
        String version = System.getProperty("it.buf.version", "");
        Path folder = Folders.property("it.folder").resolve("buf-" + version);
        Path command = folder.resolve("node_modules/.bin/buf");
        if (!Files.exists(command)) {
            Files.createDirectories(folder);
            Result installed = Shell.in(folder)
                    .run(
                            "npm",
                            "install",
                            "--no-save",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "--prefer-offline",
                            "--prefix",
                            folder.toString(),
                            "@bufbuild/buf@" + version);
            if (installed.code() != 0) {
                Require.missing("npm could not fetch buf " + version + ": " + installed.err());
            }
        }
        return command;
    }
}
