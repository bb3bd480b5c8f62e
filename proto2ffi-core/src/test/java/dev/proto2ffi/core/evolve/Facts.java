package dev.proto2ffi.core.evolve;

import dev.proto2ffi.core.model.build.WireBuilder;
import dev.proto2ffi.core.testing.FrontEnd;
import java.util.List;
import java.util.Map;

/** Facts of texts in memory, and what their comparison finds. */
public final class Facts {
    private Facts() {}

    /** @param files valid texts by import name; all of them are roots */
    public static SchemaFacts of(Map<String, String> files) {
        FrontEnd.Result result = FrontEnd.run(files);
        return FactsBuilder.build(WireBuilder.build(result.linked()), result.layout());
    }

    /** All findings, by all rules. */
    public static List<Finding> compare(SchemaFacts old, SchemaFacts now) {
        return SchemaComparison.compare(old, now, RuleSettings.ALL.rules());
    }
}
