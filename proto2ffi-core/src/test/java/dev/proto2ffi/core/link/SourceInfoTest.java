package dev.proto2ffi.core.link;

import dev.proto2ffi.core.syntax.Comments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places and comments as protoc writes them. */
class SourceInfoTest {
    private static final Path CASES = Path.of("src/test/cases").toAbsolutePath();
    private static final int VARIANTS = Integer.getInteger("proto2ffi.fuzz", 8);

    @TempDir
    Path scratch;

    @Test
    void theFilesThatComeWithProtobufAreEqual() {
        new ProtocComparison(scratch, List.of()).assertEqualSourceInfo(ProtocComparison.WELL_KNOWN);
    }

    @Test
    void theLinkersCasesAreEqual() {
        ProtocComparison both =
                new ProtocComparison(scratch, List.of(CASES.resolve("link/good"), CASES.resolve("link/imports")));
        for (String file : ProtocComparison.protosBelow(CASES.resolve("link/good"))) {
            both.assertEqualSourceInfo(List.of(file));
        }
    }

    @Test
    void theValidCasesAreEqual() {
        ProtocComparison both = new ProtocComparison(scratch, List.of(CASES.resolve("valid")));
        for (String file : ProtocComparison.protosBelow(CASES.resolve("valid"))) {
            both.assertEqualSourceInfo(List.of(file));
        }
    }

    @Test
    void commentsTabsAndLineBreaksAnywhereAreEqual() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("commented"));
        ProtocComparison both = new ProtocComparison(scratch, List.of(folder));
        for (String name : ProtocComparison.protosBelow(CASES.resolve("valid"))) {
            String schema = Files.readString(CASES.resolve("valid").resolve(name));
            // Messages in the same package clash, so each variant is compared on its own.
            List<String> files = new ArrayList<>();
            for (int seed = 0; seed < VARIANTS; seed++) {
                String file = "seed" + seed + "_" + name;
                Files.writeString(folder.resolve(file), Comments.sprinkle(schema, new Random(seed)));
                files.add(file);
            }
            for (String file : files) {
                both.assertEqualSourceInfo(List.of(file));
            }
        }
    }
}
