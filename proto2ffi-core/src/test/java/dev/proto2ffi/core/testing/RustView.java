package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.emit.rust.RustNames;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rustc makes of the generated structs: size, alignment, and the offset of every field.
 *
 * <p>The generated assertions are taken out and replaced by code that prints what they would have compared.
 */
public final class RustView {
    private static final Pattern ASSERTIONS = Pattern.compile("const _: \\(\\) = \\{\\n[^{}]*\\};");
    private static final Pattern FACT = Pattern.compile("assert!\\((.*) == \\d+\\);");
    private static final Pattern NAME = Pattern.compile("size_of::<(\\w+)>");

    private RustView() {}

    /**
     * Where rustc and the layout differ, and nothing where they agree; ends the test where there is no rustc.
     *
     * @param folder to work in, empty
     */
    public static List<String> disagreements(SchemaLayout layout, Path folder) {
        return compare(expected(layout), actual(layout, folder));
    }

    static List<String> compare(List<String> expected, List<String> actual) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String ours = i < expected.size() ? expected.get(i) : "nothing";
            String rustc = i < actual.size() ? actual.get(i) : "nothing";
            if (!ours.equals(rustc)) {
                differences.add("layout: " + ours + ", rustc: " + rustc);
            }
        }
        return differences;
    }

    private static List<String> expected(SchemaLayout layout) {
        RustNames names = RustNames.of(layout);
        List<String> lines = new ArrayList<>();
        for (StructLayout struct : layout.structs()) {
            String name = struct.struct().fullName();
            lines.add(name + " size " + struct.size());
            lines.add(name + " align " + struct.align());
            for (Member member : struct.members()) {
                lines.add(name + " " + names.member(struct.struct(), member) + " " + member.offset());
            }
        }
        return lines;
    }

    private static List<String> actual(SchemaLayout layout, Path folder) {
        RustNames names = RustNames.of(layout);
        StringBuilder main = new StringBuilder(
                "//! Prints.\n#![allow(deprecated)]\n#[path = \"generated/mod.rs\"]\nmod generated;\nfn main() {\n");
        for (StructLayout struct : layout.structs()) {
            main.append("    generated::").append(names.struct(struct.struct()));
            main.append("::p2f_probe_layout(\"")
                    .append(struct.struct().fullName())
                    .append("\");\n");
        }
        Tools.Result result = RustTree.emit(layout, folder, RustView::printing)
                .write("main.rs", main.append("}\n").toString())
                .runMain();
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output().lines().toList();
    }

    private static String printing(String text) {
        return ASSERTIONS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(probe(found.group())));
    }

    private static String probe(String assertions) {
        Matcher name = NAME.matcher(assertions);
        if (!name.find()) {
            throw new AssertionError(assertions);
        }
        StringBuilder probe = new StringBuilder("impl " + name.group(1));
        probe.append(" {\n/// Prints.\npub fn p2f_probe_layout(name: &str) {\n");
        Matcher fact = FACT.matcher(assertions);
        while (fact.find()) {
            String expression = fact.group(1);
            String what = expression.contains("size_of::")
                    ? "size"
                    : expression.contains("align_of::") ? "align" : expression.replaceAll(".*, (\\w+)\\)", "$1");
            probe.append("::std::println!(\"{} ")
                    .append(what)
                    .append(" {}\", name, ")
                    .append(expression)
                    .append(");\n");
        }
        return probe.append("}\n}").toString();
    }
}
