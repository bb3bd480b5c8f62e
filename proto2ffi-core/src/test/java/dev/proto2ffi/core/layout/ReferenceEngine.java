package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.layout.ReferenceTypes.Room;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.Schema;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The layout specification, written a second time, in one piece and for reading; it can break one of its rules.
 *
 * <p>Texts and fingerprints are those of the true layout: what is compared is numbers.
 */
public final class ReferenceEngine {
    private final Schema schema;
    private final SchemaLayout truth;
    private final Predicate<LayoutRule> broken;
    private final Map<String, ReferenceMembers.Placed> placed = new HashMap<>();

    private ReferenceEngine(SchemaLayout truth, Predicate<LayoutRule> broken) {
        this.schema = truth.schema();
        this.truth = truth;
        this.broken = broken;
    }

    /**
     * @param truth the layout of the same schema by the engine itself
     * @param broken the rule that isn't kept; null for none
     */
    public static SchemaLayout layOut(SchemaLayout truth, @Nullable LayoutRule broken) {
        ReferenceEngine engine = new ReferenceEngine(truth, rule -> rule == broken);
        List<StructLayout> structs = new ArrayList<>();
        for (StructLayout struct : truth.structs()) {
            structs.add(engine.struct(struct.struct()));
        }
        return new SchemaLayout(engine.schema, new Reach(engine.schema), structs, List.of());
    }

    private Room room(String struct) {
        ReferenceMembers.Placed found = place(struct);
        return new Room(found.size(), found.align());
    }

    private ReferenceMembers.Placed place(String name) {
        ReferenceMembers.Placed found = placed.get(name);
        if (found == null) {
            StructDef struct = schema.struct(name);
            found = new ReferenceMembers(struct, types(struct), broken).place();
            placed.put(name, found);
        }
        return found;
    }

    private ReferenceTypes types(StructDef struct) {
        return new ReferenceTypes(struct, broken, this::room);
    }

    private StructLayout struct(StructDef struct) {
        ReferenceMembers.Placed own = place(struct.fullName());
        List<FieldLayout> fields = new ArrayList<>();
        int bits = 0;
        int allBits = (int) struct.fields().stream().filter(FieldDef::presence).count();
        for (FieldDef field : struct.fields()) {
            int bit = field.presence() ? bits++ : -1;
            if (bit >= 0 && broken.test(LayoutRule.PRESENCE_BITS_IN_ORDER)) {
                bit = allBits - 1 - bit;
            }
            Member data = own.data(field);
            FieldType element = field.type().element();
            int stride = element == null
                    ? data.size()
                    : (int) element.accept(types(struct)).size();
            fields.add(new FieldLayout(field, data, own.count(field), own.caseOf(field), bit, stride));
        }
        List<OneofLayout> oneofs = new ArrayList<>();
        for (OneofDef oneof : struct.oneofs()) {
            List<FieldLayout> members = fields.stream()
                    .filter(field -> oneof.name().equals(field.field().oneof()))
                    .toList();
            oneofs.add(
                    new OneofLayout(oneof, own.of(Member.Kind.CASE, oneof), own.of(Member.Kind.UNION, oneof), members));
        }
        StructLayout original = truth.struct(struct.fullName());
        return new StructLayout(
                struct,
                (int) own.size(),
                (int) own.align(),
                original.flat(),
                own.members(),
                fields,
                oneofs,
                original.text(),
                original.fingerprint());
    }
}
