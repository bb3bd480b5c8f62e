package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockMojoTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @SuppressWarnings("NullAway.Init")
    private TestModule module;

    @BeforeEach
    void makeModule() throws Exception {
        module = new TestModule(dir);
        module.write("src/main/proto/social/user.proto", "message User { uint64 id = 1; }");
    }

    @Test
    void writesTheLockFileOnceAndVerifiesIt() throws Exception {
        module.lock();
        assertThat(Files.readString(dir.resolve("proto2ffi.lock"))).contains("social.User");
        module.lock();
        assertThat(module.log.lines).containsExactly("info proto2ffi.lock is up to date");
        module.configuration.put("verify", true);
        module.lock();
        assertThat(module.log.lines).containsExactly("info proto2ffi.lock is up to date");
    }

    @Test
    void verifyFailsOnAnyDifferenceAndWritesNothing() throws Exception {
        module.configuration.put("verify", true);
        assertThatThrownBy(module::lock)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("there is no ")
                .hasMessageContaining("help: ");
        assertThat(dir.resolve("proto2ffi.lock")).doesNotExist();

        module.configuration.remove("verify");
        module.lock();
        module.write("src/main/proto/social/tag.proto", "message Tag { int32 number = 1; }");
        module.configuration.put("verify", true);
        assertThatThrownBy(module::lock)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("proto2ffi.lock differs from the schema");
    }
}
