package dev.proto2ffi.cli;

import dev.proto2ffi.cli.reference.OptionGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help is laid out: what a command takes, then its options under their headings; commands before options. */
final class HelpLayout {
    private HelpLayout() {}

    /** @param line the program, which has its commands already */
    static void apply(CommandLine line) {
        Map<String, IHelpSectionRenderer> sections = line.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
        line.setHelpSectionMap(sections);
        List<String> keys = new ArrayList<>(line.getHelpSectionKeys());
        List<String> commands =
                List.of(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, UsageMessageSpec.SECTION_KEY_COMMAND_LIST);
        keys.removeAll(commands);
        keys.addAll(keys.indexOf(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING), commands);
        line.setHelpSectionKeys(keys);
    }

    private static String options(Help help) {
        StringBuilder out = new StringBuilder();
        OptionGroups.of(help.commandSpec()).forEach((heading, options) -> {
            Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
            out.append(System.lineSeparator()).append(heading).append(':').append(System.lineSeparator());
            out.append(help.optionListExcludingGroups(options, layout, null, help.parameterLabelRenderer()));
        });
        return out.toString();
    }
}
