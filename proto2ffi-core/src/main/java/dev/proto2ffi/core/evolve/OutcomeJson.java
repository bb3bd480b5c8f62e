package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.diagnostic.Severity;
import dev.proto2ffi.core.source.Span;
import dev.proto2ffi.core.text.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outcome for programs. The format is part of the tool's contract, and described in {@code docs/evolution.md}. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** One object, a finding a line, ended by a newline. */
    public static String print(Outcome outcome) {
        JsonObject categories = new JsonObject();
        for (Category category : Category.values()) {
            categories.put(category.word(), outcome.verdict(category));
        }
        return new JsonObject()
                        .put("same", outcome.same())
                        .put("breaking", outcome.hasBreaking())
                        .put("errors", outcome.count(Severity.ERROR))
                        .put("warnings", outcome.count(Severity.WARNING))
                        .put("notes", outcome.count(Severity.NOTE))
                        .put("accepted", outcome.accepted().size())
                        .raw("categories", categories.toString())
                        .putAll("refused_services", quoted(outcome.refused()))
                        .putLines(
                                "findings",
                                outcome.findings().stream()
                                        .map(OutcomeJson::finding)
                                        .toList(),
                                2)
                + "\n";
    }

    private static JsonObject finding(Finding finding) {
        JsonObject object = new JsonObject()
                .put("rule", finding.rule().word())
                .put("category", finding.category().word())
                .putAll(
                        "categories",
                        quoted(finding.rule().categories().stream()
                                .map(Category::word)
                                .toList()))
                .put("severity", finding.severity().word())
                .put("subject", finding.subject())
                .put("message", finding.message());
        place(object, "old", finding.old());
        place(object, "new", finding.now());
        if (finding.advice() != null) {
            object.put("advice", finding.advice());
        }
        return object;
    }

    private static void place(JsonObject object, String key, @Nullable Span span) {
        if (span != null) {
            JsonObject place = new JsonObject()
                    .put("file", span.file().displayPath())
                    .put("line", span.line())
                    .put("column", span.column());
            object.raw(key, place.toString());
        }
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(JsonObject::quote).toList();
    }
}
