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
            "proto2ffi layout [--format table|json] [-o FILE] [--message NAME]",
            "                        [OPTION]... FILE.proto..."
        },
        header = "Show where every byte of every struct is.",
        description = {
            "",
            "Sizes and offsets are in bytes and the same in Java, C and Rust. The table shows the messages of the files "
                    + "that you name, JSON those of their imports too.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi layout social.proto",
            "  proto2ffi layout --message social.Post social.proto",
            "  proto2ffi layout --format json -o layout.json social.proto"
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
            description = "table for people (default), json for programs.")
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
        Diagnostics diagnostics = new Diagnostics();
        LayoutReport report = Compiler.layout(input.request(rules.texts(), Set.of(), false), diagnostics);
        int code = context.finish(diagnostics);
        if (report == null || code != ExitCode.DONE) {
            return code;
        }
        LayoutReport chosen = choose(report);
        if (format == LayoutFormat.JSON) {
            write(chosen.json().getBytes(StandardCharsets.UTF_8));
        } else if (output != null) {
            write(chosen.table(new TextStyle(false, true, context.console().columns()))
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            context.console().print(chosen.table(context.options().resultStyle(context.console())));
        }
        return ExitCode.DONE;
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

    private void write(byte[] bytes) throws IOException {
        if (output == null) {
            context.console().print(bytes);
        } else {
            OutputWriter.writeFile(output, bytes);
        }
    }
}
