package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.StructDef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What could be better in layouts that are right: for people who ask, never part of an ordinary run. */
public final class LayoutAdvice {
    private LayoutAdvice() {}

    /** The structs that another order of their fields would make smaller, by full name, each behind those that it holds. */
    public static Map<String, BetterOrder> betterOrders(SchemaLayout schema) {
        Map<String, Extent> known = new HashMap<>();
        Map<String, BetterOrder> orders = new LinkedHashMap<>();
        for (StructLayout layout : schema.structs()) {
            StructDef struct = layout.struct();
            MemberPlan plan = MemberPlan.of(struct, new Measure(known, struct.packed()));
            Placement smallest = Placement.of(plan.smallest(), struct.align());
            // The entries of a map have no options of their own.
            if (smallest.size() < layout.size() && !struct.mapEntry()) {
                orders.put(struct.fullName(), new BetterOrder(struct, (int) smallest.size(), smallest.members()));
            }
            known.put(struct.fullName(), new Extent(layout.size(), layout.align()));
        }
        return orders;
    }

    /** Adds a note for each struct of the requested files that another order of its fields would make smaller. */
    public static void give(SchemaLayout schema, Diagnostics diagnostics) {
        for (BetterOrder order : betterOrders(schema).values()) {
            StructDef struct = order.struct();
            if (schema.schema().file(struct.file()).requested()) {
                diagnostics.add(note(struct, schema.struct(struct.fullName()).size(), order.size()));
            }
        }
    }

    private static Diagnostic note(StructDef struct, int size, int smallest) {
        return Diagnostic.note(
                        "padding",
                        struct.span(),
                        struct.name() + " takes " + size + " bytes; in another order of its fields it would take "
                                + smallest)
                .withHelp("before others depend on the layout, set option (proto2ffi.message).order = SMALLEST, "
                        + "or declare the largest fields first");
    }
}
