package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.MemberOrder;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every struct its offsets: members stand in declaration order, each at the next multiple of its alignment; the
 * struct's alignment is the largest of its members', its size is rounded up to it. That is the rule of the System V and
 * Microsoft x64 ABIs and of AAPCS64 for the types used here.
 */
public final class LayoutEngine {
    /** Native code counts in int32 often enough that a larger struct is a mistake. */
    static final long MAX_SIZE = Integer.MAX_VALUE;

    /** C programs put structs on the stack, whose usual size is 8 MiB, on threads 1 MiB and less. */
    static final long STACK_WARNING_SIZE = 1 << 20;

    private final Diagnostics diagnostics;
    private final Reach reach;
    private final Map<String, StructLayout> done = new HashMap<>();

    private LayoutEngine(Schema schema, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.reach = new Reach(schema);
    }

    /**
     * @param diagnostics takes an error for each struct that is too large; the result is then of no use
     */
    public static SchemaLayout layOut(Schema schema, Diagnostics diagnostics) {
        LayoutEngine engine = new LayoutEngine(schema, diagnostics);
        List<StructLayout> structs = new ArrayList<>();
        for (StructDef struct : InlineOrder.of(schema)) {
            StructLayout layout = engine.layOut(struct);
            engine.done.put(struct.fullName(), layout);
            structs.add(layout);
        }
        return new SchemaLayout(schema, engine.reach, structs);
    }

    private StructLayout layOut(StructDef struct) {
        MemberPlan declared = MemberPlan.of(struct, done);
        Placement placement = Placement.of(declared);
        if (struct.order() == MemberOrder.SMALLEST) {
            Placement sorted = Placement.of(declared.smallest());
            placement = sorted.size() <= placement.size() ? sorted : placement;
        }
        if (placement.size() > MAX_SIZE) {
            reportTooLarge(struct, placement);
            placement = Placement.of(new MemberPlan(List.of()));
        } else if (placement.size() > STACK_WARNING_SIZE) {
            diagnostics.add(Diagnostic.warning(
                            "huge-struct",
                            struct.span(),
                            "struct " + struct.name() + " takes " + placement.size()
                                    + " bytes; C and Rust code that puts one on the stack may overflow it")
                    .withHelp("allocate it from an arena or pool only, or lower the bounds of its fields"));
        }
        List<Member> members = placement.members();
        String text = CanonicalText.of(struct.fullName(), placement.size(), placement.align(), members);
        return new StructLayout(
                struct,
                (int) placement.size(),
                placement.align(),
                true,
                members,
                fields(struct, members),
                text,
                CanonicalText.fingerprint(parts(struct.fullName(), text)));
    }

    /** The parts of a canonical text; all that the struct reaches inline is laid out before it. */
    private List<String> parts(String name, String own) {
        List<String> parts = new ArrayList<>();
        parts.add(own);
        reach.from(name).forEach(reached -> parts.add(done.get(reached).text()));
        return parts;
    }

    private void reportTooLarge(StructDef struct, Placement placement) {
        FieldDef culprit = placement.firstBeyond(MAX_SIZE);
        diagnostics.add(Diagnostic.error(
                        "struct-too-large",
                        culprit == null ? struct.span() : culprit.boundSpan(),
                        "struct " + struct.name() + " would take " + placement.size() + " bytes"
                                + (culprit == null ? "" : ", too many from " + culprit.name() + " on")
                                + "; a struct may have 2147483647")
                .withLabel(struct.span(), "the struct")
                .withHelp("lower max_size or max_count, or split the message"));
    }

    private List<FieldLayout> fields(StructDef struct, List<Member> members) {
        Map<String, Member> data = new HashMap<>();
        Map<String, Member> counts = new HashMap<>();
        for (Member member : members) {
            if (member.kind() == Member.Kind.DATA) {
                data.put(member.requireField().name(), member);
            } else if (member.kind() == Member.Kind.COUNT) {
                counts.put(member.requireField().name(), member);
            }
        }
        List<FieldLayout> fields = new ArrayList<>();
        int bits = 0;
        for (FieldDef field : struct.fields()) {
            Member member = data.get(field.name());
            if (member != null) {
                int bit = field.presence() ? bits++ : -1;
                fields.add(new FieldLayout(field, member, counts.get(field.name()), bit, stride(field.type(), member)));
            }
        }
        return fields;
    }

    private static int stride(FieldType type, Member data) {
        if (type instanceof FieldType.BoundedRepeated repeated) {
            return data.size() / repeated.maxCount();
        }
        if (type instanceof FieldType.FixedRepeated repeated) {
            return data.size() / repeated.count();
        }
        return data.size();
    }

    /**
     * Members with their offsets. Offsets are meant only where the size is within the limit.
     *
     * @param ends end of each part, as far as the sum stays within a long
     */
    record Placement(long size, int align, List<Member> members, List<MemberPlan.Part> parts, List<Long> ends) {
        /** Beyond this the sum stops growing: two members may each be as large as a long can count. */
        private static final long CEILING = Long.MAX_VALUE / 4;

        static Placement of(MemberPlan plan) {
            long offset = 0;
            int align = 1;
            List<Member> members = new ArrayList<>();
            List<Long> ends = new ArrayList<>();
            for (MemberPlan.Part part : plan.parts()) {
                Extent extent = part.extent();
                offset = Extent.alignUp(offset, extent.align());
                members.add(new Member(
                        part.name(), part.kind(), part.field(), (int) offset, (int) extent.size(), extent.align()));
                offset = Math.min(CEILING, offset + Math.min(CEILING, extent.size()));
                align = Math.max(align, extent.align());
                ends.add(offset);
            }
            return new Placement(Extent.alignUp(offset, align), align, members, plan.parts(), ends);
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
}
