package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldType;
import java.util.HashMap;
import java.util.Map;

/**
 * How many bytes of the structs of a schema hold nothing. What a oneof's shorter fields leave of its union is no padding,
 * nor is what stands in them.
 */
public final class PaddingCosts {
    private final Map<String, Long> inside = new HashMap<>();
    private final Map<String, Long> own = new HashMap<>();

    private PaddingCosts() {}

    /** Relies on the order of the layouts: each struct behind those that it holds. */
    public static PaddingCosts of(SchemaLayout schema) {
        PaddingCosts costs = new PaddingCosts();
        for (StructLayout layout : schema.structs()) {
            String name = layout.struct().fullName();
            costs.own.put(name, ownOf(layout));
            costs.inside.put(name, costs.insideOf(layout));
        }
        return costs;
    }

    private static long ownOf(StructLayout layout) {
        return layout.size() - layout.members().stream().mapToLong(Member::size).sum();
    }

    /** Bytes between the members of a struct and behind the last. */
    public long own(StructLayout layout) {
        return own.getOrDefault(layout.struct().fullName(), 0L);
    }

    /** Bytes within the members of a struct. */
    public long inside(StructLayout layout) {
        return inside.getOrDefault(layout.struct().fullName(), 0L);
    }

    /** All bytes of padding in one value of a field, or in one element of a repeated one, also where it is only pointed to. */
    public long inElement(FieldLayout field) {
        FieldType type = field.field().type();
        FieldType element = type.element() == null ? type : type.element();
        String struct = element.inlineStruct();
        if (struct != null) {
            return own.getOrDefault(struct, 0L) + inside.getOrDefault(struct, 0L);
        }
        if (element instanceof FieldType.BoundedBytes bytes) {
            return field.stride() - Integer.BYTES - (long) bytes.maxSize();
        }
        return 0;
    }

    /** How many values of a field the struct itself holds: 0 where they are elsewhere. */
    public static int elements(FieldLayout field) {
        FieldType type = field.field().type();
        if (type instanceof FieldType.BoundedRepeated repeated) {
            return repeated.maxCount();
        }
        if (type instanceof FieldType.FixedRepeated repeated) {
            return repeated.count();
        }
        return type instanceof FieldType.UnboundedRepeated ? 0 : 1;
    }

    private long insideOf(StructLayout layout) {
        long sum = 0;
        for (FieldLayout field : layout.fields()) {
            if (field.caseMember() == null) {
                sum += inElement(field) * elements(field);
            }
        }
        for (OneofLayout oneof : layout.oneofs()) {
            int largest = oneof.fields().stream()
                    .mapToInt(field -> field.data().size())
                    .max()
                    .orElse(0);
            sum += oneof.union().size() - largest;
        }
        return sum;
    }
}
