package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import org.jspecify.annotations.Nullable;

/**
 * One field of a struct and the members that serve it.
 *
 * @param data where its data is; for a member of a oneof, a member of the union
 * @param count where the number of its elements is; null but for bounded repeated and map fields
 * @param caseMember where the case of its oneof is; null outside of oneofs
 * @param presenceBit index of its bit in the presence words, from 0; -1 where it has none
 * @param stride bytes from one element to the next of a repeated or map field, in the struct or where its pointer
 *     points; the size of the data for singular fields
 */
public record FieldLayout(
        FieldDef field,
        Member data,
        @Nullable Member count,
        @Nullable Member caseMember,
        int presenceBit,
        int stride) {}
