package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.OneofDef;
import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    record Part(
            String name,
            Member.Kind kind,
            @Nullable FieldDef field,
            @Nullable OneofDef oneof,
            Extent extent) {
        /** The member at an offset. */
        Member at(long offset) {
            return new Member(name, kind, field, oneof, (int) offset, (int) extent.size(), extent.align());
        }
    }

    /** The members of one struct. */
    static MemberPlan of(StructDef struct, Measure measure) {
        return new MemberPlan(new Planner(struct, measure).plan());
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
            if (next > Integer.BYTES && result.get(0).extent().size() % next != 0) {
                sorted.stream()
                        .filter(part -> part.extent().isWord())
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

    private static final class Planner {
        private final StructDef struct;
        private final Measure measure;
        private final Names names;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, OneofDef> oneofs = new HashMap<>();

        Planner(StructDef struct, Measure measure) {
            this.struct = struct;
            this.measure = measure;
            this.names = new Names(struct);
            struct.oneofs().forEach(oneof -> oneofs.put(oneof.name(), oneof));
        }

        List<Part> plan() {
            long bits = struct.fields().stream().filter(FieldDef::presence).count();
            if (bits > 0) {
                long words = (bits + Integer.SIZE - 1) / Integer.SIZE;
                Extent word = measure.word();
                Extent extent = new Extent(words * word.size(), word.align());
                parts.add(new Part(names.free("p2f_has"), Member.Kind.PRESENCE, null, null, extent));
            }
            for (FieldDef field : struct.fields()) {
                if (field.oneof() == null) {
                    add(field);
                } else if (oneofs.containsKey(field.oneof())) {
                    add(oneofs.remove(field.oneof()));
                }
            }
            if (parts.isEmpty()) {
                parts.add(new Part(names.free("p2f_empty"), Member.Kind.EMPTY, null, null, new Extent(1, 1)));
            }
            return parts;
        }

        private void add(FieldDef field) {
            if (field.type() instanceof FieldType.BoundedRepeated) {
                parts.add(
                        new Part(names.free(field.name() + "_count"), Member.Kind.COUNT, field, null, measure.word()));
            }
            parts.add(new Part(field.name(), Member.Kind.DATA, field, null, measure.data(field)));
        }

        /** A oneof stands where its first member stands. */
        private void add(OneofDef oneof) {
            parts.add(new Part(names.free(oneof.name() + "_case"), Member.Kind.CASE, null, oneof, measure.word()));
            parts.add(new Part(oneof.name(), Member.Kind.UNION, null, oneof, measure.union(struct.membersOf(oneof))));
        }
    }

    /** Gives out names that no field, no oneof and no earlier added member has; a oneof's members have a scope of their own. */
    private static final class Names {
        private final Set<String> taken = new HashSet<>();

        Names(StructDef struct) {
            struct.fields().stream().filter(field -> field.oneof() == null).forEach(field -> taken.add(field.name()));
            struct.oneofs().forEach(oneof -> taken.add(oneof.name()));
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
