package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.model.Comments;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.List;
import java.util.StringJoiner;

/** Javadoc: the schema's comments made safe, and what a user must know of a field's storage. */
final class Docs {
    private Docs() {}

    /** Any text as Javadoc: no tags, no end of comment, no unicode escapes; an empty line begins a paragraph. */
    static String escape(String text) {
        StringJoiner lines = new StringJoiner("\n");
        boolean inText = false;
        boolean paragraph = false;
        for (String line : text.split("\n", -1)) {
            String trimmed = line.strip();
            if (trimmed.isEmpty()) {
                paragraph = inText;
                continue;
            }
            if (paragraph) {
                lines.add("");
            }
            lines.add((paragraph ? "<p>" : "") + escapeLine(trimmed));
            paragraph = false;
            inText = true;
        }
        return lines.toString();
    }

    private static String escapeLine(String line) {
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace("/*", "/&#42;");
    }

    /** A schema's comment, then a paragraph of ours; only ours where there is no comment. */
    static CodeBlock commented(Comments comments, String text) {
        return commented(comments, CodeBlock.of("$L", text));
    }

    /** As {@link #commented(Comments, String)}, for text that names types. */
    static CodeBlock commented(Comments comments, CodeBlock text) {
        String comment = escape(comments.text());
        return comment.isEmpty() ? CodeBlock.of("$L\n", text) : CodeBlock.of("$L\n\n<p>$L\n", comment, text);
    }

    /** The types of a method's parameters, as a link to it names them. */
    static CodeBlock linkTypes(List<ParameterSpec> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of("$T", parameter.type()))
                .collect(CodeBlock.joining(", "));
    }

    /** Javadoc of this text. */
    static CodeBlock line(String text) {
        return CodeBlock.of("$L\n", text);
    }

    /** {@code uint64 post_id = 1}, its C type, place and size, as every accessor of a field tells it. */
    static String storage(FieldScope scope) {
        Member data = scope.layout().data();
        return "{@code " + scope.field().protoType() + " " + scope.field().name() + " = "
                + scope.field().number() + "}; in C {@code " + cType(scope.type()) + "} at offset " + data.offset()
                + ", " + data.size() + (data.size() == 1 ? " byte." : " bytes.") + remark(scope.elementType());
    }

    /** The declaration in C, without the name. */
    private static String cType(FieldType type) {
        return type.accept(new CType());
    }

    private static String remark(FieldType type) {
        if (type instanceof FieldType.BoundedString text) {
            return " Holds at most " + (text.maxSize() - 1) + " bytes of UTF-8.";
        }
        if (type instanceof FieldType.BoundedBytes bytes) {
            return " Holds at most " + bytes.maxSize() + " bytes.";
        }
        return type instanceof FieldType.Scalar scalar ? width(scalar) + sign(scalar) : "";
    }

    private static String width(FieldType.Scalar type) {
        boolean isInteger =
                type.scalar().kind() == ScalarType.Kind.SIGNED || type.scalar().kind() == ScalarType.Kind.UNSIGNED;
        return isInteger && IntegerStorage.of(type).isNarrow()
                ? " Holds " + IntegerStorage.of(type).range() + "."
                : "";
    }

    private static String sign(FieldType.Scalar type) {
        if (type.scalar().kind() != ScalarType.Kind.UNSIGNED
                || IntegerStorage.of(type).isNarrow()) {
            return "";
        }
        return TypeName.LONG.equals(JavaScalar.of(type).type())
                ? " Unsigned: from 2^63 on it reads as negative; see {@code Long.toUnsignedString} and"
                        + " {@code Long.compareUnsigned}."
                : " Unsigned: from 2^31 on it reads as negative.";
    }

    private static final class CType implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            return JavaScalar.of(type).cType();
        }

        @Override
        public String enumValue(FieldType.EnumValue type) {
            return "int" + type.storageSize() * Byte.SIZE + "_t";
        }

        @Override
        public String boundedString(FieldType.BoundedString type) {
            return "char[" + type.maxSize() + "]";
        }

        @Override
        public String boundedBytes(FieldType.BoundedBytes type) {
            return "struct { uint32_t size; uint8_t data[" + type.maxSize() + "]; }";
        }

        @Override
        public String fixedBytes(FieldType.FixedBytes type) {
            return "uint8_t[" + type.size() + "]";
        }

        @Override
        public String inlineMessage(FieldType.InlineMessage type) {
            return "struct " + type.structName();
        }

        @Override
        public String boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this) + "[" + type.maxCount() + "]";
        }

        @Override
        public String fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this) + "[" + type.count() + "]";
        }

        @Override
        public String unboundedString(FieldType.UnboundedString type) {
            return "struct { const char *data; uint64_t size; }";
        }

        @Override
        public String unboundedBytes(FieldType.UnboundedBytes type) {
            return "struct { const uint8_t *data; uint64_t size; }";
        }

        @Override
        public String messagePointer(FieldType.MessagePointer type) {
            return "struct " + type.structName() + " *";
        }

        @Override
        public String mapEntry(FieldType.MapEntry type) {
            return "struct " + type.structName();
        }

        @Override
        public String unboundedRepeated(FieldType.UnboundedRepeated type) {
            return "struct { " + type.element().accept(this) + " *data; uint64_t size; }";
        }
    }
}
