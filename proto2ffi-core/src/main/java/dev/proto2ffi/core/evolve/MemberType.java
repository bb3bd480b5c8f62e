package dev.proto2ffi.core.evolve;

import java.util.ArrayList;
import java.util.List;

/**
 * The type of a member, taken apart.
 *
 * @param base without dimensions, such as {@code char}
 * @param dimensions the outermost first; of bounded bytes their bound first
 */
record MemberType(String base, List<String> dimensions) {
    static MemberType of(String text) {
        int bracket = text.indexOf('[');
        if (text.startsWith("span(") || bracket < 0) {
            return new MemberType(text, List.of());
        }
        List<String> dimensions = new ArrayList<>();
        for (String part : text.substring(bracket + 1).split("[\\[\\]]+", -1)) {
            if (!part.isEmpty()) {
                dimensions.add(part);
            }
        }
        return new MemberType(text.substring(0, bracket), dimensions);
    }

    boolean isPointer() {
        return base.endsWith("*") || base.startsWith("span(");
    }

    /** What the change from one type to another is. */
    static Rule change(String from, String to) {
        MemberType before = of(from);
        MemberType after = of(to);
        if (before.isPointer() || after.isPointer()) {
            boolean both = before.isPointer() && after.isPointer();
            return both && before.base.startsWith("span(") == after.base.startsWith("span(")
                    ? Rule.MEMBER_TYPE_CHANGED
                    : Rule.MEMBER_STORAGE_CHANGED;
        }
        int rank = before.dimensions.size();
        if (!before.base.equals(after.base) || rank != after.dimensions.size() || rank == 0) {
            return Rule.MEMBER_TYPE_CHANGED;
        }
        if (before.base.equals("char")) {
            boolean bound = !before.dimensions.get(rank - 1).equals(after.dimensions.get(rank - 1));
            return bound ? Rule.STRING_BOUND_CHANGED : Rule.ARRAY_BOUND_CHANGED;
        }
        if (before.base.equals("bytes")) {
            boolean bound = !before.dimensions.get(0).equals(after.dimensions.get(0));
            return bound ? Rule.BYTES_BOUND_CHANGED : Rule.ARRAY_BOUND_CHANGED;
        }
        return Rule.ARRAY_BOUND_CHANGED;
    }
}
