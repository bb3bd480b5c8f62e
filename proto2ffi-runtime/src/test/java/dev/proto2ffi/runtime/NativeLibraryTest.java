package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
    /** A library that every JDK has. */
    private static Path jdkLibrary() {
        String file = System.mapLibraryName("jimage");
        Path lib = Path.of(System.getProperty("java.home"), "lib", file);
        return Files.exists(lib) ? lib : Path.of(System.getProperty("java.home"), "bin", file);
    }

    private static ClassLoader none() {
        return new URLClassLoader(new URL[0], null);
    }

    @Test
    void aFileIsLoadedAndItsSymbolsFound() {
        NativeLibrary library = NativeLibrary.load(jdkLibrary());
        assertThat(library.symbol("JIMAGE_Open").address()).isNotZero();
        assertThat(library.find("no_such_function")).isEmpty();
        assertThatThrownBy(() -> library.symbol("no_such_function"))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageContaining("no symbol 'no_such_function' in " + jdkLibrary());
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> NativeLibrary.load(folder.resolve("libnone.so")))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageContaining(folder.resolve("libnone.so").toString());
    }

    @Test
    void aFileThatIsNoLibraryIsRefusedInTheLinkersWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("libtext.so"), "not a library");
        assertThatThrownBy(() -> NativeLibrary.load(file))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageContaining("can't load " + file)
                .cause()
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingLibraryListsThePlacesSearched() {
        assertThatThrownBy(() -> NativeLibrary.load("scoring", none()))
                .isInstanceOf(NativeLibraryException.class)
                .hasMessageContaining("native library 'scoring' not found")
                .hasMessageContaining(
                        "resource META-INF/native/" + Platform.name() + "/" + System.mapLibraryName("scoring"))
                .hasMessageContaining(Path.of(
                                System.getProperty("java.library.path").split(java.io.File.pathSeparator, -1)[0],
                                System.mapLibraryName("scoring"))
                        .toAbsolutePath()
                        .toString());
    }

    @Test
    void aLibraryIsLoadedFromAResource(@TempDir Path folder) throws IOException {
        Path resource =
                folder.resolve("META-INF/native/" + Platform.name() + "/" + System.mapLibraryName("p2fresource"));
        Files.createDirectories(resource.getParent());
        Files.copy(jdkLibrary(), resource);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(NativeLibrary.load("p2fresource", loader).find("JIMAGE_Open"))
                    .isPresent();
        }
    }

    @Test
    void aDeniedJvmIsToldTheFlag() throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "the JVM can deny native access since 24");
        assertThat(denied("safe")).contains("NativeLibraryException").contains("--enable-native-access=ALL-UNNAMED");
        assertThat(denied("raw")).contains("-Dproto2ffi.access=raw needs --enable-native-access=ALL-UNNAMED");
    }

    private static String denied(String mode) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--illegal-native-access=deny",
                        "-Dproto2ffi.access=" + mode,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loads.class.getName(),
                        jdkLibrary().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        return output;
    }

    /** Run in a JVM of its own. */
    static final class Loads {
        private Loads() {}

        public static void main(String[] args) {
            boolean raw = Access.RAW;
            NativeLibrary library = NativeLibrary.load(Path.of(args[0]));
            throw new IllegalStateException(raw + " " + library.find("JIMAGE_Open"));
        }
    }

    @Test
    void platformsHaveOneNameOnAllJdks() {
        assertThat(Platform.name("Linux", "amd64")).isEqualTo("linux-x86_64");
        assertThat(Platform.name("Mac OS X", "aarch64")).isEqualTo("macos-aarch64");
        assertThat(Platform.name("Windows Server 2022", "amd64")).isEqualTo("windows-x86_64");
        assertThat(Platform.name("Linux", "riscv64")).isEqualTo("linux-riscv64");
    }
}
