package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/**
 * The description of a struct that the runtime works on, which proves the layout when it is built.
 *
 * <pre>{@code
 * StructType.describe("social.Post", LAYOUT, Post::new, Elements::new)
 *     .fingerprint(0x1234L)
 *     .build(
 *         SIZE,
 *         ALIGNMENT,
 *         StructField.of("post_id", 1, "uint64", StructField.Kind.UINT, POST_ID_OFFSET, 8))
 * }</pre>
 */
final class TypeCode {
    private final Run run;
    private final StructLayout struct;
    private final StructNames names;

    private TypeCode(Run run, StructLayout struct) {
        this.run = run;
        this.struct = struct;
        this.names = run.names().struct(struct.struct().fullName());
    }

    static CodeBlock of(StructLayout struct, Run run) {
        return new TypeCode(run, struct).describe();
    }

    private CodeBlock describe() {
        String fullName = struct.struct().fullName();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.describe($S, LAYOUT, $T::new, $T::new)$>$>\n",
                        Types.STRUCT_TYPE,
                        fullName,
                        names.type(),
                        names.elements())
                .add(".fingerprint(0x$LL)\n", Long.toHexString(struct.fingerprint()));
        if (!struct.flat()) {
            code.add(".notFlat()\n");
        }
        if (run.defaulted().contains(fullName)) {
            code.add(".hasDefaults()\n");
        }
        if (struct.struct().poolSize() > 0) {
            code.add(".poolSize($L)\n", struct.struct().poolSize());
        }
        code.add(".build($>$>\nSIZE,\nALIGNMENT");
        struct.fields().forEach(field -> code.add(",\n$L", field(field)));
        return code.add(")$<$<$<$<").build();
    }

    private CodeBlock field(FieldLayout layout) {
        FieldDef field = layout.field();
        FieldNames fieldNames = names.fields().get(field.name());
        FieldType element =
                field.type().element() == null ? field.type() : field.type().element();
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($S, $L, $S, $T.Kind.$L, $L, $L)",
                        Types.STRUCT_FIELD,
                        field.name(),
                        field.number(),
                        elementName(field.protoType()),
                        Types.STRUCT_FIELD,
                        element.accept(new Kind()),
                        fieldNames.offset(),
                        layout.stride())
                .add(element.accept(new Detail(run.names())));
        if (field.type() instanceof FieldType.BoundedRepeated repeated) {
            code.add(".repeated($L, $L)", fieldNames.countOffset(), repeated.maxCount());
        } else if (field.type() instanceof FieldType.FixedRepeated repeated) {
            code.add(".fixedCount($L)", repeated.count());
        } else if (field.type() instanceof FieldType.UnboundedRepeated) {
            code.add(".unbounded()");
        }
        if (layout.presenceBit() >= 0) {
            code.add(".withPresence($L, $L)", names.presence(), layout.presenceBit());
        }
        if (layout.caseMember() != null) {
            code.add(".inOneof($S, $L)", field.oneof(), layout.caseMember().offset());
        }
        return code.build();
    }

    private static String elementName(String protoType) {
        return protoType.startsWith("repeated ") ? protoType.substring("repeated ".length()) : protoType;
    }

    /** The constant of StructField.Kind. */
    private static final class Kind implements FieldType.Visitor<String> {
        @Override
        public String scalar(FieldType.Scalar type) {
            return JavaScalar.of(type).kind();
        }

        @Override
        public String enumValue(FieldType.EnumValue type) {
            return "ENUM";
        }

        @Override
        public String boundedString(FieldType.BoundedString type) {
            return "STRING";
        }

        @Override
        public String boundedBytes(FieldType.BoundedBytes type) {
            return "BYTES";
        }

        @Override
        public String fixedBytes(FieldType.FixedBytes type) {
            return "FIXED_BYTES";
        }

        @Override
        public String inlineMessage(FieldType.InlineMessage type) {
            return "MESSAGE";
        }

        @Override
        public String boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public String fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public String unboundedString(FieldType.UnboundedString type) {
            return "UNBOUNDED_STRING";
        }

        @Override
        public String unboundedBytes(FieldType.UnboundedBytes type) {
            return "UNBOUNDED_BYTES";
        }

        @Override
        public String messagePointer(FieldType.MessagePointer type) {
            return "MESSAGE_POINTER";
        }

        @Override
        public String mapEntry(FieldType.MapEntry type) {
            return "MESSAGE";
        }

        @Override
        public String unboundedRepeated(FieldType.UnboundedRepeated type) {
            return type.element().accept(this);
        }
    }

    /** What some kinds must add to a description. */
    private record Detail(JavaNames names) implements FieldType.Visitor<CodeBlock> {
        @Override
        public CodeBlock scalar(FieldType.Scalar type) {
            return CodeBlock.of("");
        }

        @Override
        public CodeBlock enumValue(FieldType.EnumValue type) {
            ClassName java = names.enumeration(type.definition().fullName()).type();
            return CodeBlock.of(".ofEnum($T::forNumber)", java);
        }

        @Override
        public CodeBlock boundedString(FieldType.BoundedString type) {
            return CodeBlock.of(".withBound($L)", type.maxSize());
        }

        @Override
        public CodeBlock boundedBytes(FieldType.BoundedBytes type) {
            return CodeBlock.of(".withBound($L)", type.maxSize());
        }

        @Override
        public CodeBlock fixedBytes(FieldType.FixedBytes type) {
            return CodeBlock.of(".withBound($L)", type.size());
        }

        @Override
        public CodeBlock inlineMessage(FieldType.InlineMessage type) {
            return ofMessage(type.structName());
        }

        private CodeBlock ofMessage(String structName) {
            return CodeBlock.of(
                    ".ofMessage(() -> $T.TYPE)", names.struct(structName).type());
        }

        @Override
        public CodeBlock boundedRepeated(FieldType.BoundedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public CodeBlock fixedRepeated(FieldType.FixedRepeated type) {
            return type.element().accept(this);
        }

        @Override
        public CodeBlock unboundedString(FieldType.UnboundedString type) {
            return CodeBlock.of("");
        }

        @Override
        public CodeBlock unboundedBytes(FieldType.UnboundedBytes type) {
            return CodeBlock.of("");
        }

        @Override
        public CodeBlock messagePointer(FieldType.MessagePointer type) {
            return ofMessage(type.structName());
        }

        @Override
        public CodeBlock mapEntry(FieldType.MapEntry type) {
            return CodeBlock.of("$L.asMap()", ofMessage(type.structName()));
        }

        @Override
        public CodeBlock unboundedRepeated(FieldType.UnboundedRepeated type) {
            return type.element().accept(this);
        }
    }
}
