package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.CommandEntry;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The description of the whole command line, for tests of what is made of it. */
final class Reference {
    private Reference() {}

    static CommandEntry root() {
        Console console = new Console(
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8,
                false,
                false,
                Map.of());
        return CommandEntry.of(Main.commandLine(console).getCommandSpec());
    }
}
