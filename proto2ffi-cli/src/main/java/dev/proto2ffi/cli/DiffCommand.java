package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Comparison;
import dev.proto2ffi.core.compile.Lock;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.evolve.Category;
import dev.proto2ffi.core.evolve.RuleList;
import dev.proto2ffi.core.evolve.RuleSettings;
import dev.proto2ffi.core.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a change of a schema breaks. */
@Command(
        name = "diff",
        sortOptions = false,
        customSynopsis = {
            "proto2ffi diff [--format text|json|markdown] [OPTION]... OLD NEW",
            "       proto2ffi diff --list-rules [--format json]"
        },
        header = "Say what a change of a schema breaks: in memory, on the wire, in source code.",
        description = {
            "",
            "Each side is a .proto file, several with commas between them, a directory of .proto files, a lock file that "
                    + "'proto2ffi lock' wrote, or a FileDescriptorSet. The exit code is 1 where something breaks.",
            ""
        })
final class DiffCommand implements Callable<Integer> {
    /** Source lines are cut here when no terminal gives its width. */
    private static final int FILE_COLUMNS = 120;

    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-I", "--proto_path"},
            paramLabel = "DIR",
            description =
                    "Look for imports of both sides here; may be repeated. A jar or zip will do too. Default: the "
                            + "working directory and that of each side's files.")
    List<Path> importPath = new ArrayList<>();

    @Option(
            names = "--old-path",
            paramLabel = "DIR",
            description = "Look for imports of OLD here, before -I; may be repeated.")
    List<Path> oldPath = new ArrayList<>();

    @Option(
            names = "--new-path",
            paramLabel = "DIR",
            description = "Look for imports of NEW here, before -I; may be repeated.")
    List<Path> newPath = new ArrayList<>();

    @Mixin
    RuleOptions options = new RuleOptions();

    @Mixin
    ChangeRules rules = new ChangeRules();

    @Option(
            names = "--format",
            paramLabel = "KIND",
            defaultValue = "text",
            description = "text for people and editors (default), json for programs, markdown for pull requests.")
    DiffFormat format = DiffFormat.TEXT;

    @Option(names = "--list-rules", description = "Show what each rule means, and compare nothing.")
    boolean listRules;

    @Parameters(arity = "0..2", paramLabel = "SIDE", hideParamSyntax = true, description = "OLD, then NEW.")
    List<String> sides = new ArrayList<>();

    private final Context context;

    DiffCommand(Context context) {
        this.context = context;
    }

    /** The help names all rules, as the table of the rules does. */
    @Spec
    void spec(CommandSpec own) {
        spec = own;
        List<String> footer = new ArrayList<>(List.of(
                "",
                "Examples:",
                "  proto2ffi diff before/social.proto social.proto",
                "  proto2ffi diff --old-path old --new-path proto old proto",
                "  git show origin/main:proto2ffi.lock > old.lock",
                "  proto2ffi diff --new-path proto old.lock proto",
                "  proto2ffi diff --format markdown old.lock proto2ffi.lock",
                "",
                "Rules ('--list-rules' says what they mean):"));
        for (Category category : Category.values()) {
            footer.add(category.word() + ": " + String.join(", ", RuleList.names(category)));
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() throws IOException {
        if (listRules) {
            String list = format == DiffFormat.JSON ? RuleList.json() : RuleList.text(style().width());
            print(list, format == DiffFormat.JSON);
            return ExitCode.DONE;
        }
        if (sides.size() != 2) {
            throw new ParameterException(spec.commandLine(), "Expected two schemas, OLD and NEW, not " + sides.size());
        }
        RuleSettings settings = rules.settings(spec.commandLine());
        Diagnostics diagnostics = new Diagnostics();
        List<SourceFile> texts = options.texts();
        Lock old = new DiffSide(sides.get(0), joined(oldPath, importPath)).read(texts, diagnostics);
        Lock now = new DiffSide(sides.get(1), joined(newPath, importPath)).read(texts, diagnostics);
        int code = context.finish(diagnostics);
        if (old == null || now == null || code != ExitCode.DONE) {
            return code;
        }
        Comparison comparison = Comparison.of(old, now, settings);
        comparison
                .unusedIgnores()
                .forEach(ignore -> context.reporter()
                        .report(Diagnostic.warning(
                                        "unused-ignore", null, "--ignore " + ignore.text() + " covers no finding")
                                .withHelp("remove it, or see the names that --format json gives as subject")));
        show(comparison);
        return comparison.hasBreaking() ? ExitCode.SCHEMA : ExitCode.DONE;
    }

    private static List<Path> joined(List<Path> own, List<Path> common) {
        List<Path> all = new ArrayList<>(own);
        all.addAll(common);
        return all;
    }

    private void show(Comparison comparison) throws IOException {
        switch (format) {
            case TEXT -> print(comparison.text(style()), false);
            case JSON -> print(comparison.json(), true);
            case MARKDOWN -> print(comparison.markdown(), true);
        }
    }

    private void print(String text, boolean utf8) throws IOException {
        Console console = context.console();
        console.print(text.getBytes(utf8 ? StandardCharsets.UTF_8 : console.charset()));
    }

    private TextStyle style() {
        Console console = context.console();
        return new TextStyle(
                context.options().color.resolve(console, console.outIsTerminal()),
                console.hasUnicode(),
                console.outIsTerminal() ? console.columns() : FILE_COLUMNS);
    }
}
