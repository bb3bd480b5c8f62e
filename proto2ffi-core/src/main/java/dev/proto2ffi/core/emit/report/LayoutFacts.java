package dev.proto2ffi.core.emit.report;

import dev.proto2ffi.core.layout.BetterOrder;
import dev.proto2ffi.core.layout.LayoutAdvice;
import dev.proto2ffi.core.layout.PaddingCosts;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.Map;

/**
 * What there is to say of the layouts of a schema beside where every byte is.
 *
 * @param better the structs that another order would make smaller, by full name
 */
public record LayoutFacts(PaddingCosts padding, Map<String, BetterOrder> better, HotMembers hot) {
    public LayoutFacts {
        better = Map.copyOf(better);
    }

    public static LayoutFacts of(SchemaLayout schema, HotMembers hot) {
        return new LayoutFacts(PaddingCosts.of(schema), LayoutAdvice.betterOrders(schema), hot);
    }

    StructFacts of(StructLayout layout) {
        return new StructFacts(layout, padding, better.get(layout.struct().fullName()), hot.fields(layout));
    }
}
