package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.StructDef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one struct.
 *
 * @param size in bytes, a multiple of {@code align}
 * @param align in bytes, a power of two
 * @param flat whether it holds no pointer, directly or nested: then it may be copied with memcpy, pooled, mapped from a
 *     file and shared between processes
 * @param members in the order of their offsets; the members of a oneof's union are not among them
 * @param fields in declaration order, those of oneofs included
 * @param oneofs in declaration order
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
        List<OneofLayout> oneofs,
        String text,
        long fingerprint) {
    public StructLayout {
        members = List.copyOf(members);
        fields = List.copyOf(fields);
        oneofs = List.copyOf(oneofs);
    }

    /**
     * A member with its path in the struct.
     *
     * @param path {@code payload.text} for a member of a oneof's union, the member's name for others
     */
    public record Leaf(String path, Member member) {}

    /** All members in the order of their offsets, unions replaced by their members. */
    public List<Leaf> leaves() {
        List<Leaf> leaves = new ArrayList<>();
        for (Member member : members) {
            if (member.kind() == Member.Kind.UNION) {
                oneof(member)
                        .fields()
                        .forEach(field -> leaves.add(
                                new Leaf(member.name() + "." + field.data().name(), field.data())));
            } else {
                leaves.add(new Leaf(member.name(), member));
            }
        }
        return leaves;
    }

    /** The oneof that a case or union serves. */
    public OneofLayout oneof(Member member) {
        for (OneofLayout oneof : oneofs) {
            if (oneof.oneof().equals(member.oneof())) {
                return oneof;
            }
        }
        throw new IllegalArgumentException(member.name() + " belongs to no oneof");
    }

    /** The presence words, or null where no field has presence. */
    public @Nullable Member presence() {
        Member first = members.get(0);
        return first.kind() == Member.Kind.PRESENCE ? first : null;
    }
}
