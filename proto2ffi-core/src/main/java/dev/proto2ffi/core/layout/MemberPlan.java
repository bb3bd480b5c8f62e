package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a struct before they have offsets, in declaration order: what the fields need, and what the mapping
 * adds to them.
 */
record MemberPlan(List<Part> parts) {
    /** A member without an offset. */
    record Part(String name, Member.Kind kind, @Nullable FieldDef field, Extent extent) {}

    private static final Extent WORD = new Extent(Integer.BYTES, Integer.BYTES);

    /**
     * @param known layouts of all structs that this one holds inline
     */
    static MemberPlan of(StructDef struct, Map<String, StructLayout> known) {
        Names names = new Names(struct);
        List<Part> parts = new ArrayList<>();
        long bits = struct.fields().stream().filter(FieldDef::presence).count();
        if (bits > 0) {
            long words = (bits + Integer.SIZE - 1) / Integer.SIZE;
            Extent extent = new Extent(words * Integer.BYTES, Integer.BYTES);
            parts.add(new Part(names.free("p2f_has"), Member.Kind.PRESENCE, null, extent));
        }
        for (FieldDef field : struct.fields()) {
            if (field.type() instanceof FieldType.BoundedRepeated) {
                parts.add(new Part(names.free(field.name() + "_count"), Member.Kind.COUNT, field, WORD));
            }
            parts.add(new Part(field.name(), Member.Kind.DATA, field, Extent.of(field.type(), known)));
        }
        if (parts.isEmpty()) {
            parts.add(new Part(names.free("p2f_empty"), Member.Kind.EMPTY, null, new Extent(1, 1)));
        }
        return new MemberPlan(parts);
    }

    /**
     * The plan with the least padding: by falling alignment, then declaration. The presence words stay first; a 4-byte
     * member follows them where it fills the gap before a member of 8-byte alignment.
     */
    MemberPlan smallest() {
        List<Part> sorted = new ArrayList<>(parts);
        List<Part> result = new ArrayList<>();
        if (sorted.get(0).kind() == Member.Kind.PRESENCE) {
            result.add(sorted.remove(0));
        }
        sorted.sort(
                Comparator.comparingInt((Part part) -> part.extent().align()).reversed());
        if (!result.isEmpty() && !sorted.isEmpty()) {
            int next = sorted.get(0).extent().align();
            if (next > WORD.align() && result.get(0).extent().size() % next != 0) {
                sorted.stream()
                        .filter(part -> part.extent().equals(WORD))
                        .findFirst()
                        .ifPresent(filler -> {
                            sorted.remove(filler);
                            result.add(filler);
                        });
            }
        }
        result.addAll(sorted);
        return new MemberPlan(result);
    }

    /** Gives out names that no field and no earlier added member has. */
    private static final class Names {
        private final Set<String> taken = new HashSet<>();

        Names(StructDef struct) {
            struct.fields().forEach(field -> taken.add(field.name()));
        }

        String free(String wanted) {
            String name = wanted;
            while (!taken.add(name)) {
                name += "_";
            }
            return name;
        }
    }
}
