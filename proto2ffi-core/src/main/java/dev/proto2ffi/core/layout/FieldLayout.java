package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldDef;
import org.jspecify.annotations.Nullable;

/**
 * One field of a struct and the members that serve it.
 *
 * @param data where its data is
 * @param count where the number of its elements is; null but for bounded repeated fields
 * @param presenceBit index of its bit in the presence words, from 0; -1 where it has none
 * @param stride bytes from one element to the next of a repeated field; the size of the data otherwise
 */
public record FieldLayout(
        FieldDef field, Member data, @Nullable Member count, int presenceBit, int stride) {}
