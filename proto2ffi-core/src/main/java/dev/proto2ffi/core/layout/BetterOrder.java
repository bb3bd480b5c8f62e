package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.StructDef;
import java.util.List;

/**
 * An order of a struct's members in which it is smaller: the one that {@code order = SMALLEST} gives it.
 *
 * @param size in bytes; less than the struct's
 * @param members all of the struct's, in the order of the offsets that they would have; a union's own members are not
 *     among them
 */
public record BetterOrder(StructDef struct, int size, List<Member> members) {
    public BetterOrder {
        members = List.copyOf(members);
    }
}
