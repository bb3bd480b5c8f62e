package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.emit.report.LayoutJson;
import dev.proto2ffi.core.emit.report.LayoutTable;
import dev.proto2ffi.core.emit.report.TargetNames;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.List;
import java.util.Set;

/** The layouts of a schema, to be shown. Immutable. */
public final class LayoutReport {
    private final SchemaLayout schema;
    private final TargetNames names;
    private final List<StructLayout> structs;

    private LayoutReport(SchemaLayout schema, TargetNames names, List<StructLayout> structs) {
        this.schema = schema;
        this.names = names;
        this.structs = structs;
    }

    /** All structs, each behind those that it holds. */
    static LayoutReport of(SchemaLayout schema) {
        return new LayoutReport(schema, new SettledNames(schema), schema.structs());
    }

    /** Full names of the messages that this report has. */
    public List<String> messages() {
        return structs.stream().map(layout -> layout.struct().fullName()).toList();
    }

    /** The report of some messages only; names that aren't in this one are ignored. */
    public LayoutReport only(Set<String> messages) {
        return new LayoutReport(
                schema,
                names,
                structs.stream()
                        .filter(layout -> messages.contains(layout.struct().fullName()))
                        .toList());
    }

    /** The report of the messages of those files that were asked for, without what came in through imports. */
    public LayoutReport requested() {
        return new LayoutReport(
                schema,
                names,
                structs.stream()
                        .filter(layout ->
                                schema.schema().file(layout.struct().file()).requested())
                        .toList());
    }

    /** For people. */
    public String table(TextStyle style) {
        return new LayoutTable(names, style).print(structs);
    }

    /** For programs; the format is part of the tool's contract. */
    public String json() {
        return new LayoutJson(names).print(structs);
    }
}
