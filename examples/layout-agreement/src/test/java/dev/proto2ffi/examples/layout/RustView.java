package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.runtime.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Asks rustc. Fields whose bytes need a check are private, so the question is asked from inside of their module: a
 * function appended to a copy of it.
 */
final class RustView {
    private static final String START = """

            fn size_of_field<T, F>(_: fn(&T) -> &F) -> usize {
                ::core::mem::size_of::<F>()
            }

            /// Prints what the compiler knows.
            pub fn print_layouts() {
            """;

    private RustView() {}

    /**
     * @param modules a copy of the generated ones, in {@code folder/generated}
     * @param folder for the probe and what becomes of it
     */
    static View of(Example example, Path modules, Path folder) throws IOException {
        Tools.Result built = compile(example, modules, folder);
        assertThat(built.exitCode()).as(built.output()).isZero();
        Tools.Result ran = Tools.run(folder, List.of(folder.resolve("probe").toString()));
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        return View.parse("rustc", ran.output());
    }

    static Tools.Result compile(Example example, Path modules, Path folder) throws IOException {
        List<StructType<?>> types = JavaView.types(example);
        String module = types.get(0).name().replaceFirst("\\.[^.]*$", "");
        Files.writeString(modules.resolve(module + ".rs"), probe(types, module), StandardOpenOption.APPEND);
        Path main = Files.writeString(
                folder.resolve("main.rs"),
                "mod generated;\nfn main() {\n    generated::" + module + "::print_layouts();\n}\n");
        return Tools.run(
                folder,
                List.of(
                        Tools.require("rustc").toString(),
                        "--edition=2021",
                        "-D",
                        "warnings",
                        "-o",
                        "probe",
                        main.toString()));
    }

    /** All structs of an example stand in one package, and hence in one module. */
    private static String probe(List<StructType<?>> types, String module) {
        StringBuilder text = new StringBuilder(START);
        for (StructType<?> type : types) {
            String key = type.name();
            assertThat(key).startsWith(module + ".");
            String struct = key.substring(module.length() + 1);
            text.append("    ::std::println!(\"").append(key).append("\\tsize {}, align {}\", ");
            text.append("::core::mem::size_of::<").append(struct).append(">(), ");
            text.append("::core::mem::align_of::<").append(struct).append(">());\n");
            for (String member : JavaView.members(type)) {
                text.append("    ::std::println!(\"").append(key).append(' ').append(member);
                text.append("\\toffset {}, size {}\", ::core::mem::offset_of!(")
                        .append(struct)
                        .append(", ");
                text.append(member)
                        .append("), size_of_field(|it: &")
                        .append(struct)
                        .append("| &it.");
                text.append(member).append("));\n");
            }
        }
        return text.append("}\n").toString();
    }
}
