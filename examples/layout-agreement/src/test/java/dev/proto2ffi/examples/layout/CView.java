package dev.proto2ffi.examples.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.runtime.StructType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks a C or C++ compiler: a program that prints sizeof, alignof and offsetof of the names that Java knows. */
final class CView {
    private static final String START = """
            #include <stddef.h>
            #include <stdio.h>

            #define STRUCT(key, T) printf("%s\\tsize %zu, align %zu\\n", key, sizeof(T), P2F_ALIGNOF(T))
            #define MEMBER(key, T, m) printf("%s\\toffset %zu, size %zu\\n", key, offsetof(T, m), sizeof(((T *)0)->m))

            int main(void) {
            """;

    private CView() {}

    /**
     * @param compiler such as g++
     * @param headers the root of the generated headers, or of a changed copy
     * @param folder for the probe and what becomes of it
     */
    static View of(Example example, String compiler, Path headers, Path folder) throws IOException {
        Tools.Result built = compile(example, compiler, headers, folder);
        assertThat(built.exitCode()).as(built.output()).isZero();
        Tools.Result ran = Tools.run(folder, List.of(folder.resolve("probe").toString()));
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        return View.parse(compiler, ran.output());
    }

    static Tools.Result compile(Example example, String compiler, Path headers, Path folder) throws IOException {
        boolean cpp = compiler.endsWith("++");
        Path source = Files.writeString(folder.resolve(cpp ? "probe.cpp" : "probe.c"), probe(example, headers));
        return Tools.run(
                folder,
                List.of(
                        Tools.require(compiler).toString(),
                        cpp ? "-std=c++17" : "-std=c11",
                        "-Wall",
                        "-Wextra",
                        "-Wpedantic",
                        "-Werror",
                        "-I",
                        headers.toString(),
                        "-o",
                        "probe",
                        source.toString()));
    }

    private static String probe(Example example, Path headers) {
        StringBuilder text = new StringBuilder();
        for (Path header : Example.files(headers, ".p2f.h")) {
            text.append("#include \"").append(header).append("\"\n");
        }
        text.append(START);
        for (StructType<?> type : JavaView.types(example)) {
            String name = type.name();
            String struct = name.replace('.', '_');
            text.append("    STRUCT(\"")
                    .append(name)
                    .append("\", ")
                    .append(struct)
                    .append(");\n");
            for (String member : JavaView.members(type)) {
                text.append("    MEMBER(\"")
                        .append(name)
                        .append(' ')
                        .append(member)
                        .append("\", ");
                text.append(struct).append(", ").append(member).append(");\n");
            }
        }
        return text.append("    return 0;\n}\n").toString();
    }
}
