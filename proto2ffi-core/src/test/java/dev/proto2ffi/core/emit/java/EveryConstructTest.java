package dev.proto2ffi.core.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The accessors of {@code every-construct.proto}, compiled without a warning and used by the programs in the folder {@code
 * every} of this package's resources.
 */
class EveryConstructTest {
    @TempDir
    static Path folder;

    private static JavaTree tree;

    @BeforeAll
    static void compile() throws IOException {
        Path schema = Cases.schemas("model").stream()
                .filter(path -> path.endsWith("every-construct.proto"))
                .findFirst()
                .orElseThrow();
        tree = JavaTree.emit(FrontEnd.layOut(Map.of("every.proto", Files.readString(schema))), folder);
        for (String program : List.of("Accessors", "Check", "Numbers", "Oneofs", "Pointed", "Shapes", "Spanned")) {
            tree.add(EveryConstructTest.class, "every/" + program + ".java");
        }
        tree.compile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void accessorsWorkOverRealMemory(String access) {
        assertThat(tree.run("Accessors", access)).matches("\\d{3} checks\\s+");
    }

    @Test
    void everyMethodFindsThatItsStructWasGivenBackInTheCheckedMode() {
        tree.add(EveryConstructTest.class, "released/Released.java").compile();
        String output = tree.run(
                List.of("-Dproto2ffi.checks=true"),
                "Released",
                "safe",
                tree.classes().toString(),
                "every.ffi");
        assertThat(output).matches("\\d\\d structs, \\d{3,4} methods find it, 0 miss it\\s+");
    }

    /** Strings, arrays, snapshots and what takes an allocator aside; {@code PrintLoops} says what it leaves out. */
    @Test
    void accessorsAllocateNothingInLoops() {
        tree.add(EveryConstructTest.class, "loops/PrintLoops.java").compile();
        Path loops = tree.sources().resolve("Loops.java");
        tree.run("PrintLoops", "safe", tree.classes().toString(), loops.toString());
        tree.add(EveryConstructTest.class, "loops/Filled.java")
                .add(EveryConstructTest.class, "loops/Allocations.java")
                .compile();
        assertThat(tree.run(List.of("-Xbatch"), "Allocations", "safe")).matches("\\d{3} loops, 0 allocate\\s+");
    }

    /** But for {@code put(key)}, which hands out a view. */
    @Test
    void mapsOfAFewEntriesAllocateNothingInLoops() {
        tree.add(EveryConstructTest.class, "loops/MapLoops.java").compile();
        assertThat(tree.run(List.of("-Xbatch"), "MapLoops", "safe")).matches("\\d map loops, 0 allocate\\s+");
    }

    @Test
    void namesThatMeetAndDefaultsOfEveryStorageWork(@TempDir Path other) throws IOException {
        try (InputStream in = EveryConstructTest.class.getResourceAsStream("clashes/names.proto")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            JavaTree clashes = JavaTree.emit(FrontEnd.layOut(Map.of("names.proto", text)), other)
                    .add(EveryConstructTest.class, "clashes/Clashes.java")
                    .add(EveryConstructTest.class, "every/Check.java")
                    .compile();
            assertThat(clashes.run("Clashes", "safe")).matches("\\d{2} checks\\s+");
        }
    }
}
