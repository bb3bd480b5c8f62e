package dev.proto2ffi.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line without a command. */
@Command(
        name = "proto2ffi",
        sortOptions = false,
        header = "One .proto file, and Java, C and Rust share its structs in native memory.",
        description = "",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 wrong schema, 2 wrong command line, 3 wrong environment.",
            "",
            "Examples:",
            "  proto2ffi init demo",
            "  proto2ffi check social.proto",
            "  proto2ffi layout social.proto",
            "  proto2ffi generate --java-out gen/java --c-out gen/c social.proto",
            "",
            "'proto2ffi help COMMAND' says more about a command."
        })
final class RootCommand {
    @Mixin
    GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;
}
