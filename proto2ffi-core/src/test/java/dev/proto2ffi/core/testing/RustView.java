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
 * What rustc makes of the generated structs, in the form of {@link LayoutView}.
 *
 * <p>Fields may be private, so that only code in the structs' own modules can ask for them: the generated assertions are
 * taken out, and what they would have compared is printed instead.
 */
public final class RustView {
    private static final Pattern ASSERTIONS = Pattern.compile("const _: \\(\\) = \\{\\n[^{}]*\\};");
    private static final Pattern NAME = Pattern.compile("size_of::<(\\w+)>");
    private static final Pattern OFFSET = Pattern.compile("offset_of!\\(\\w+, (\\w+)\\)");

    private RustView() {}

    /**
     * One line for each struct and member, in the order of the layout; ends the test where there is no rustc.
     *
     * @param folder to work in, empty
     */
    public static List<String> of(SchemaLayout layout, Path folder) {
        RustNames names = RustNames.of(layout);
        StringBuilder main = new StringBuilder("""
                //! Prints.
                #![allow(deprecated)]
                #[path = "generated/mod.rs"]
                mod generated;
                fn size_of_field<S, F>(_: fn(&S) -> &F) -> usize {
                    std::mem::size_of::<F>()
                }
                fn main() {
                """);
        for (StructLayout struct : layout.structs()) {
            List<String> lines = new ArrayList<>(List.of(LayoutView.name(struct)));
            for (Member member : struct.members()) {
                lines.add(LayoutView.name(struct, member));
            }
            main.append("    generated::").append(names.struct(struct.struct()));
            main.append("::p2f_print(&[\"").append(String.join("\", \"", lines)).append("\"]);\n");
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
        return ASSERTIONS.matcher(text).replaceAll(found -> Matcher.quoteReplacement(printer(found.group())));
    }

    private static String printer(String assertions) {
        Matcher name = NAME.matcher(assertions);
        if (!name.find()) {
            throw new AssertionError(assertions);
        }
        String struct = name.group(1);
        List<String> lines = new ArrayList<>();
        lines.add("::core::mem::size_of::<" + struct + ">(), ::core::mem::align_of::<" + struct + ">()");
        Matcher offset = OFFSET.matcher(assertions);
        while (offset.find()) {
            lines.add("::core::mem::" + offset.group() + ", crate::size_of_field(|s: &" + struct + "| &s."
                    + offset.group(1) + ")");
        }
        StringBuilder text =
                new StringBuilder("impl " + struct + " {\n/// Prints.\npub fn p2f_print(names: &[&str]) {\n");
        text.append("::std::assert!(names.len() == ").append(lines.size()).append(");\n");
        for (int i = 0; i < lines.size(); i++) {
            text.append("::std::println!(\"{} {} {}\", names[")
                    .append(i)
                    .append("], ")
                    .append(lines.get(i))
                    .append(");\n");
        }
        return text.append("}\n}").toString();
    }
}
