package dev.proto2ffi.core.testing;

import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.SchemaLayout;
import dev.proto2ffi.core.layout.StructLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A layout as lines, in the form in which programs of other languages are made to print what their compiler sees:
 * {@code social.Post 5584 8} for a struct's size and alignment, {@code social.Post.content 24 5000} for a member's
 * offset and size. Members go by their names in the layout, whatever the language calls them.
 */
public final class LayoutView {
    private LayoutView() {}

    public static List<String> of(SchemaLayout layout) {
        List<String> lines = new ArrayList<>();
        for (StructLayout struct : layout.structs()) {
            lines.add(name(struct) + " " + struct.size() + " " + struct.align());
            for (StructLayout.Leaf leaf : struct.leaves()) {
                Member member = leaf.member();
                lines.add(name(struct) + "." + leaf.path() + " " + member.offset() + " " + member.size());
            }
        }
        return lines;
    }

    /** What the line of a struct begins with. */
    public static String name(StructLayout struct) {
        return struct.struct().fullName();
    }

    /** What the line of a member begins with. */
    public static String name(StructLayout struct, Member member) {
        return name(struct) + "." + member.name();
    }
}
