package dev.proto2ffi.core.layout;

import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * A layout as text, for people and for fingerprints. The grammar is documented in {@code docs/layout.md}:
 *
 * <pre>
 * struct social.Post size 5584 align 8
 *   post_id uint64_t at 0 size 8
 *   tags_count uint32_t at 8 size 4
 * </pre>
 */
final class CanonicalText {
    private CanonicalText() {}

    /** The text of one struct by itself, ended by a newline. */
    static String of(String fullName, Placement placement, Map<String, List<Member>> unions) {
        StringBuilder out = new StringBuilder();
        out.append("struct ").append(fullName);
        out.append(" size ").append(placement.size());
        out.append(" align ").append(placement.align()).append('\n');
        for (Member member : placement.members()) {
            line(member.name(), member, out);
            unions.getOrDefault(member.name(), List.of())
                    .forEach(inner -> line(member.name() + "." + inner.name(), inner, out));
        }
        return out.toString();
    }

    private static void line(String name, Member member, StringBuilder out) {
        out.append("  ").append(name).append(' ').append(type(member));
        out.append(" at ").append(member.offset());
        out.append(" size ").append(member.size()).append('\n');
    }

    /**
     * The first 8 bytes of the SHA-256 of a canonical text, as a big-endian number.
     *
     * @param parts the struct's own text in UTF-8, then those of all that it reaches, sorted by name
     */
    static long fingerprint(Iterable<byte[]> parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (byte[] part : parts) {
            digest.update(part);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** How a member's bits are stored. */
    static String type(Member member) {
        return switch (member.kind()) {
            case PRESENCE -> "uint32_t[" + member.size() / Integer.BYTES + "]";
            case COUNT -> "uint32_t";
            case CASE -> "int32_t";
            case UNION -> "union";
            case EMPTY -> "uint8_t";
            case DATA -> member.requireField().type().accept(new TypeText());
        };
    }

    private static final class TypeText implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            ScalarType scalar = type.scalar();
            return switch (scalar.kind()) {
                case SIGNED -> "int" + type.storageSize() * 8 + "_t";
                case UNSIGNED -> "uint" + type.storageSize() * 8 + "_t";
                case FLOATING -> scalar == ScalarType.DOUBLE ? "double" : "float";
                case BOOL -> "bool";
            };
        }

        @Override
        public String enumValue(FieldType.EnumValue type) {
            int bits = type.storageSize() * Byte.SIZE;
            // Behind a pointer nothing else says how wide the elements are.
            return "enum" + (bits == Integer.SIZE ? "" : bits) + " "
                    + type.definition().fullName();
        }

        @Override
        public String boundedString(FieldType.BoundedString type) {
            return "char[" + type.maxSize() + "]";
        }

        @Override
        public String boundedBytes(FieldType.BoundedBytes type) {
            return "bytes[" + type.maxSize() + "]";
        }

        @Override
        public String fixedBytes(FieldType.FixedBytes type) {
            return "uint8_t[" + type.size() + "]";
        }

        @Override
        public String unboundedString(FieldType.UnboundedString type) {
            return "string*";
        }

        @Override
        public String unboundedBytes(FieldType.UnboundedBytes type) {
            return "bytes*";
        }

        @Override
        public String inlineMessage(FieldType.InlineMessage type) {
            return "struct " + type.structName();
        }

        @Override
        public String messagePointer(FieldType.MessagePointer type) {
            return "struct " + type.structName() + "*";
        }

        @Override
        public String mapEntry(FieldType.MapEntry type) {
            return "struct " + type.structName();
        }

        @Override
        public String boundedRepeated(FieldType.BoundedRepeated type) {
            return array(type.element(), type.maxCount());
        }

        @Override
        public String fixedRepeated(FieldType.FixedRepeated type) {
            return array(type.element(), type.count());
        }

        @Override
        public String unboundedRepeated(FieldType.UnboundedRepeated type) {
            return "span(" + type.element().accept(this) + ")";
        }

        /** The outermost dimension stands first, as in C: four strings of 32 bytes are {@code char[4][32]}. */
        private String array(FieldType element, int count) {
            String text = element.accept(this);
            int dimension = text.indexOf('[');
            return dimension < 0 || element instanceof FieldType.BoundedBytes
                    ? text + "[" + count + "]"
                    : text.substring(0, dimension) + "[" + count + "]" + text.substring(dimension);
        }
    }
}
