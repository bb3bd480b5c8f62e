package dev.proto2ffi.core.emit.c;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/** The inline functions of one field, chosen by its type: those that {@link Helper#of} names. */
final class FieldHelpers {
    private final SchemaLayout layout;
    private final CNames names;
    private final InitPrinter init;

    FieldHelpers(SchemaLayout layout, CNames names, InitPrinter init) {
        this.layout = layout;
        this.names = names;
        this.init = init;
    }

    /** Functions with empty lines behind them; empty for a plain member. */
    String print(StructLayout struct, FieldLayout field) {
        StringBuilder out = new StringBuilder();
        for (Helper helper : Helper.of(field.field())) {
            out.append(print(helper, struct, field)).append('\n');
        }
        return out.toString();
    }

    private String print(Helper helper, StructLayout struct, FieldLayout layoutOfField) {
        FieldDef field = layoutOfField.field();
        Scope scope = FieldScope.of(struct, layoutOfField, names);
        FieldType element = field.type().element();
        String held = element == null ? null : element.inlineStruct();
        String initOfZeroed = held == null ? "" : init.initOfZeroed(held);
        if (element instanceof FieldType.MapEntry entry) {
            return MapHelpers.of(
                            field,
                            layout.struct(entry.structName()).struct(),
                            scope.with("init_of_zeroed", initOfZeroed),
                            names)
                    .print(helper);
        }
        Value value = Values.of(struct.struct(), field, names);
        if (element != null) {
            return new RepeatedHelpers(struct.struct(), field, value, scope.with("init_of_zeroed", initOfZeroed), names)
                    .print(helper);
        }
        return switch (helper) {
            case LOAD, STORE, COMPARE_EXCHANGE, FETCH_ADD -> AtomicHelpers.print(helper, field, value, scope);
            default -> new SingularHelpers(field, value, scope, names).print(helper);
        };
    }
}
