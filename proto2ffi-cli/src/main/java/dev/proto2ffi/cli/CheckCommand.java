package dev.proto2ffi.cli;

import dev.proto2ffi.core.compile.Compiler;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is wrong with a schema, and what could be better. */
@Command(
        name = "check",
        sortOptions = false,
        customSynopsis = "proto2ffi check [-I DIR]... [OPTION]... FILE.proto...",
        header = "Say what is wrong with .proto files, and what could be better.",
        description = {
            "",
            "Parses, links and lays out; writes nothing. Silent and 0 when all is well, 1 when there are errors. "
                    + "Advice (padding, huge structs) doesn't change the exit code.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  proto2ffi check social.proto",
            "  proto2ffi check --error-format json -I proto proto/social/*.proto"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    RuleOptions rules = new RuleOptions();

    private final Context context;

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Compiler.check(input.request(rules.texts(), Set.of(), false), diagnostics);
        return context.finish(diagnostics);
    }
}
