package dev.proto2ffi.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.proto2ffi.runtime.calc.Calculator;
import dev.proto2ffi.runtime.calc.JavaCalculator;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused when a library is bound, and in which words. */
class HandshakeTest {
    @TempDir
    Path folder;

    private String refusal(String source, String... options) {
        NativeLibrary library = CalcLibrary.load(folder, source, options);
        return refusal(library);
    }

    private static String refusal(NativeLibrary library) {
        try {
            Calculator.load(library);
        } catch (NativeLibraryException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("it was bound");
    }

    @Test
    void aLibraryOfTheSameSchemaIsBound() {
        Calculator bound = Calculator.load(CalcLibrary.load(folder, "calc"));
        assertThat(bound.toString()).contains("calc.Calculator.Add at 0x");
    }

    @Test
    void aStructThatDiffersIsNamedWithItsFields() {
        String refusal = refusal(
                "calc",
                "-DCALC_FINGERPRINT=1",
                "-DCALC_RESULT=\"struct calc.Result size 12 align 4\\n  value int32_t at 0 size 4\\n"
                        + "  unit char[8] at 4 size 8\\n\"");
        assertThat(refusal)
                .startsWith(folder.resolve(System.mapLibraryName("calc"))
                        + " was built from another schema of calc.Calculator than these Java classes:\n")
                .contains("\n  struct calc.Result, field value: int64_t at 0 size 8 in Java,"
                        + " int32_t at 0 size 4 in the library\n")
                .contains("\n  struct calc.Result, field unit: only in the library, char[8] at 4 size 8\n")
                .contains("\n  struct calc.Result: size 8 align 8 in Java, size 12 align 4 in the library\n")
                .endsWith("\nGenerate both from the same schema, and build the library again")
                .doesNotContain("BinaryOp")
                .doesNotContain("rpc");
    }

    @Test
    void anRpcThatIsMissingOrHasAnotherFormIsNamed() {
        assertThat(refusal("calc", "-DCALC_FINGERPRINT=1", "-DCALC_DIVIDE=\"\""))
                .contains("\n  rpc Divide: only in Java, calc.BinaryOp returns calc.Result batch\n");
        assertThat(
                        refusal(
                                "relay",
                                "-DCALC_FINGERPRINT=1",
                                "-DCALC_DIVIDE=\"  Divide calc.BinaryOp returns stream calc.Result\\n  More () returns ()\\n\""))
                .contains("\n  rpc Divide: calc.BinaryOp returns calc.Result batch in Java,"
                        + " calc.BinaryOp returns stream calc.Result in the library\n")
                .contains("\n  rpc More: only in the library, () returns ()\n");
    }

    @Test
    void fingerprintsThatDifferWithoutAReasonAreStillRefused() {
        assertThat(refusal("calc", "-DCALC_FINGERPRINT=1"))
                .contains("fingerprint c0ffee0123456789 in Java, 1 in the library");
    }

    @Test
    void aLibraryThatTellsNonsenseIsRefusedInWords() {
        assertThat(refusal("calc", "-DCALC_FINGERPRINT=1", "-DCALC_RESULT=\"x\""))
                .contains("struct calc.Result");
    }

    @Test
    void classesOfAnotherSchemaThanTheServiceAreNamed() {
        assertThat(refusal("calc", "-DCALC_RESULT_FINGERPRINT=99"))
                .contains("\n  struct calc.Result: the Java class was generated from another schema");
    }

    @Test
    void aMissingMacroIsNamedForBothLanguages() {
        assertThat(refusal("calc", "-DNO_EXPORT"))
                .contains("calc doesn't serve calc.Calculator: it has no symbol 'calc_Calculator_service'".substring(5))
                .contains("put calc_Calculator_EXPORT; into")
                .contains("export_calculator!(...);");
    }

    @Test
    void allMissingFunctionsAreNamed() {
        assertThat(refusal("calc", "-DNO_ADD_BATCH", "-DNO_DIVIDE", "-Wl,--unresolved-symbols=ignore-all"))
                .contains("'calc_Calculator_Divide', rpc Divide\n")
                .contains("'calc_Calculator_Add_batch', the array form of rpc Add; calc_Calculator_EXPORT defines it,"
                        + " unless calc_Calculator_Add_OWN_BATCH")
                .endsWith("Define each as the generated header declares it, and link it into the library");
    }

    @Test
    void anotherVersionOfTheConventionsIsRefused() {
        assertThat(refusal("calc", "-DCALC_ABI=2")).contains("(version 2)").contains("(version 1)");
    }

    @Test
    void anotherServiceUnderTheSameSymbolsIsRefused() {
        assertThat(refusal("calc", "-DCALC_NAME=\"other.Calculator\""))
                .contains("is the service other.Calculator, not calc.Calculator")
                .contains("c_prefix");
    }

    @Test
    void aJvmThatDeniesUpcallsIsToldTheFlag() throws Exception {
        assumeTrue(Runtime.version().feature() >= 24, "the JVM can deny native access since 24");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--illegal-native-access=deny",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Offers.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(output)
                .contains("NativeLibraryException: the JVM denies calls from native code;"
                        + " start it with --enable-native-access=ALL-UNNAMED");
    }

    /** Run in a JVM of its own. */
    static final class Offers {
        private Offers() {}

        public static void main(String[] args) {
            ServiceTable table = Calculator.upcalls(new JavaCalculator(), Arena.global());
            throw new IllegalStateException("no exception for " + table.address());
        }
    }

    @Test
    void aLibraryThatAcceptsNoServerSaysHowItWould() {
        NativeLibrary library = CalcLibrary.load(folder, "calc");
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> Calculator.offer(new JavaCalculator(), arena, library))
                    .isInstanceOf(NativeLibraryException.class)
                    .hasMessageContaining("doesn't accept a server of calc.Calculator")
                    .hasMessageContaining("'calc_Calculator_accepts'")
                    .hasMessageContaining("calc_Calculator_ACCEPT(your_function);")
                    .hasMessageContaining("accept_calculator!(your_function);");
        }
    }

    @Test
    void aServerOfAnotherSchemaIsNotOffered() {
        NativeLibrary library = CalcLibrary.load(
                folder, "relay", "-DCALC_FINGERPRINT=1", "-DCALC_RESULT=\"struct calc.Result size 1 align 1\\n\"");
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> Calculator.offer(new JavaCalculator(), arena, library))
                    .isInstanceOf(NativeLibraryException.class)
                    .hasMessageContaining("struct calc.Result, field value: only in Java");
        }
    }
}
