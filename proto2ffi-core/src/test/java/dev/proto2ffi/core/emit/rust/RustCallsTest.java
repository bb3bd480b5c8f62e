package dev.proto2ffi.core.emit.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services: what is called, from Rust and from C, and what rustc must not let pass. */
class RustCallsTest {
    private static final Path CASES = Path.of("src/test/cases/emit/rust");

    @TempDir
    Path folder;

    private static String read(String name) throws IOException {
        return Files.readString(CASES.resolve(name));
    }

    private static void assertCompiles(Tools.Result result) {
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    private RustTree program(String name) throws IOException {
        return RustTree.emit(RustSchemas.calls(), folder)
                .write("server.rs", read("calls_server.rs"))
                .write("main.rs", read(name));
    }

    @Test
    void callsAnswerFailPanicStreamAndAllocateAsTheContractSays() throws IOException {
        Tools.Result result = program("calls.rs").runMain();
        assertThat(result.output()).isEqualTo("all is well\n");
        assertThat(result.exitCode()).isZero();
    }

    /** There the attributes of symbols are called unsafe. */
    @Test
    void macrosMakeSymbolsInTheEdition2024Too() throws IOException {
        RustTree tree = program("calls_library.rs");
        assertCompiles(tree.compile("2024", "--crate-type", "cdylib", "-o", "libserver.so", "main.rs"));
        assertThat(Files.readString(folder.resolve("libserver.so"), StandardCharsets.ISO_8859_1))
                .contains("calc_v1_Calculator_Add_batch");
    }

    @ParameterizedTest
    @CsvSource({"cdylib,libserver.so", "staticlib,libserver.a"})
    void programsInCCallALibraryInRustAndServeIt(String type, String file) throws IOException {
        Path compiler = Tools.require("gcc");
        assertCompiles(program("calls_library.rs").rustc("--crate-type", type, "-o", file, "main.rs"));
        Files.writeString(folder.resolve("calls.c"), read("calls.c"));
        List<String> command = List.of(
                compiler.toString(),
                "-std=c11",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-Wno-cast-function-type",
                "calls.c",
                file,
                "-o",
                "calls",
                "-Wl,-rpath," + folder,
                "-lpthread",
                "-ldl",
                "-lm");
        assertCompiles(Tools.run(folder, command));
        Tools.Result result = Tools.run(folder, List.of(folder.resolve("calls").toString()));
        assertThat(result.output()).isEqualTo("""
                        0 3
                        -1
                        -2 4 at 2: minus 1
                        -5 6: the receiver wants no more items
                        0 ten 9
                        0 0
                        -1 NULL for a function of the server's table
                        0
                        3 nothing to add
                        -8
                        """ + handshake());
        assertThat(result.exitCode()).isZero();
    }

    /** As the C program shows it. */
    private static String handshake() {
        ServiceLayout service = RustSchemas.calls().services().get(0);
        StringBuilder text = new StringBuilder();
        text.append(String.format("%s %016x abi 1%n", service.service().fullName(), service.fingerprint()));
        text.append(service.text());
        for (StructLayout struct : service.structs()) {
            text.append(String.format("%s %016x%n", struct.struct().fullName(), struct.fingerprint()));
            text.append(struct.text());
        }
        return text.toString();
    }

    /** Each program does what the safe API must not allow; rustc says why by an error code. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            export_calculator!(Lazy); struct Lazy; @ E0277
            server!(Counter); struct Counter(Cell<u32>); @ E0277
            export_calculator!(Mutex::new(Unit)); impl Calculator for Mutex<Unit> { all!(); } struct Unit; @ E0515
            fn f(table: &CalculatorTable) { let mut report = Report::new(); { let heap = Heap::new(); \
              let _ = table.build(&Query::new(), &mut report, &heap.arena()); } let _ = report.text(); } @ E0597
            fn f(mut all: Vec<&'static mut Stream<'static, Report<'static>>>, table: &CalculatorTable) { \
              let _ = Stream::<Report<'_>>::receive(|_| Ok(()), |stream| { all.push(stream); table.reports(all[0]) }); } @ E0521
            fn f(table: &CalculatorTable) { let mut kept = None; \
              let _ = Stream::<Report<'_>>::receive(|report| { kept = Some(report); Ok(()) }, |s| table.reports(s)); } @ E0521
            fn f(table: &CalculatorTable) { let _ = Stream::<Report<'_>>::receive(|_| Ok(()), |stream| { \
              std::thread::scope(|scope| { scope.spawn(|| drop(stream.send(&Report::new()))); }); Ok(()) }); \
              let _ = table; } @ E0277
            fn f() -> CalculatorTable { let unit = Unit; CalculatorTable::new(&unit) } server!(Unit); struct Unit; @ E0597
            """)
    void whatWouldNotBeSoundDoesNotCompile(String items, String code) throws IOException {
        String main = """
                #![allow(warnings)]
                #[path = "generated/mod.rs"]
                mod generated;
                use generated::calc::v1::{self as v1, *};
                use generated::p2f::*;
                use std::cell::Cell;
                use std::sync::Mutex;
                type Done = std::result::Result<(), CallError>;
                macro_rules! all { () => {
                    fn add(&self, _: &BinaryOp, _: &mut v1::Result) -> Done { Ok(()) }
                    fn history(&self, _: &Query, _: &mut Stream<'_, v1::Result>) -> Done { Ok(()) }
                    fn reports(&self, _: &mut Stream<'_, Report<'static>>) -> Done { Ok(()) }
                    fn ticks(&self, _: &Query, _: &mut Stream<'_, ()>) -> Done { Ok(()) }
                    fn build<'a>(&self, _: &Query, _: &mut Report<'a>, _: &Arena<'a>) -> Done { Ok(()) }
                    fn reply<'a>(&self, _: &Report<'_>, _: &mut Report<'a>, _: &Arena<'a>) -> Done { Ok(()) }
                    fn measure(&self, _: &Report<'_>, _: &mut v1::Result) -> Done { Ok(()) }
                    fn reset(&self) -> Done { Ok(()) }
                    fn put(&self, _: &BinaryOp) -> Done { Ok(()) }
                    fn next(&self, _: &mut v1::Result) -> Done { Ok(()) }
                    fn watch(&self, _: &Shared, _: &mut Stream<'_, Shared>) -> Done { Ok(()) }
                } }
                macro_rules! server { ($type:ty) => { impl Calculator for $type { all!(); } } }
                fn main() {}
                """;
        RustTree tree = RustTree.emit(RustSchemas.calls(), folder).write("main.rs", main + items + "\n");
        Tools.Result result = tree.rustc("--emit", "metadata", "main.rs");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("error[" + code + "]");
        assertThat(result.output()).doesNotContainPattern("error\\[(?!" + code + ")");
    }

    /** Where the modules are a crate, macros know the path, and are there for other crates. */
    @Test
    void aCrateOfItsOwnGivesItsMacrosToOthers() throws IOException {
        Path cargo = Tools.require("cargo");
        RustTree tree = program("calls_library.rs");
        List<OutputFile> crate =
                new RustEmitter("calc-structs").emit(RustSchemas.calls(), new Generator("test"), new Diagnostics());
        crate.forEach(file -> tree.write("structs/" + file.path(), file.text()));
        String library = read("calls_library.rs").replace("#[path = \"generated/mod.rs\"]\nmod generated;\n", "")
                + "use calc_structs as generated;\n";
        tree.write("app/src/lib.rs", library.replace(", generated::calc::v1)", ")"));
        tree.write("app/src/server.rs", read("calls_server.rs"));
        tree.write("app/Cargo.toml", """
                [package]
                name = "app"
                version = "0.0.0"
                edition = "2024"
                [lib]
                crate-type = ["cdylib"]
                [dependencies]
                calc-structs = { path = "../structs" }
                """);
        assertCompiles(Tools.run(
                folder.resolve("app"),
                List.of(cargo.toString(), "rustc", "--offline", "--quiet", "--", "-D", "warnings")));
        assertThat(Files.readString(folder.resolve("app/target/debug/libapp.so"), StandardCharsets.ISO_8859_1))
                .contains("calc_v1_Calculator_Add_batch", "calc_v1_Calculator_accepts");
    }
}
