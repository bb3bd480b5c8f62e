package dev.proto2ffi.core.emit.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs that use the generated structs. */
class RustBehaviourTest {
    private static final Path CASES = Path.of("src/test/cases/emit/rust");

    @TempDir
    Path folder;

    private static String read(String name) throws IOException {
        return new String(Files.readAllBytes(CASES.resolve(name)), StandardCharsets.UTF_8);
    }

    @Test
    void accessorsDoWhatTheirDocumentationSays() throws IOException {
        Tools.Result result = RustTree.emit(RustSchemas.constructs(), folder)
                .write("main.rs", read("behaviour.rs"))
                .runMain();
        assertThat(result.output()).isEqualTo("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void noSafeAccessorPanicsOrLeavesItsStructWhateverTheBytes() throws IOException {
        SchemaLayout layout = RustSchemas.constructs();
        RustNames names = RustNames.of(layout);
        StringBuilder main = new StringBuilder(read("any_bytes.rs")).append("\nfn main() {\n");
        for (StructLayout struct : layout.structs()) {
            main.append("    any_bytes::<generated::")
                    .append(names.struct(struct.struct()))
                    .append(">(|s, copy| {\n");
            for (FieldLayout field : struct.fields()) {
                main.append(calls(names, struct.struct(), field.field()));
            }
            main.append("        let _ = (s, copy);\n    });\n");
        }
        main.append("    println!(\"{} structs\", ")
                .append(layout.structs().size())
                .append(");\n}\n");
        Tools.Result result =
                RustTree.emit(layout, folder).write("main.rs", main.toString()).runMain();
        assertThat(result.output()).isEqualTo(layout.structs().size() + " structs\n");
        assertThat(result.exitCode()).isZero();
    }

    /** Calls every method of a field, the editing ones on a copy. */
    private static String calls(RustNames names, StructDef struct, FieldDef field) {
        StringBuilder calls = new StringBuilder();
        FieldShape shape = FieldShape.of(field);
        for (Accessor accessor : Accessor.values()) {
            String name = names.accessor(struct, field, accessor);
            if (name != null) {
                calls.append("        ").append(call(shape, accessor, name)).append('\n');
            }
        }
        return calls.toString();
    }

    private static String call(FieldShape shape, Accessor accessor, String name) {
        String get = "s." + name + "()";
        String edit = "copy." + name;
        return switch (accessor) {
            case GET ->
                switch (shape) {
                    case CHECKED, SLICE -> "if let Ok(v) = " + get + " { inside(s, v); }";
                    case CHECKED_SLICE ->
                        "if let Ok(v) = " + get + " { for v in v.iter().flatten() { inside(s, v); } }";
                    case CHECKED_ARRAY -> "for v in " + get + ".iter().flatten() { inside(s, v); }";
                    default -> "let _ = " + get + ";";
                };
            case GET_MUT -> "let _ = " + edit + "();";
            case HAS, COUNT -> "let _ = " + get + ";";
            case AT -> "for i in [0, 1, 2, 3, usize::MAX] { if let Ok(v) = s." + name + "(i) { inside(s, v); } }";
            case SET -> "let _ = " + edit + "(Sample::sample());";
            case SET_AT -> "let _ = " + edit + "(2, Sample::sample());";
            case PUSH -> "let _ = " + edit + "(Sample::sample()); let _ = " + edit + "(Sample::sample());";
            case INIT, CLEAR -> edit + "();";
        };
    }
}
