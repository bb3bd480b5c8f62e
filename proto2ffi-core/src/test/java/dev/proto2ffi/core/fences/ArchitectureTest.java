package dev.proto2ffi.core.fences;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the compiler's packages to the fences, and the fences to their word. */
class ArchitectureTest {

    private static final String CORE = "dev.proto2ffi.core";
    private static final String FIXTURE = "dev.proto2ffi.core.fences.fixture";

    /** Each fence, and the class of the fixture that breaks it. */
    private static final Map<String, String> BROKEN_BY = Map.ofEntries(
            Map.entry("packages use only those before them in the arrow", "syntax.UsesALaterPackage"),
            Map.entry("no package is part of a cycle", "syntax.UsesALaterPackage"),
            Map.entry("target languages do not know each other", "emit.c.UsesAnotherLanguage"),
            Map.entry("protobuf-java stays where it belongs", "layout.UsesProtobuf"),
            Map.entry("JavaPoet stays where it belongs", "emit.c.UsesJavaPoet"),
            Map.entry("the console is the command line's", "compile.PrintsToTheConsole"),
            Map.entry(
                    "nothing reads the wall clock, ends the process or prints a stack trace",
                    "compile.ReadsTheClockAndExits"));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CORE);

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURE);

    static Stream<Fence> fences() {
        return Fence.below(CORE).stream();
    }

    static Stream<Fence> fencesOfTheFixture() {
        return Fence.below(FIXTURE).stream();
    }

    @ParameterizedTest
    @MethodSource("fences")
    void coreKeepsToTheFence(Fence fence) {
        EvaluationResult result = fence.rule().evaluate(MAIN);
        assertThat(result.getFailureReport().getDetails()).as(fence.name()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fencesOfTheFixture")
    void theFenceReportsCodeThatBreaksIt(Fence fence) {
        List<String> details = fence.rule().evaluate(BROKEN).getFailureReport().getDetails();
        assertThat(details).as(fence.name()).anyMatch(line -> line.contains(BROKEN_BY.get(fence.name())));
    }

    @Test
    void theFixtureKeepsToTheArrowInTheDirectionThatIsAllowed() {
        List<String> details = Fence.below(FIXTURE)
                .get(0)
                .rule()
                .evaluate(BROKEN)
                .getFailureReport()
                .getDetails();
        assertThat(details).noneMatch(line -> line.contains("UsesAnEarlierPackage"));
    }

    @Test
    void thePageShowsTheArrow() throws IOException {
        assertThat(Path.of("..", "docs", "ARCHITECTURE.md")).content().contains(String.join(" → ", Fence.ARROW) + "\n");
    }

    @Test
    void theImporterSeesTheWholeCompiler() {
        assertThat(MAIN).anyMatch(type -> type.getPackageName().equals(CORE + ".source"));
        assertThat(MAIN).noneMatch(type -> type.getName().contains("Test"));
    }
}
