package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.OneofDef;
import java.util.List;

/**
 * A oneof and the members that serve it.
 *
 * @param caseMember where the number of the field that is set stands; 0 for none
 * @param union where the data of that field stands
 * @param fields its fields, in declaration order; each one's data is a member of the union
 */
public record OneofLayout(OneofDef oneof, Member caseMember, Member union, List<FieldLayout> fields) {
    public OneofLayout {
        fields = List.copyOf(fields);
    }
}
