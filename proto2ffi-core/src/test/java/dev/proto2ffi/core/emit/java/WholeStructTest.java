package dev.proto2ffi.core.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.testing.Cases;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.JavaTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Snapshots, deep copies, maps and well-known types of generated classes: compiled without a warning and used by the
 * programs in the folder {@code whole}, in both access modes.
 */
class WholeStructTest {
    /** Random values of each message. */
    private static final String ROUNDS = "50";

    @TempDir
    static Path folder;

    private static JavaTree tree;
    private static List<String> classes;

    @BeforeAll
    static void compile() throws IOException {
        SchemaLayout layout = FrontEnd.layOut(Map.of(
                "every-construct.proto", everyConstruct(),
                "known.proto", resource("known.proto"),
                "large.proto", resource("large.proto"),
                "defaults.proto", resource("defaults.proto")));
        classes = layout.structs().stream()
                .map(each -> each.struct())
                .filter(struct -> !struct.mapEntry() && struct.path().size() == 1)
                .map(struct -> packageOf(struct) + ".ffi." + struct.name())
                .toList();
        tree = JavaTree.emit(layout, folder).add(WholeStructTest.class, "every/Check.java");
        for (String program : List.of("RandomStruct", "WholeStructs", "MapsProgram", "KnownProgram")) {
            tree.add(WholeStructTest.class, "whole/" + program + ".java");
        }
        tree.compile();
    }

    private static String packageOf(StructDef struct) {
        String name = struct.fullName();
        String proto = name.substring(0, name.length() - struct.name().length() - 1);
        return proto.equals("google.protobuf") ? "com.google.protobuf" : proto;
    }

    private static String everyConstruct() throws IOException {
        Path path = Cases.schemas("model").stream()
                .filter(each -> each.endsWith("every-construct.proto"))
                .findFirst()
                .orElseThrow();
        return Files.readString(path);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WholeStructTest.class.getResourceAsStream("whole/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void whatAStructHoldsComesBackFromItsSnapshotAndItsDeepCopy(String access) {
        List<String> arguments = new ArrayList<>(classes);
        arguments.add(ROUNDS);
        assertThat(tree.run("WholeStructs", access, arguments.toArray(String[]::new))
                        .strip())
                .isEqualTo(classes.size() * 50 + " structs");
        assertThat(classes.size()).isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void mapsWorkWithoutBoxes(String access) {
        assertThat(tree.run("MapsProgram", access).strip()).matches("\\d{4} checks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"safe", "raw"})
    void wellKnownTypesAndAwkwardNamesWork(String access) {
        assertThat(tree.run("KnownProgram", access).strip()).matches("\\d{2,3} checks");
    }
}
