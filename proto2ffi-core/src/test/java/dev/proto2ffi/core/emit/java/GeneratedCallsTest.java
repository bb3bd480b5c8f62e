package dev.proto2ffi.core.emit.java;

import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed for services, compiled. */
class GeneratedCallsTest {
    private static String text(String name) throws IOException {
        try (InputStream in = GeneratedCallsTest.class.getResourceAsStream("calls/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyShapeCompiles(@TempDir Path folder) throws IOException {
        JavaTree.emit(
                        FrontEnd.layOut(Map.of(
                                "calculator.proto", text("calculator.proto"), "money.proto", text("money.proto"))),
                        Path.of(System.getProperty("keep", folder.toString())))
                .compile();
    }
}
