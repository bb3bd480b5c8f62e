package dev.proto2ffi.core.model.build;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.link.Suggestions;
import dev.proto2ffi.core.model.option.FieldPlace;
import dev.proto2ffi.core.model.option.OptionTarget;
import dev.proto2ffi.core.model.option.SchemaOption;
import dev.proto2ffi.core.model.rule.Rule;
import dev.proto2ffi.core.model.rule.RuleParser;
import dev.proto2ffi.core.model.rule.RuleText;
import dev.proto2ffi.core.model.rule.Setting;
import dev.proto2ffi.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules set on each declaration; the last rule wins. A rule with a wildcard passes over declarations on which its
 * word has no meaning; one with a name may set only what an option in the .proto could.
 */
final class RuleIndex {
    /**
     * A value that a rule set.
     *
     * @param wildcard whether the rule was for whatever matches, not for this declaration
     */
    record Applied(Setting setting, boolean wildcard) {}

    private record Key(OptionTarget target, String name) {}

    private final Map<Key, Map<String, Applied>> applied = new HashMap<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<String, List<Subject>> byName = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    private RuleIndex(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * @param texts those that win behind the others
     * @param files that take part in the output; the side files of others are left aside
     */
    static RuleIndex of(List<RuleText> texts, List<FileDescriptor> files, Diagnostics diagnostics) {
        RuleIndex index = new RuleIndex(diagnostics);
        if (texts.isEmpty()) {
            return index;
        }
        files.forEach(file -> Subject.addAll(file, index.subjects));
        for (Subject subject : index.subjects) {
            index.byName
                    .computeIfAbsent(subject.name(), name -> new ArrayList<>())
                    .add(subject);
        }
        Set<String> names = files.stream().map(FileDescriptor::getFullName).collect(Collectors.toSet());
        for (RuleText text : texts) {
            if (text.file() != null && !names.contains(text.file())) {
                continue;
            }
            for (Rule rule : RuleParser.parse(text.source(), diagnostics)) {
                index.apply(rule, text.file());
            }
        }
        return index;
    }

    /** By word; of a map's keys and values under the names of the map and {@code .key}, {@code .value}. */
    Map<String, Applied> settings(OptionTarget target, String name) {
        return applied.getOrDefault(new Key(target, name), Map.of());
    }

    private void apply(Rule rule, @Nullable String file) {
        boolean exact = rule.pattern().isExact();
        List<Subject> matched = new ArrayList<>();
        for (Subject subject : exact ? byName.getOrDefault(rule.pattern().text(), List.of()) : subjects) {
            if ((file == null || file.equals(subject.file())) && rule.pattern().matches(subject.name())) {
                matched.add(subject);
            }
        }
        if (matched.isEmpty()) {
            reportUnmatched(rule, file);
            return;
        }
        for (Setting setting : rule.settings()) {
            boolean used = false;
            for (Subject subject : matched) {
                used |= apply(setting, subject, exact);
            }
            if (!used) {
                reportUnused(rule, setting, matched);
            }
        }
    }

    private boolean apply(Setting setting, Subject subject, boolean exact) {
        SchemaOption option = SchemaOption.of(subject.target(), setting.word());
        if (option == null) {
            return false;
        }
        if (!exact && subject.kind() != null && !option.place().allows(subject.kind())) {
            return false;
        }
        applied.computeIfAbsent(new Key(subject.target(), subject.name()), key -> new HashMap<>())
                .put(setting.word(), new Applied(setting, !exact));
        return true;
    }

    private void reportUnused(Rule rule, Setting setting, List<Subject> matched) {
        if (!rule.pattern().isExact()) {
            diagnostics.add(Diagnostic.warning(
                    "unused-rule",
                    setting.wordSpan(),
                    setting.word() + " has no meaning on anything that "
                            + rule.pattern().text() + " matches"));
            return;
        }
        OptionTarget target = matched.get(0).target();
        String words = SchemaOption.of(target).stream().map(SchemaOption::word).collect(Collectors.joining(", "));
        diagnostics.add(Diagnostic.error(
                        "misplaced-option", setting.wordSpan(), setting.word() + " is no option of " + target.noun())
                .withHelp("those are " + words));
    }

    private void reportUnmatched(Rule rule, @Nullable String file) {
        String name = rule.pattern().text();
        if (!rule.pattern().isExact()) {
            diagnostics.add(Diagnostic.warning("unmatched-rule", rule.span(), "nothing matches " + name));
            return;
        }
        if (byName.containsKey(name)) {
            String other = byName.get(name).get(0).file();
            diagnostics.add(Diagnostic.warning(
                            "unmatched-rule",
                            rule.span(),
                            "a side file is for the .proto beside it, but " + name + " is declared in " + other)
                    .withHelp("move the rule to " + other.replaceFirst("\\.proto$", ".options")));
            return;
        }
        if (reportNoMap(rule, name)) {
            return;
        }
        String near = Suggestions.closest(name, byName.keySet());
        diagnostics.add(Diagnostic.warning(
                        "unmatched-rule",
                        rule.span(),
                        "no file, message, field, enum or method " + (file == null ? "of these files" : "of " + file)
                                + " is named " + name)
                .withHelp(
                        near == null
                                ? "give a name with its package, such as social.Post.content; * stands for any part of one"
                                : "did you mean " + near + "?"));
    }

    /** As an option {@code key} or {@code value} in the .proto would be: an error where there is no map. */
    private boolean reportNoMap(Rule rule, String name) {
        int dot = name.lastIndexOf('.');
        String part = name.substring(dot + 1);
        if (dot < 0 || SchemaOption.of(OptionTarget.FIELD, part) == null) {
            return false;
        }
        for (Subject subject : byName.getOrDefault(name.substring(0, dot), List.of())) {
            if (subject.kind() != null && (part.equals("key") || part.equals("value"))) {
                Span span = rule.span();
                int start = span.end() - part.length();
                diagnostics.add(Diagnostic.error(
                                "misplaced-option",
                                new Span(span.file(), start, span.end()),
                                FieldPlace.MAPS.complaint(part, subject.kind()))
                        .withHelp(FieldPlace.MAPS.help(part, subject.kind())));
                return true;
            }
        }
        return false;
    }
}
