package dev.proto2ffi.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginBuildTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path dir;

    @Test
    void anotherBuildOfTheSameVersionIsAnother() throws Exception {
        Path jar = Files.writeString(dir.resolve("plugin.jar"), "bytes");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
        String before = PluginBuild.identity(jar);
        assertThat(PluginBuild.identity(jar)).isEqualTo(before);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(2_000_000));
        assertThat(PluginBuild.identity(jar)).isNotEqualTo(before);
    }

    @Test
    void knowsWhereThePluginIs() throws Exception {
        assertThat(PluginBuild.identity()).matches("\\d+@\\d+");
    }
}
