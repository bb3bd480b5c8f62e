package dev.proto2ffi.cli.reference;

import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The options of a command under their headings: its own, then those of groups, then those that every command has. */
public final class OptionGroups {
    private static final String OWN = "Options";
    private static final String SHARED = "Options of every command";

    private OptionGroups() {}

    /** Headings and what stands under them, nowhere empty. Hidden options are left out. */
    public static Map<String, List<OptionSpec>> of(CommandSpec spec) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        groups.put(OWN, new ArrayList<>());
        List<OptionSpec> shared = new ArrayList<>();
        for (OptionSpec option : spec.options()) {
            if (option.hidden()) {
                continue;
            }
            if (isShared(option)) {
                shared.add(option);
            } else {
                groups.computeIfAbsent(heading(option), key -> new ArrayList<>())
                        .add(option);
            }
        }
        groups.put(SHARED, shared);
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    static boolean isShared(ArgSpec arg) {
        return arg.inherited() || arg.isOption() && arg.scopeType() == ScopeType.INHERIT;
    }

    /** Of an option that is not shared. */
    private static String heading(OptionSpec option) {
        Object declared = option.userObject();
        @Nullable OptionGroup group =
                declared instanceof Member member ? member.getDeclaringClass().getAnnotation(OptionGroup.class) : null;
        return group == null ? OWN : group.value();
    }
}
