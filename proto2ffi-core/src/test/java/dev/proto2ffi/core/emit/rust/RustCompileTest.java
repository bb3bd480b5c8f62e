package dev.proto2ffi.core.emit.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.LayoutView;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.RustView;
import dev.proto2ffi.core.testing.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether rustc takes what is generated, under the lints of careful users, and sees in it what the layout says. */
class RustCompileTest {
    private static final String LIBRARY = "//! A crate.\n#![no_std]\n#[path = \"generated/mod.rs\"]\n";

    @TempDir
    Path folder;

    static Stream<Named<SchemaLayout>> schemas() {
        return Stream.of(
                Named.of("social", RustSchemas.social()),
                Named.of("constructs", RustSchemas.constructs()),
                Named.of("every construct", RustSchemas.every()),
                Named.of("clash", RustSchemas.clash()),
                Named.of("names", RustSchemas.names()),
                Named.of("calls", RustSchemas.calls()),
                Named.of("comments", RustSchemas.comments()));
    }

    private static void assertCompiles(Tools.Result result) {
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void compilesWithoutAWarningAsAPublicModuleWithoutStd(SchemaLayout layout) {
        RustTree tree = RustTree.emit(layout, folder).write("lib.rs", LIBRARY + "pub mod generated;\n");
        assertCompiles(tree.rustc("--crate-type", "rlib", "--emit", "metadata", "lib.rs"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void compilesWithoutAWarningAsAPrivateModuleOfWhichNothingIsUsed(SchemaLayout layout) {
        String inside = """
                //! A crate.
                mod deep {
                    pub(crate) mod er {
                        #[path = "../../generated/mod.rs"]
                        pub(crate) mod generated;
                    }
                }
                """;
        RustTree tree = RustTree.emit(layout, folder).write("lib.rs", inside).write("deep/er/folder", "");
        assertCompiles(tree.rustc("--crate-type", "cdylib", "--emit", "metadata", "lib.rs"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void compilesWithoutAWarningInTheEdition2024(SchemaLayout layout) {
        RustTree tree = RustTree.emit(layout, folder).write("lib.rs", LIBRARY + "pub mod generated;\n");
        assertCompiles(tree.compile("2024", "--crate-type", "rlib", "--emit", "metadata", "lib.rs"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void rustcSeesEachSizeAlignmentAndOffsetAsTheLayoutSays(SchemaLayout layout) {
        assertThat(RustView.of(layout, folder)).isEqualTo(LayoutView.of(layout));
    }

    @Test
    void anOffsetThatIsOffByOneDoesNotCompile() {
        String right = "offset_of!(Reaction, created_at) == 32";
        RustTree tree = RustTree.emit(
                        RustSchemas.social(), folder, text -> text.replace(right, right.replace("32", "33")))
                .write("lib.rs", LIBRARY + "pub mod generated;\n");
        Tools.Result result = tree.rustc("--crate-type", "rlib", "--emit", "metadata", "lib.rs");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("offset_of!(Reaction, created_at) == 33");
    }

    /** Each program does what the safe API must not allow; rustc says why by an error code. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            let mut tree = Tree::new(); { let mut memory = [MaybeUninit::uninit(); 99]; \
              let arena = Buffer::new(&mut memory); tree.init_left(&arena).unwrap(); } tree.has_left(); @ E0597
            let mut memory = [MaybeUninit::uninit(); 99]; let arena = Buffer::new(&mut memory); \
              let mut tree = Tree::new(); tree.init_left(&arena).unwrap(); memory[0].write(1); tree.has_left(); @ E0499
            let mut tree = Tree::new(); let left = tree.left(); tree.clear_left(); left.unwrap(); @ E0502
            let tree = Tree::new(); let copy = tree; tree.has_left(); copy.has_left(); @ E0382
            let all = Counters::new(); let copy = all.clone(); copy.hits(); @ E0599
            let held = HoldsCounters::new(); let copy = held; held.more_count(); copy.more_count(); @ E0382
            let point = PackedPoint::new(); let x = &point.x; assert!(*x == 0.0); @ E0793
            let mut choice = Choice::new(); choice.payload_case = 3; @ E0616
            let tree = Tree::new(); std::thread::spawn(move || tree.has_left()); @ E0277
            """)
    void whatWouldNotBeSoundDoesNotCompile(String body, String code) {
        String main = """
                #![allow(warnings)]
                #[path = "generated/mod.rs"]
                mod generated;
                use generated::every::*;
                use generated::p2f::*;
                use std::mem::MaybeUninit;
                """;
        RustTree tree =
                RustTree.emit(RustSchemas.every(), folder).write("main.rs", main + "fn main() {\n" + body + "\n}\n");
        Tools.Result result = tree.rustc("--emit", "metadata", "main.rs");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("error[" + code + "]");
        assertThat(result.output()).doesNotContainPattern("error\\[(?!" + code + ")");
    }

    @Test
    void aCrateOfItsOwnBuildsWithCargo() {
        Path cargo = Tools.require("cargo");
        RustTree tree = RustTree.emit(RustSchemas.social(), folder);
        new CrateFiles("social-structs")
                .files(false)
                .forEach(file -> tree.write("generated/" + file.path(), file.text()));
        Tools.Result result = Tools.run(
                folder.resolve("generated"),
                List.of(
                        cargo.toString(),
                        "rustc",
                        "--offline",
                        "--quiet",
                        "--",
                        "-D",
                        "warnings",
                        "-D",
                        "missing_docs"));
        assertCompiles(result);
    }

    @Test
    void commentsAreNeitherTestsNorLinksNorMarkup() {
        Path rustdoc = Tools.require("rustdoc");
        RustTree.emit(RustSchemas.comments(), folder).write("lib.rs", LIBRARY + "pub mod generated;\n");
        List<String> doc =
                List.of(rustdoc.toString(), "--edition", "2021", "-D", "warnings", "-D", "rustdoc::all", "lib.rs");
        assertCompiles(Tools.run(folder, doc));
        Tools.Result tests = Tools.run(folder, List.of(rustdoc.toString(), "--edition", "2021", "--test", "lib.rs"));
        assertThat(tests.output()).contains("running 0 tests");
    }
}
