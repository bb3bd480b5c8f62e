package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.StructDef;
import java.util.HashMap;
import java.util.Map;

/** What could be better in layouts that are right: for people who ask, never part of an ordinary run. */
public final class LayoutAdvice {
    private LayoutAdvice() {}

    /** Adds a note for each struct of the requested files that another order of its fields would make smaller. */
    public static void give(SchemaLayout schema, Diagnostics diagnostics) {
        Map<String, Extent> known = new HashMap<>();
        for (StructLayout layout : schema.structs()) {
            StructDef struct = layout.struct();
            MemberPlan plan = MemberPlan.of(struct, new Measure(known, struct.packed()));
            long smallest = Placement.of(plan.smallest(), struct.align()).size();
            if (smallest < layout.size()
                    && !struct.mapEntry()
                    && schema.schema().file(struct.file()).requested()) {
                diagnostics.add(note(struct, layout.size(), smallest));
            }
            known.put(struct.fullName(), new Extent(layout.size(), layout.align()));
        }
    }

    private static Diagnostic note(StructDef struct, int size, long smallest) {
        return Diagnostic.note(
                        "padding",
                        struct.span(),
                        struct.name() + " takes " + size + " bytes; in another order of its fields it would take "
                                + smallest)
                .withHelp("before others depend on the layout, set option (proto2ffi.message).order = SMALLEST, "
                        + "or declare the largest fields first");
    }
}
