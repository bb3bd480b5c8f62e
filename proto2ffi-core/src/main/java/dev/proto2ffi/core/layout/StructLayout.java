package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.StructDef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one struct.
 *
 * @param size in bytes, a multiple of {@code align}
 * @param align in bytes, a power of two
 * @param flat whether it holds no pointer, directly or nested: then it may be copied with memcpy, pooled, mapped from a
 *     file and shared between processes
 * @param members in the order of their offsets
 * @param fields in declaration order
 * @param text this struct's part of its canonical text, ended by a newline; see {@link CanonicalText}
 * @param fingerprint first 8 bytes of the SHA-256 of the canonical text, big-endian
 */
public record StructLayout(
        StructDef struct,
        int size,
        int align,
        boolean flat,
        List<Member> members,
        List<FieldLayout> fields,
        String text,
        long fingerprint) {
    public StructLayout {
        members = List.copyOf(members);
        fields = List.copyOf(fields);
    }

    /** The presence words, or null where no field has presence. */
    public @Nullable Member presence() {
        Member first = members.get(0);
        return first.kind() == Member.Kind.PRESENCE ? first : null;
    }
}
