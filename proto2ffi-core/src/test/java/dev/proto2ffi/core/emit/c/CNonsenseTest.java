package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.schema.RandomSchema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No function of a flat struct leaves it or does what C doesn't define, whatever its memory holds. */
final class CNonsenseTest {
    private static final int SCHEMAS = Integer.getInteger("proto2ffi.nonsense.schemas", 6);
    private static final long SEED = Long.getLong("proto2ffi.nonsense.seed", 1);

    @TempDir
    Path folder;

    private int calls(SchemaLayout layout, CCompiler compiler) {
        List<OutputFile> headers = new CEmitter().emit(layout, new Generator("1.2.3"), new Diagnostics());
        CCompiler.write(folder, headers);
        String output = compiler.runSanitized(folder, CNonsense.program(layout, headers), "-lm");
        Matcher calls = Pattern.compile("(\\d+) calls\n").matcher(output);
        assertThat(calls.matches()).as(output).isTrue();
        return Integer.parseInt(calls.group(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"EVERY", "CONSTRUCTS", "CORNERS", "TOUR"})
    void functionsStayInsideEveryConstruct(CHeaderTest.Case aCase) {
        assertThat(calls(aCase.layout(), CCompiler.CLANG)).isGreaterThan(100);
        assertThat(calls(aCase.layout(), CCompiler.GXX)).isGreaterThan(100);
    }

    /** {@code -Dproto2ffi.nonsense.schemas=200} tries so many, {@code -Dproto2ffi.nonsense.seed=7} others. */
    @Test
    void functionsStayInsideRandomStructs() {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < SCHEMAS; i++) {
            files.putAll(RandomSchema.of(SEED + i, "s" + i));
        }
        assertThat(calls(FrontEnd.layOut(files), CCompiler.GCC)).isGreaterThan(1000);
    }
}
