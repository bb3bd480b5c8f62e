package dev.proto2ffi.cli;

import dev.proto2ffi.core.evolve.Category;
import dev.proto2ffi.core.evolve.Ignore;
import dev.proto2ffi.core.evolve.Rule;
import dev.proto2ffi.core.evolve.RuleSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which rules a comparison follows. */
final class ChangeRules {
    @Option(
            names = "--category",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Only the rules of these categories: abi (memory), wire (protobuf's encoding), source (code that "
                            + "names what is generated). Default: all.")
    List<Category> categories = new ArrayList<>();

    @Option(
            names = "--enable",
            paramLabel = "RULE",
            split = ",",
            description = "Also these rules; * stands for any characters.")
    List<String> enabled = new ArrayList<>();

    @Option(
            names = "--disable",
            paramLabel = "RULE",
            split = ",",
            description = "Not these rules, such as 'field-json-*'.")
    List<String> disabled = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "RULE:NAME",
            split = ",",
            description =
                    "Accept these findings, such as 'member-appended:social.Post.*'. NAME is the full name that JSON "
                            + "calls subject. Keep them in a file of arguments: @schema-changes.args.")
    List<String> ignored = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description = "Exit with 1 on findings this grave: error (default), warning, note or never.")
    FailOn failOn = FailOn.ERROR;

    RuleSettings settings(CommandLine command) {
        RuleSettings settings = RuleSettings.ALL;
        if (!categories.isEmpty()) {
            settings = settings.only(categories);
        }
        return settings.with(rules("--enable", enabled, command))
                .without(rules("--disable", disabled, command))
                .ignoring(ignores(command))
                .failingOn(failOn.severity());
    }

    private static List<Rule> rules(String option, List<String> patterns, CommandLine command) {
        List<Rule> rules = new ArrayList<>();
        for (String pattern : patterns) {
            List<Rule> found = Rule.matching(pattern);
            if (found.isEmpty()) {
                throw new ParameterException(
                        command,
                        "No rule for " + option + " '" + pattern + "'; 'proto2ffi diff --list-rules' shows them");
            }
            rules.addAll(found);
        }
        return rules;
    }

    private List<Ignore> ignores(CommandLine command) {
        List<Ignore> ignores = new ArrayList<>();
        for (String text : ignored) {
            Ignore ignore = Ignore.parse(text);
            if (ignore == null) {
                throw new ParameterException(
                        command,
                        "--ignore takes RULE:NAME, such as member-appended:social.Post.tags, not '" + text
                                + "'; 'proto2ffi diff --list-rules' shows the rules");
            }
            ignores.add(ignore);
        }
        return ignores;
    }
}
