package dev.proto2ffi.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key to sign with that nobody trusts, in a key ring of its own. */
final class ThrowawayKey implements AutoCloseable {
    private static final String OWNER = "release-test@proto2ffi.invalid";

    /** In the system's own place for temporary files: the agent's socket must have a short name. */
    private final Path home;

    private final Path log;

    ThrowawayKey(Path log) throws IOException, InterruptedException {
        this.log = log;
        this.home = Files.createTempDirectory(
                "p2f", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        assertThat(gpg("--passphrase", "", "--quick-generate-key", OWNER, "ed25519", "sign", "1d"))
                .as("gpg made a key, see " + log)
                .isTrue();
    }

    Map<String, String> environment() {
        return Map.of("GNUPGHOME", home.toString());
    }

    boolean hasSigned(Path signature, Path file) throws IOException, InterruptedException {
        return gpg("--verify", signature.toString(), file.toString());
    }

    private boolean gpg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gpg", "--batch"));
        command.addAll(List.of(arguments));
        return Commands.run(home, environment(), log, command);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Commands.run(home, environment(), log, List.of("gpgconf", "--kill", "gpg-agent"));
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
