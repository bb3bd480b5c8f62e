package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMojoTest {
    private static final String USER = "src/main/proto/social/user.proto";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @SuppressWarnings("NullAway.Init")
    private TestModule module;

    @BeforeEach
    void makeModule() throws Exception {
        module = new TestModule(dir);
        module.write(USER, "message User { bool a = 1; uint64 id = 2; bool b = 3; }");
    }

    @Test
    void givesAdviceAndWritesNothing() throws Exception {
        module.check();
        assertThat(module.log.lines)
                .singleElement()
                .asString()
                .startsWith("info " + dir.resolve(USER) + ":3:9: note: User takes 24 bytes");
        assertThat(dir.resolve("target")).doesNotExist();
        assertThat(dir.resolve("proto2ffi.lock")).doesNotExist();
    }

    @Test
    void failsWithAllErrors() throws Exception {
        module.write(USER, "message User { Missing a = 1; uint64 id = 0; }");
        assertThatThrownBy(module::check)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("2 errors in .proto files");
    }

    @Test
    void failsOnWarningsWhereAskedTo() throws Exception {
        module.configuration.put("options", List.of("social.Nobody.name max_size:8"));
        module.check();
        module.configuration.put("failOnWarnings", true);
        assertThatThrownBy(module::check)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("1 warning about .proto files, see above, and failOnWarnings is set");
    }

    @Test
    void failsWhenTheLockFileIsBrokenBothPlacesNamed() throws Exception {
        module.lock();
        module.check();
        module.write(USER, "message User { bool a = 1; uint32 id = 2; bool b = 3; }");
        assertThatThrownBy(module::check)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("breaks what proto2ffi.lock records")
                .hasMessageContaining("help: ");
        assertThat(module.log.lines)
                .anyMatch(line -> line.startsWith("error " + dir.resolve(USER) + ":3:")
                        && line.contains(dir.resolve("proto2ffi.lock") + ":"));
        module.configuration.put("ignores", List.of("*:social.User*"));
        module.check();
        module.configuration.put("ignores", List.of("no-such-rule:social.User"));
        assertThatThrownBy(module::check).hasMessageContaining("names no rule").hasMessageContaining("help: ");
    }

    @Test
    void aChangeThatBreaksNothingIsToldOnly() throws Exception {
        module.lock();
        module.write("src/main/proto/social/tag.proto", "message Tag { int32 number = 1; }");
        module.check();
        assertThat(module.log.lines).anyMatch(line -> line.contains("differs from proto2ffi.lock without breaking it"));
    }

    @Test
    void aRemovedSchemaBreaksTheLockFile() throws Exception {
        module.lock();
        Files.delete(dir.resolve(USER));
        assertThatThrownBy(module::check).hasMessageContaining("breaks what proto2ffi.lock records");
    }

    @Test
    void aDamagedLockFileIsAnErrorWithItsPlace() throws Exception {
        module.lock();
        Path lock = dir.resolve("proto2ffi.lock");
        Files.writeString(lock, Files.readString(lock) + "nonsense\n");
        assertThatThrownBy(module::check).hasMessageContaining("can't be read");
        assertThat(module.log.lines).anyMatch(line -> line.startsWith("error " + lock + ":"));
    }
}
