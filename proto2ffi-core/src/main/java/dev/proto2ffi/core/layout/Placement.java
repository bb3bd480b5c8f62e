package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The members of a struct with their offsets, each at the next multiple of its alignment. Offsets are meant only where the
 * size is within the limit.
 *
 * @param ends end of each part, as far as the sum stays within a long
 */
record Placement(long size, int align, List<Member> members, List<MemberPlan.Part> parts, List<Long> ends) {
    /** Beyond this the sum stops growing: two members may each be as large as a long can count. */
    private static final long CEILING = Long.MAX_VALUE / 4;

    /** @param minimumAlign the alignment that the struct's options ask for, or 1 */
    static Placement of(MemberPlan plan, int minimumAlign) {
        long offset = 0;
        int align = minimumAlign;
        List<Member> members = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        for (MemberPlan.Part part : plan.parts()) {
            Extent extent = part.extent();
            offset = Extent.alignUp(offset, extent.align());
            members.add(part.at(offset));
            offset = Math.min(CEILING, offset + Math.min(CEILING, extent.size()));
            align = Math.max(align, extent.align());
            ends.add(offset);
        }
        return new Placement(Extent.alignUp(offset, align), align, members, plan.parts(), ends);
    }

    /** The placement in the order that the struct asks for; SMALLEST only where it doesn't lose. */
    static Placement of(StructDef struct, Measure measure) {
        MemberPlan declared = MemberPlan.of(struct, measure);
        Placement placement = of(declared, struct.align());
        return switch (struct.order()) {
            case DECLARATION -> placement;
            case SMALLEST -> {
                Placement sorted = of(declared.smallest(), struct.align());
                yield sorted.size() <= placement.size() ? sorted : placement;
            }
        };
    }

    /** The members of a union, all where it begins. */
    static List<Member> inside(Member union, StructDef struct, Measure measure) {
        return struct.membersOf(union.requireOneof()).stream()
                .map(field -> new MemberPlan.Part(field.name(), Member.Kind.DATA, field, null, measure.data(field)))
                .map(part -> part.at(union.offset()))
                .toList();
    }

    /** The field with which the struct outgrows a limit, or null. */
    @Nullable FieldDef firstBeyond(long limit) {
        for (int i = 0; i < parts.size(); i++) {
            if (ends.get(i) > limit) {
                return parts.get(i).field();
            }
        }
        return null;
    }
}
