package dev.proto2ffi.core.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.emit.c.CEmitter;
import dev.proto2ffi.core.emit.rust.RustEmitter;
import dev.proto2ffi.core.layout.LayoutRule;
import dev.proto2ffi.core.layout.Mutants;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.testing.CCompiler;
import dev.proto2ffi.core.testing.FrontEnd;
import dev.proto2ffi.core.testing.RustTree;
import dev.proto2ffi.core.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each layout rule, deliberately broken, is caught: by the assertions in the generated code, or, where the rule says
 * only which members there are and in which order, which any compiler would follow either way, by the answers beside the cases.
 *
 * <p>All mutants are compiled at once, each in a package of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationTest {
    /** A rule's place here tells its package. */
    private static final List<LayoutRule> RULES = List.of(LayoutRule.values());

    /** Rules that say which members there are, and in which order. Broken, they give a struct that compilers agree on. */
    private static final Set<LayoutRule> OF_SHAPE = EnumSet.of(
            LayoutRule.FIXED_COUNT_WITHOUT_COUNT,
            LayoutRule.PRESENCE_ALL_BITS,
            LayoutRule.COUNT_FIRST,
            LayoutRule.CASE_FIRST,
            LayoutRule.ONEOF_AT_FIRST_MEMBER,
            LayoutRule.PRESENCE_FIRST,
            LayoutRule.PRESENCE_BITS_IN_ORDER,
            LayoutRule.ENTRY_KEY_FIRST,
            LayoutRule.DECLARATION_ORDER,
            LayoutRule.SMALLEST_BY_ALIGNMENT,
            LayoutRule.SMALLEST_TIES,
            LayoutRule.SMALLEST_FILLS_GAP,
            LayoutRule.SMALLEST_NEVER_LARGER);

    /** Rust pads by the numbers that it is given, and asks nothing of a union's members, which can't stand elsewhere. */
    private static final Set<LayoutRule> FOLLOWED_BY_RUST = EnumSet.of(
            LayoutRule.UNION_MEMBERS_AT_START,
            LayoutRule.FIELD_ALIGN,
            LayoutRule.FIELD_ALIGN_RAISES_STRUCT,
            LayoutRule.MESSAGE_ALIGN);

    @TempDir
    Path folder;

    private final Map<LayoutRule, Set<String>> caught = new EnumMap<>(LayoutRule.class);
    private SchemaLayout truth;

    @BeforeAll
    void prepare() {
        for (LayoutRule rule : LayoutRule.values()) {
            caught.put(rule, new TreeSet<>());
        }
        truth = FrontEnd.layOut(files());
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("sound/m.proto", text("sound"));
        for (LayoutRule rule : LayoutRule.values()) {
            files.put(root(rule) + "/m.proto", text(root(rule)));
        }
        return files;
    }

    private static String text(String protoPackage) {
        try (InputStream in = Objects.requireNonNull(MutationTest.class.getResourceAsStream("mutations.proto"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("PACKAGE", protoPackage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(LayoutRule rule) {
        return "m" + RULES.indexOf(rule);
    }

    @Test
    @SuppressWarnings("SystemOut") // the list is a result
    void eachRuleBrokenIsCaught() {
        answers();
        generated("gcc", new CEmitter(), this::gcc);
        generated("rustc", new RustEmitter(), this::rustc);
        caught.forEach((rule, by) ->
                System.out.println("mutation: not \"" + rule.text() + "\": caught by " + String.join(", ", by)));
        caught.forEach((rule, by) -> {
            assertThat(by).as(rule.text()).contains("answers");
            if (!OF_SHAPE.contains(rule)) {
                assertThat(by).as(rule.text()).contains("gcc");
            }
            if (!OF_SHAPE.contains(rule) && !FOLLOWED_BY_RUST.contains(rule)) {
                assertThat(by).as(rule.text()).contains("rustc");
            }
        });
    }

    /** The layouts beside the cases are compared line by line: a mutant is caught when any number of it differs. */
    private void answers() {
        for (LayoutRule rule : LayoutRule.values()) {
            if (!Mutants.of(truth, Map.of(root(rule), rule)).structs().equals(truth.structs())) {
                caught(rule, "answers");
            }
        }
    }

    private void caught(LayoutRule rule, String by) {
        caught.computeIfAbsent(rule, next -> new TreeSet<>()).add(by);
    }

    /** All mutants that an emitter takes, in one run of a compiler, whose errors tell by their places which it caught. */
    private void generated(String who, Emitter emitter, BiConsumer<SchemaLayout, Path> compile) {
        Map<String, LayoutRule> rules = new LinkedHashMap<>();
        for (LayoutRule rule : LayoutRule.values()) {
            try {
                SchemaLayout alone = FrontEnd.layOut(Map.of("m.proto", text(root(rule))));
                emitter.emit(Mutants.of(alone, Map.of(root(rule), rule)), new Generator("test"), new Diagnostics());
                rules.put(root(rule), rule);
            } catch (IllegalStateException | NullPointerException e) {
                // The emitter itself refuses: the presence words are where it doesn't look for them.
                caught(rule, who);
            }
        }
        compile.accept(Mutants.of(truth, rules), folder.resolve(who));
    }

    private void gcc(SchemaLayout layout, Path place) {
        CCompiler.write(place, new CEmitter().emit(layout, new Generator("test"), new Diagnostics()));
        String includes = layout.schema().files().stream()
                .map(file -> "#include \"" + file.path().replace(".proto", ".p2f.h") + "\"\n")
                .collect(Collectors.joining());
        record(
                "gcc",
                CCompiler.GCC
                        .compile(place, includes, "-fsyntax-only", "-fmax-errors=0")
                        .output(),
                "static assertion failed");
    }

    private void rustc(SchemaLayout layout, Path place) {
        place.toFile().mkdirs();
        Tools.Result result = RustTree.emit(layout, place)
                .write("main.rs", "//! Mutants.\n#[path = \"generated/mod.rs\"]\npub mod generated;\nfn main() {}\n")
                .rustc("--emit", "metadata", "main.rs");
        record("rustc", result.output(), "-->");
    }

    /** Takes from a compiler's output which mutants it refuses; the sound package must not be among them. */
    private void record(String who, String output, String mark) {
        Pattern place = Pattern.compile("\\b(sound|m\\d+)[/._]");
        int errors = 0;
        for (String line : output.lines().filter(next -> next.contains(mark)).toList()) {
            Matcher matcher = place.matcher(line);
            if (matcher.find()) {
                errors++;
                assertThat(matcher.group(1)).as("%s: %s", who, line).isNotEqualTo("sound");
                caught(RULES.get(Integer.parseInt(matcher.group(1).substring(1))), who);
            }
        }
        assertThat(errors).as(output).isPositive();
    }
}
