package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.emit.rust.RustNames;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What rustc makes of the generated structs, in the form of {@link LayoutView}.
 *
 * <p>Fields may be private, so that only code in the structs' own modules can ask for them: the generated assertions are
 * taken out, and in the place of each struct's, code asks rustc for the addresses of all members of an instance.
 */
public final class RustView {
    private static final Pattern ASSERTIONS = Pattern.compile("const _: \\(\\) = \\{\\n[^{}]*\\};");
    private static final Pattern FINGERPRINT = Pattern.compile("pub const FINGERPRINT: u64 = (0x[0-9a-f]{16});");

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
                fn print<T, F>(name: &str, base: *const T, member: *const F) {
                    println!("{name} {} {}", member as usize - base as usize, std::mem::size_of::<F>());
                }
                fn main() {
                """);
        Map<String, String> printers = new HashMap<>();
        for (StructLayout struct : layout.structs()) {
            printers.put(String.format("0x%016x", struct.fingerprint()), printer(names, struct));
            main.append("    generated::").append(names.struct(struct.struct())).append("::p2f_print();\n");
        }
        Tools.Result result = RustTree.emit(layout, folder, text -> printing(text, printers))
                .write("main.rs", main.append("}\n").toString())
                .runMain();
        if (result.exitCode() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output().lines().toList();
    }

    /** Adds to each struct, known by its fingerprint, which its name is part of, what prints it; services have none. */
    private static String printing(String text, Map<String, String> printers) {
        String bare = ASSERTIONS.matcher(text).replaceAll("");
        return FINGERPRINT
                .matcher(bare)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group() + "\n" + printers.getOrDefault(found.group(1), "")));
    }

    private static String printer(RustNames names, StructLayout struct) {
        StringBuilder text = new StringBuilder("/// Prints.\npub fn p2f_print() {\n");
        text.append("::std::println!(\"").append(LayoutView.name(struct));
        text.append(" {} {}\", ::core::mem::size_of::<Self>(), ::core::mem::align_of::<Self>());\n");
        text.append("let all = ::core::mem::MaybeUninit::<Self>::uninit();\nlet base = all.as_ptr();\n");
        for (StructLayout.Leaf leaf : struct.leaves()) {
            text.append("// SAFETY: an address, of which nothing is read.\n");
            text.append("crate::print(\"")
                    .append(LayoutView.name(struct))
                    .append('.')
                    .append(leaf.path());
            text.append("\", base, unsafe { ::core::ptr::addr_of!((*base).");
            text.append(path(names, struct, leaf.member())).append(") });\n");
        }
        return text.append("}\n").toString();
    }

    /** The member of a union stands in the member that is the union. */
    private static String path(RustNames names, StructLayout struct, Member leaf) {
        String name = names.member(struct.struct(), leaf);
        if (leaf.kind() != Member.Kind.DATA || leaf.requireField().oneof() == null) {
            return name;
        }
        for (Member member : struct.members()) {
            if (member.kind() == Member.Kind.UNION
                    && member.requireOneof().name().equals(leaf.requireField().oneof())) {
                return names.member(struct.struct(), member) + "." + name;
            }
        }
        throw new AssertionError(leaf.name());
    }
}
