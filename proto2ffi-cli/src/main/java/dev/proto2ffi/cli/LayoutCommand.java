package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.LayoutReport;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows where every byte of every struct is. */
@Command(
        name = "layout",
        sortOptions = false,
        customSynopsis = {
            "proto2ffi layout [--format table|json|html] [-o FILE] [--message NAME]",
            "                        [--hot FIELD,...] [OPTION]... FILE.proto..."
        },
        header = "Show where every byte of every struct is.",
        description = {
            "",
            "Sizes and offsets are in bytes and the same in Java, C and Rust. Tables and pages show the messages of the "
                    + "files that you name, JSON those of their imports too. A page is one file with a picture of each "
                    + "struct, byte by byte, for any browser; it loads nothing.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi layout social.proto",
            "  proto2ffi layout --message social.Post social.proto",
            "  proto2ffi layout --format json -o layout.json social.proto",
            "  proto2ffi layout --format html -o page.html --hot likes social.proto"
        })
final class LayoutCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Option(
            names = "--format",
            paramLabel = "KIND",
            converter = LayoutFormat.Converter.class,
            defaultValue = "table",
            description = "table for people (default), json for programs, html for a browser.")
    LayoutFormat format = LayoutFormat.TABLE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of the standard output, which - means too.")
    @Nullable Path output;

    @Option(
            names = "--message",
            paramLabel = "NAME",
            description =
                    "Show this message only; its full name, such as social.Post, or the end of it. May be repeated.")
    List<String> messages = new ArrayList<>();

    @Option(
            names = "--hot",
            paramLabel = "FIELD",
            split = ",",
            description =
                    "Say which cache lines these fields are in, which your program uses most: full names, such as "
                            + "social.Post.like_count, or the ends of some. Not for json.")
    List<String> hot = new ArrayList<>();

    private final Context context;

    LayoutCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (STANDARD_OUTPUT.equals(output)) {
            output = null;
        }
        input.refuseAsOutput(output, spec.commandLine());
        refuseWhatMakesNoSense();
        Diagnostics diagnostics = new Diagnostics();
        LayoutReport report = Compiler.layout(input.request(rules.texts(), Set.of(), false), diagnostics);
        int code = context.finish(diagnostics);
        if (report == null || code != ExitCode.DONE) {
            return code;
        }
        LayoutReport chosen = mark(choose(report));
        switch (format) {
            case JSON -> write(chosen.json());
            case HTML -> {
                write(chosen.html());
                hint();
            }
            case TABLE -> table(chosen);
        }
        return ExitCode.DONE;
    }

    private void refuseWhatMakesNoSense() {
        if (format == LayoutFormat.HTML && output == null && context.console().outIsTerminal()) {
            throw new ParameterException(spec.commandLine(), "A page needs a file: give -o layout.html");
        }
        if (format == LayoutFormat.JSON && !hot.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--hot is for table and html: JSON has the offsets of all");
        }
    }

    private void table(LayoutReport report) throws IOException {
        Console console = context.console();
        if (output != null) {
            OutputWriter.writeFile(
                    output,
                    report.table(new TextStyle(false, true, console.columns())).getBytes(StandardCharsets.UTF_8));
            return;
        }
        TextStyle style = context.options().resultStyle(console);
        console.print(console.outIsTerminal() ? report.table(style) : report.columns(style.colour()));
    }

    /** Where to look at the page. */
    private void hint() {
        if (output != null) {
            context.console()
                    .message("open " + output.toAbsolutePath().normalize().toUri() + " in a browser\n");
        }
    }

    private LayoutReport mark(LayoutReport report) {
        List<String> unknown = new ArrayList<>();
        LayoutReport marked = report.hot(hot, unknown);
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No field " + String.join(", ", unknown)
                            + " in the messages shown; give names such as social.Post.like_count, Post.like_count or like_count");
        }
        return marked;
    }

    private LayoutReport choose(LayoutReport report) {
        if (messages.isEmpty()) {
            return format == LayoutFormat.JSON ? report : report.requested();
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String message : messages) {
            chosen.addAll(matches(report, message));
        }
        return report.only(chosen);
    }

    private List<String> matches(LayoutReport report, String wanted) {
        if (report.messages().contains(wanted)) {
            return List.of(wanted);
        }
        List<String> found = report.messages().stream()
                .filter(name -> name.endsWith("." + wanted))
                .toList();
        if (found.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No message " + wanted + "; there " + (report.messages().size() == 1 ? "is " : "are ")
                            + listed(report.messages()));
        }
        return found;
    }

    private static String listed(List<String> names) {
        int shown = 10;
        return names.size() <= shown
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, shown)) + " and " + (names.size() - shown) + " more";
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (output == null) {
            context.console().print(bytes);
        } else {
            OutputWriter.writeFile(output, bytes);
        }
    }
}
