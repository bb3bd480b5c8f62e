package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Comparison;
import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.compile.Lock;
import dev.proto2ffi.core.compile.OutputWriter;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.evolve.RuleSettings;
import dev.proto2ffi.core.source.InputException;
import dev.proto2ffi.core.source.InputProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what others rely on in a schema, or says what of it has changed. */
@Command(
        name = "lock",
        sortOptions = false,
        customSynopsis = "proto2ffi lock [--verify] [-o proto2ffi.lock] [OPTION]... FILE.proto...",
        header = "Write the layouts and wire facts of a schema as text to be committed.",
        description = {
            "",
            "The file has all that others rely on: sizes, offsets, types, fingerprints, numbers, names, in one order, a fact "
                    + "a line. A change of the schema is a change of the file, for reviewers to see. With --verify nothing "
                    + "is written: the exit code is 1 where the schema isn't the one of the file any more, and what changed "
                    + "is said as 'proto2ffi diff' says it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi lock -I proto proto/social/*.proto",
            "  proto2ffi lock --verify -I proto proto/social/*.proto"
        })
final class LockCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "proto2ffi.lock",
            description = "The lock file (default proto2ffi.lock); - for the standard output.")
    Path output = STANDARD_OUTPUT;

    @Option(
            names = "--verify",
            description = "Write nothing; fail with exit code 1 if the lock file isn't what would be written.")
    boolean verify;

    private final Context context;

    LockCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        input.refuseAsOutput(output, spec.commandLine());
        Diagnostics diagnostics = new Diagnostics();
        Lock before = verify ? read(diagnostics) : null;
        Lock now = Compiler.lock(input.request(rules.texts(), Set.of(), false), diagnostics);
        if (now != null && before != null) {
            compare(before, now, diagnostics);
        }
        int code = context.finish(diagnostics);
        if (now != null && !verify && code == ExitCode.DONE) {
            write(now.text().getBytes(StandardCharsets.UTF_8));
        }
        return code;
    }

    private @Nullable Lock read(Diagnostics diagnostics) throws IOException {
        if (!Files.exists(output)) {
            throw new InputException(List.of(new InputProblem(
                    InputProblem.Kind.FILE_SYSTEM,
                    "can't verify " + output + ": there is no such file",
                    "write it with 'proto2ffi lock', and commit it; -o names another")));
        }
        return Lock.read(output, diagnostics);
    }

    private void compare(Lock before, Lock now, Diagnostics diagnostics) {
        Comparison comparison = Comparison.of(before, now, RuleSettings.ALL);
        if (comparison.isSame()) {
            return;
        }
        comparison.diagnostics().forEach(diagnostics::add);
        diagnostics.add(Diagnostic.error(
                        "lock-drift",
                        null,
                        output + " isn't what the schema says any more"
                                + (comparison.findings().isEmpty() ? firstDifference(before, now) : ""))
                .withHelp("if the change is wanted, write the file again with 'proto2ffi lock' and commit it"));
    }

    /** For changes that no rule is about, such as the order of constants. */
    private static String firstDifference(Lock before, Lock now) {
        String[] old = before.text().split("\n", -1);
        String[] wanted = now.text().split("\n", -1);
        int line = Math.max(0, Arrays.mismatch(old, wanted));
        return ": it has '" + (line < old.length ? old[line].strip() : "") + "' where '"
                + (line < wanted.length ? wanted[line].strip() : "") + "' is expected";
    }

    /** A file that is right already keeps its time. */
    private void write(byte[] text) throws IOException {
        if (output.equals(STANDARD_OUTPUT)) {
            context.console().print(text);
        } else if (!Files.isRegularFile(output) || !Arrays.equals(Files.readAllBytes(output), text)) {
            OutputWriter.writeFile(output, text);
        }
    }
}
