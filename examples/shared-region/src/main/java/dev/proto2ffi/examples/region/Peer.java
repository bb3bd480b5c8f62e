package dev.proto2ffi.examples.region;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How to start the other process. */
enum Peer {
    /** Another JVM, with the class path of this one. */
    JVM("another JVM"),
    /** A C program, where there was a compiler for it. */
    C("a C program");

    private final String words;

    Peer(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The command, without the region's file; empty where the program wasn't built. */
    Optional<List<String>> command() {
        return switch (this) {
            case JVM ->
                Optional.of(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        RiskPeer.class.getName()));
            case C -> program().map(program -> List.of(program.toString()));
        };
    }

    /** Starts it; it says what it has to say on this process's standard error. */
    Process start(Path region) throws IOException {
        List<String> command = new ArrayList<>(command().orElseThrow());
        command.add(region.toString());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Optional<Path> program() {
        URL built = Peer.class.getResource("/bin/risk_check");
        if (built == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(built.toURI())).filter(Files::isExecutable);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
