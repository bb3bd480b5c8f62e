package dev.proto2ffi.core.emit.c;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.Generator;
import dev.proto2ffi.core.emit.OutputFile;
import dev.proto2ffi.core.layout.LayoutEngine;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.testing.Answers;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.CLayoutProgram;
import dev.proto2ffi.core.testing.LayoutView;
import dev.proto2ffi.core.testing.TestSchemas;
import dev.proto2ffi.core.testing.Tools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the emitter prints, and what compilers make of it. */
final class CHeaderTest {
    enum Case {
        SOCIAL,
        EVERY,
        HELL,
        TOUR,
        CONSTRUCTS,
        CORNERS,
        CALLS,
        CLASHES;

        SchemaLayout layout() {
            return switch (this) {
                case SOCIAL -> layOut(TestSchemas.social());
                case EVERY -> layOut(TestSchemas.everyConstruct());
                case HELL -> layOut(HellSchema.schema());
                case TOUR -> CSchemas.tour();
                case CONSTRUCTS -> CSchemas.constructs();
                case CORNERS -> CSchemas.corners();
                case CALLS -> CSchemas.calls();
                case CLASHES -> CSchemas.clashes();
            };
        }
    }

    @TempDir
    Path folder;

    static SchemaLayout layOut(Schema schema) {
        Diagnostics diagnostics = new Diagnostics();
        SchemaLayout layout = LayoutEngine.layOut(schema, diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return layout;
    }

    static List<OutputFile> emit(SchemaLayout layout) {
        Diagnostics diagnostics = new Diagnostics();
        List<OutputFile> files = new CEmitter().emit(layout, new Generator("1.2.3"), diagnostics);
        assertThat(diagnostics.all()).isEmpty();
        return files;
    }

    /** Of those that a person can read through. */
    @ParameterizedTest
    @EnumSource(names = {"SOCIAL", "EVERY", "HELL", "TOUR", "CALLS"})
    void headersAreThoseOfTheAnswers(Case aCase) {
        Map<String, String> texts = new TreeMap<>();
        emit(aCase.layout()).forEach(file -> texts.put("emit/c/" + file.path(), file.text()));
        Answers.check(texts);
    }

    @Test
    void sameLayoutGivesTheSameText() {
        assertThat(emit(Case.EVERY.layout())).isEqualTo(emit(Case.EVERY.layout()));
    }

    static Stream<Arguments> casesAndCompilers() {
        return Stream.of(Case.values())
                .flatMap(aCase -> Stream.of(CCompiler.values()).map(compiler -> Arguments.of(aCase, compiler)));
    }

    @ParameterizedTest
    @MethodSource("casesAndCompilers")
    void compilerSeesTheBytesOfTheLayoutAndNothingToWarnOf(Case aCase, CCompiler compiler) {
        SchemaLayout layout = aCase.layout();
        CCompiler.write(folder, emit(layout));

        String seen = compiler.run(folder, CLayoutProgram.of(layout, CNames.of(layout)));

        assertThat(seen.lines()).isEqualTo(LayoutView.of(layout));
    }

    /** A header must not need what another header or the program has included by chance. */
    @ParameterizedTest
    @EnumSource
    void eachHeaderCompilesByItselfAndTwice(CCompiler compiler) {
        for (Case aCase : Case.values()) {
            List<OutputFile> headers = emit(aCase.layout());
            CCompiler.write(folder, headers);
            for (OutputFile header : headers) {
                String include = "#include \"" + header.path() + "\"\n";
                Tools.Result result = compiler.compile(folder, include + include, "-fsyntax-only");
                assertThat(result.output()).as(header.path()).isEmpty();
                assertThat(result.exitCode()).as(header.path()).isZero();
            }
        }
    }

    /** In the dialects that most builds use, behind the headers whose macros are in the way. */
    @ParameterizedTest
    @EnumSource
    void headersCompileBehindStandardHeadersInGnuModes(CCompiler compiler) {
        boolean cpp = compiler == CCompiler.GXX || compiler == CCompiler.CLANGXX;
        String standard = """
                #include <assert.h>
                #include <complex.h>
                #include <ctype.h>
                #include <errno.h>
                #include <fenv.h>
                #include <float.h>
                #include <inttypes.h>
                #include <limits.h>
                #include <locale.h>
                #include <math.h>
                #include <setjmp.h>
                #include <signal.h>
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                #include <strings.h>
                #include <sys/stat.h>
                #include <time.h>
                #include <unistd.h>
                #include <wchar.h>
                """;
        for (Case aCase : Case.values()) {
            SchemaLayout layout = aCase.layout();
            CCompiler.write(folder, emit(layout));
            String program = standard + "#include \"" + SupportHeader.REGION_PATH + "\"\n"
                    + new CHandshakeProgram(layout).library();
            Tools.Result result =
                    compiler.compile(folder, program, "-fsyntax-only", cpp ? "-std=gnu++20" : "-std=gnu17");
            assertThat(result.output()).isEmpty();
        }
    }

    /** Only the compiler's own headers are at hand: there is no C library of those systems here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x86_64-pc-windows-msvc",
                "aarch64-pc-windows-msvc",
                "x86_64-apple-darwin",
                "aarch64-apple-darwin",
                "x86_64-linux-gnu",
                "aarch64-linux-gnu"
            })
    void assertionsHoldOnEveryTarget(String target) {
        boolean apple = target.contains("apple");
        for (Case aCase : Case.values()) {
            SchemaLayout layout = aCase.layout();
            CCompiler.write(folder, emit(layout));
            String program =
                    "#include \"" + SupportHeader.REGION_PATH + "\"\n" + new CHandshakeProgram(layout).library();
            for (CCompiler compiler : List.of(CCompiler.CLANG, CCompiler.CLANGXX)) {
                // Unasked, clang looks for libstdc++ where Apple has none; C takes no such option.
                String library = apple && compiler == CCompiler.CLANGXX ? "-stdlib=libc++" : "-ffreestanding";
                Tools.Result result = compiler.compile(
                        folder, program, "--target=" + target, "-ffreestanding", library, "-fsyntax-only");
                assertThat(result.output()).as("%s %s", aCase, compiler).isEmpty();
            }
        }
    }

    @Test
    void noAssertionHoldsWhenItsNumberIsOffByOne() {
        SchemaLayout layout = Case.EVERY.layout();
        List<OutputFile> headers = emit(layout);
        CCompiler.write(folder, headers);
        OutputFile header = headers.get(headers.size() - 1);
        Matcher assertion =
                Pattern.compile("(P2F_STATIC_ASSERT\\(.* == )(\\d+)(,.*\\);)").matcher(header.text());
        List<String> wrong = new ArrayList<>();
        while (assertion.find()) {
            wrong.add(assertion.group(1) + (Integer.parseInt(assertion.group(2)) + 1) + assertion.group(3) + "\n");
        }
        int members = layout.structsOf("every/construct.proto").stream()
                .mapToInt(struct -> struct.members().size() + 2)
                .sum();
        assertThat(wrong).hasSizeGreaterThan(members);

        String program = "#include \"" + header.path() + "\"\n" + String.join("", wrong);
        Tools.Result result = CCompiler.GCC.compile(folder, program, "-fsyntax-only", "-fmax-errors=0");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output().lines().filter(line -> line.contains("static assertion failed")))
                .hasSameSizeAs(wrong);
    }

    @Test
    void aMemberThatMovedByOneByteDoesNotCompile() {
        List<OutputFile> headers = emit(Case.SOCIAL.layout());
        CCompiler.write(folder, headers);
        OutputFile post = headers.get(headers.size() - 1);
        String moved = post.text().replace("char content[5000];", "char content[5001];");
        assertThat(moved).isNotEqualTo(post.text());
        CCompiler.write(folder, List.of(new OutputFile(post.path(), moved)));

        Tools.Result result = CCompiler.GCC.compile(folder, "#include \"" + post.path() + "\"\n", "-fsyntax-only");

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("social_Post.media_url is elsewhere");
    }
}
