package dev.proto2ffi.core.compile;

import dev.proto2ffi.core.diagnostic.TextStyle;
import dev.proto2ffi.core.emit.report.HotMembers;
import dev.proto2ffi.core.emit.report.LayoutFacts;
import dev.proto2ffi.core.emit.report.LayoutJson;
import dev.proto2ffi.core.emit.report.LayoutPage;
import dev.proto2ffi.core.emit.report.LayoutTable;
import dev.proto2ffi.core.emit.report.TargetNames;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The layouts of a schema, to be shown. Immutable. */
public final class LayoutReport {
    private final SchemaLayout schema;
    private final TargetNames names;
    private final HotMembers hot;
    private final List<StructLayout> structs;

    private LayoutReport(SchemaLayout schema, TargetNames names, HotMembers hot, List<StructLayout> structs) {
        this.schema = schema;
        this.names = names;
        this.hot = hot;
        this.structs = structs;
    }

    /** All structs, each behind those that it holds. */
    static LayoutReport of(SchemaLayout schema) {
        return new LayoutReport(schema, new SettledNames(schema), HotMembers.NONE, schema.structs());
    }

    /** Full names of the messages that this report has. */
    public List<String> messages() {
        return structs.stream().map(layout -> layout.struct().fullName()).toList();
    }

    /** The report of some messages only; names that aren't in this one are ignored. */
    public LayoutReport only(Set<String> messages) {
        return with(layout -> messages.contains(layout.struct().fullName()));
    }

    /** The report of the messages of those files that were asked for, without what came in through imports. */
    public LayoutReport requested() {
        return with(layout -> schema.schema().file(layout.struct().file()).requested());
    }

    private LayoutReport with(Predicate<StructLayout> wanted) {
        return new LayoutReport(
                schema, names, hot, structs.stream().filter(wanted).toList());
    }

    /**
     * The report that also says in which cache lines some fields are.
     *
     * @param fields full names of fields that a program uses most, or the ends of some: {@code social.Post.like_count},
     *     {@code Post.like_count}, {@code like_count}
     * @param unknown takes those that no message of this report has
     */
    public LayoutReport hot(Collection<String> fields, Collection<String> unknown) {
        return new LayoutReport(schema, names, HotMembers.of(structs, fields, unknown), structs);
    }

    /** For people at a screen: tables with lines, within the style's width. */
    public String table(TextStyle style) {
        return new LayoutTable(names, facts(), style, true).print(structs);
    }

    /** For people who read files: plain columns in ASCII, as wide as they need to be. */
    public String columns(boolean colour) {
        return new LayoutTable(names, facts(), new TextStyle(colour, false, Integer.MAX_VALUE), false).print(structs);
    }

    /** For programs; the format is part of the tool's contract. */
    public String json() {
        return new LayoutJson(names).print(structs);
    }

    /** For people at a browser: a page that needs nothing else, in UTF-8. */
    public String html() {
        return new LayoutPage(names, facts(), schema::struct).print(structs);
    }

    private LayoutFacts facts() {
        return LayoutFacts.of(schema, hot);
    }
}
