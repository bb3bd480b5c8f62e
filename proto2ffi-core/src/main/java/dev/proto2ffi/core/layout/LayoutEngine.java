package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.diagnostic.Diagnostic;
import dev.proto2ffi.core.diagnostic.Diagnostics;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every struct its offsets: members stand in declaration order, each at the next multiple of its alignment; the
 * struct's alignment is the largest of its members', its size is rounded up to it. That is the rule of the System V and
 * Microsoft x64 ABIs and of AAPCS64 for the types used here.
 *
 * <p>First all sizes are settled, each struct behind those that it holds inline; then what also depends on structs that
 * are only pointed to: strides and fingerprints.
 */
public final class LayoutEngine {
    /** Native code counts in int32 often enough that a larger struct is a mistake. */
    static final long MAX_SIZE = Integer.MAX_VALUE;

    /** C programs put structs on the stack, whose usual size is 8 MiB, on threads 1 MiB and less. */
    static final long STACK_WARNING_SIZE = 1 << 20;

    private final Diagnostics diagnostics;
    private final Reach reach;
    private final Map<String, Extent> extents = new HashMap<>();
    private final Map<String, StructMembers> members = new HashMap<>();
    private final Map<String, Boolean> flat = new HashMap<>();

    /** Texts in UTF-8: large schemas take the digest of each one thousands of times. */
    private final Map<String, byte[]> texts = new HashMap<>();

    private LayoutEngine(Schema schema, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.reach = new Reach(schema);
    }

    /**
     * @param diagnostics takes an error for each struct that is too large; the result is then of no use
     */
    public static SchemaLayout layOut(Schema schema, Diagnostics diagnostics) {
        LayoutEngine engine = new LayoutEngine(schema, diagnostics);
        List<StructDef> order = InlineOrder.of(schema);
        order.forEach(engine::place);
        List<StructLayout> structs = new ArrayList<>();
        for (StructDef struct : order) {
            structs.add(engine.finish(struct));
        }
        ServiceLayouts services = new ServiceLayouts(structs, engine.reach, diagnostics);
        return new SchemaLayout(
                schema,
                engine.reach,
                structs,
                schema.services().stream().map(services::of).toList());
    }

    /** Settles the size of a struct; all that it holds inline have theirs. */
    private void place(StructDef struct) {
        Measure measure = new Measure(extents, struct.packed());
        Placement placement = Placement.of(struct, measure);
        if (placement.size() > MAX_SIZE) {
            reportTooLarge(struct, placement);
            placement = Placement.of(new MemberPlan(List.of()), 1);
        } else if (placement.size() > STACK_WARNING_SIZE && !struct.mapEntry()) {
            diagnostics.add(Diagnostic.warning(
                            "huge-struct",
                            struct.span(),
                            "struct " + struct.name() + " takes " + placement.size()
                                    + " bytes; C and Rust code that puts one on the stack may overflow it")
                    .withHelp("allocate it from an arena or pool only, or lower the bounds of its fields"));
        }
        String name = struct.fullName();
        extents.put(name, new Extent(placement.size(), placement.align()));
        members.put(name, StructMembers.of(struct, placement, measure));
        flat.put(name, isFlat(struct));
        texts.put(name, members(name).text().getBytes(StandardCharsets.UTF_8));
    }

    private boolean isFlat(StructDef struct) {
        for (FieldDef field : struct.fields()) {
            String held = field.type().inlineStruct();
            if (field.type().hasPointer() || (held != null && !flat.getOrDefault(held, false))) {
                return false;
            }
        }
        return true;
    }

    /** What also depends on structs that this one only points to. */
    private StructLayout finish(StructDef struct) {
        String name = struct.fullName();
        StructMembers own = members(name);
        Measure measure = new Measure(extents, struct.packed());
        List<FieldLayout> fields = own.fields(struct, measure);
        Extent extent = measure.struct(name);
        return new StructLayout(
                struct,
                (int) extent.size(),
                extent.align(),
                flat.getOrDefault(name, false),
                own.members(),
                fields,
                own.oneofs(struct, fields),
                own.text(),
                CanonicalText.fingerprint(parts(name)));
    }

    private StructMembers members(String name) {
        StructMembers found = members.get(name);
        if (found == null) {
            throw new IllegalStateException(name + " has no members yet");
        }
        return found;
    }

    /** The parts of a canonical text. */
    private List<byte[]> parts(String name) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(texts.get(name));
        reach.from(name).forEach(reached -> parts.add(texts.get(reached)));
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
}
