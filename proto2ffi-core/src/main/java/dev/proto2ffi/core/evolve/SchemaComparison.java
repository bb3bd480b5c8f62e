package dev.proto2ffi.core.evolve;

import java.util.List;
import java.util.Set;

/** Compares two schemas: what is in both is compared part by part, the rest was added or removed. */
public final class SchemaComparison {
    private final SchemaFacts old;
    private final SchemaFacts now;
    private final NameMap names;
    private final Findings findings;

    private SchemaComparison(SchemaFacts old, SchemaFacts now, Set<Rule> rules) {
        this.old = old;
        this.now = now;
        this.names = NameMap.of(old, now);
        this.findings = new Findings(rules);
    }

    /**
     * @param rules those that are looked at
     * @return by file and place in the new schema
     */
    public static List<Finding> compare(SchemaFacts old, SchemaFacts now, Set<Rule> rules) {
        SchemaComparison comparison = new SchemaComparison(old, now, rules);
        comparison.files();
        new DeclarationRules(old, now, comparison.names, comparison.findings).compare();
        comparison.messages();
        comparison.enums();
        new ServiceRules(old, now, comparison.names, comparison.findings).compare();
        return comparison.findings.sorted();
    }

    /** Imported ones too: those that facts have declare types that are used, under the names that they give. */
    private void files() {
        for (FileFacts file : old.files()) {
            FileFacts after = names.files().now(file.path());
            if (after != null) {
                FileRules.compare(file, after, findings);
            }
        }
    }

    private void messages() {
        for (MessageFacts message : old.messages().values()) {
            String name = names.now(message.fullName());
            MessageFacts after = name == null ? null : now.messages().get(name);
            if (after != null) {
                MessagePair pair = MessagePair.of(message, after, names);
                new FieldRules(pair, names, old, now, findings).compare();
                ReservedRules.compare(message.wire(), after.wire(), findings);
                new StructRules(pair, names, findings).compare();
            }
        }
    }

    private void enums() {
        for (EnumFacts definition : old.enums().values()) {
            String name = names.now(definition.fullName());
            EnumFacts after = name == null ? null : now.enums().get(name);
            if (after != null) {
                new EnumRules(definition, after, findings).compare();
                ReservedRules.compare(definition.wire(), after.wire(), findings);
            }
        }
    }
}
