package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.OptionGroup;
import dev.proto2ffi.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of the schema that are set from outside of it. */
@OptionGroup("Input options")
final class RuleOptions {
    private static final String NAME = "--option";

    @Option(
            names = NAME,
            paramLabel = "RULE",
            description =
                    "Set options of messages, fields, enums or files from outside of the .proto, as a line of a side "
                            + "file does: 'social.Post.content max_size:64', '* max_count:16'. May be repeated; the last that "
                            + "matches wins. Wins over the side files NAME.options beside NAME.proto, which are not read with "
                            + "--descriptor-set-in; what is set in the .proto wins over both.")
    List<String> rules = new ArrayList<>();

    /** Messages name each as {@code --option}. */
    List<SourceFile> texts() {
        return rules.stream().map(rule -> SourceFile.of(NAME, rule)).toList();
    }
}
