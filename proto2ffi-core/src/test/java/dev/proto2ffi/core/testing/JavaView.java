package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * What the generated Java classes say of themselves at run time, by their {@code LAYOUT} in the form of
 * {@link LayoutView}, and by the constants that accessors use.
 */
public final class JavaView {
    private JavaView() {}

    /** The lines that {@code PrintLayouts.java} among the resources prints where all is well, sorted. */
    public static List<String> expected(SchemaLayout layout) {
        List<String> lines = new ArrayList<>(LayoutView.of(layout));
        for (StructLayout struct : layout.structs()) {
            Member presence = struct.presence();
            for (FieldLayout field : struct.fields()) {
                Member count = field.count();
                lines.add("constants " + LayoutView.name(struct) + "."
                        + field.field().name()
                        + " " + field.data().offset() + " " + field.data().size() + " " + field.stride()
                        + " count " + (count == null ? -1 : count.offset())
                        + " presence " + (field.presenceBit() < 0 || presence == null ? -1 : presence.offset())
                        + " " + Math.max(0, field.presenceBit()));
            }
        }
        return lines.stream().sorted().toList();
    }

    /** What the classes of a compiled tree, to which {@code PrintLayouts.java} was added, print; sorted. */
    public static List<String> of(JavaTree tree) {
        return tree.run("PrintLayouts", "safe", tree.classes().toString())
                .lines()
                .sorted()
                .toList();
    }
}
