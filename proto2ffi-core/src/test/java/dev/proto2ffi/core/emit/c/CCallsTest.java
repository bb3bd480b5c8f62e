package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.emit.ServiceSymbols;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.ServiceLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers and clients in C and C++, compiled with every warning an error, linked and run. */
final class CCallsTest {
    private static final String WIDE = "syntax = \"proto3\"; package calls; message Wide {\n"
            + IntStream.rangeClosed(1, 200)
                    .mapToObj(i -> "  int32 field_" + i + " = " + i + ";\n")
                    .collect(Collectors.joining())
            + "}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void callsOfEachShapeDoAsTheySay(CCompiler compiler) {
        CCompiler.write(folder, CHeaderTest.emit(CSchemas.calls()));
        String server = compiler.addSource(folder, "server", resource("calls_server.c"));
        String client = resource("calls.c");

        compiler.runSanitized(folder, client, server, "-lm");
        // Optimised, compilers see through the functions and warn of more.
        compiler.run(folder, client, server, "-O3", "-fPIC", "-fvisibility=hidden", "-lm");
    }

    @Test
    void aClientInCppLinksWithAServerInC() throws IOException {
        CCompiler.write(folder, CHeaderTest.emit(CSchemas.calls()));
        build(CCompiler.GCC, resource("calls_server.c"), "server.o", "-c");

        CCompiler.GXX.run(folder, resource("calls.c"), "server.o", "-lm");
    }

    static Stream<Arguments> schemasAndCompilers() {
        return Stream.of(CSchemas.calls(), CSchemas.clashes(), longTexts(), twoFiles())
                .flatMap(layout -> Stream.of(CCompiler.values()).map(compiler -> Arguments.of(layout, compiler)));
    }

    @ParameterizedTest
    @MethodSource("schemasAndCompilers")
    void librariesTellWhatTheyWereBuiltFrom(SchemaLayout layout, CCompiler compiler) {
        CCompiler.write(folder, CHeaderTest.emit(layout));
        CHandshakeProgram program = new CHandshakeProgram(layout);

        assertThat(compiler.run(folder, program.printer())).isEqualTo(program.expected());
    }

    /** Longer than what compilers must take as one literal: both the text of the service and that of the struct. */
    static SchemaLayout longTexts() {
        StringBuilder text = new StringBuilder("""
                syntax = "proto3";
                package calls;
                import "proto2ffi/options.proto";
                import "wide.proto";
                service Other {
                  rpc Get(Wide) returns (Small);
                }
                message Small {
                  bool b = 1;
                }
                service Long {
                """);
        for (int i = 0; i < 120; i++) {
            text.append("  rpc R").append(i);
            text.append("(Wide) returns (Wide) { option (proto2ffi.method).batch = true; }\n");
        }
        SchemaLayout layout = FrontEnd.layOut(
                Map.of("wide.proto", WIDE, "long.proto", text.append("}\n").toString()));
        assertThat(layout.services().get(1).text()).hasSizeGreaterThan(4095);
        assertThat(layout.struct("calls.Wide").text()).hasSizeGreaterThan(4095);
        return layout;
    }

    /** Their headers describe the same struct, and a program includes both. */
    static SchemaLayout twoFiles() {
        String text = """
                syntax = "proto3";
                package %s;
                import "wide.proto";
                service S {
                  rpc Get(calls.Wide) returns (calls.Wide);
                }
                """;
        return FrontEnd.layOut(
                Map.of("wide.proto", WIDE, "a.proto", text.formatted("a"), "b.proto", text.formatted("b")));
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryExportsItsSymbolsHoweverTheRestIsHidden(CCompiler compiler) throws IOException {
        SchemaLayout layout = CSchemas.calls();
        CCompiler.write(folder, CHeaderTest.emit(layout));
        String library = new CHandshakeProgram(layout).library();
        build(compiler, library, "library", "-shared", "-fPIC", "-fvisibility=hidden");
        List<String> symbols = new ArrayList<>();
        for (ServiceLayout service : layout.services()) {
            ServiceSymbols own = ServiceSymbols.of(layout.schema(), service.service());
            symbols.addAll(own.calls().values());
            symbols.addAll(own.batches().values());
            symbols.addAll(own.handshake());
        }
        List<String> asked = new ArrayList<>(symbols);
        asked.addAll(List.of("calls_Calculator_service_layouts", "keep0", "calls_Calculator_History_send"));

        String found = compiler.run(folder, CHandshakeProgram.finder(asked), "-ldl");

        assertThat(found.lines()).isEqualTo(symbols);
    }

    private void build(CCompiler compiler, String source, String target, String... options) throws IOException {
        Tools.Result result = compiler.compile(folder, source, options);
        assertThat(result.output()).isEmpty();
        Files.move(folder.resolve("program"), folder.resolve(target));
    }

    private static String resource(String name) {
        try (InputStream in = CCallsTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
