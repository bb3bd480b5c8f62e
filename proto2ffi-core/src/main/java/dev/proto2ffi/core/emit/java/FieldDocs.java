package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.model.FieldType;

/** Javadoc of the getter and the setter of a field's element: meaning, storage, defaults, errors. */
final class FieldDocs {
    private FieldDocs() {}

    static CodeBlock getter(FieldScope scope, FieldType type) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Docs.commented(scope.field().comments(), Docs.storage(scope) + presence(scope)));
        CodeBlock.Builder errors = CodeBlock.builder();
        if (scope.layout().count() != null) {
            errors.add("@throws $T if no element has this index\n", IndexOutOfBoundsException.class);
            errors.add("@throws $T if the stored count is beyond the capacity\n", Types.CORRUPT_STRUCT);
        } else if (scope.type() instanceof FieldType.FixedRepeated) {
            errors.add("@throws $T if no element has this index\n", IndexOutOfBoundsException.class);
        }
        if (type instanceof FieldType.BoundedBytes) {
            errors.add("@throws $T if the stored size is beyond the bound\n", Types.CORRUPT_STRUCT);
        }
        CodeBlock tags = errors.build();
        return (tags.isEmpty() ? doc : doc.add("\n").add(tags)).build();
    }

    private static String presence(FieldScope scope) {
        return scope.hasPresence()
                ? " While it is absent, this is its default; see {@link #"
                        + scope.names().helper(Helper.HAS) + "()}."
                : "";
    }

    static CodeBlock setter(FieldScope scope, FieldType type) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Docs.commented(
                        scope.field().comments(),
                        (scope.hasPresence() ? "Sets the field and its presence. " : "Sets the field. ")
                                + Docs.storage(scope)));
        doc.add("\n@return this view\n");
        if (scope.isRepeated()) {
            doc.add("@throws $T if no element has this index\n", IndexOutOfBoundsException.class);
        }
        return doc.add(writeErrors(type)).build();
    }

    /** The tags that tell what can be wrong with a value. */
    static CodeBlock writeErrors(FieldType type) {
        return type.accept(new WriteErrors());
    }

    /** What can be wrong with a value. */
    private static final class WriteErrors implements FieldType.Visitor<CodeBlock> {
        private static final CodeBlock NONE = CodeBlock.of("");

        @Override
        public CodeBlock scalar(FieldType.Scalar type) {
            return NONE;
        }

        @Override
        public CodeBlock enumValue(FieldType.EnumValue type) {
            return type.definition().storageSize() == Integer.BYTES
                    ? NONE
                    : CodeBlock.of("@throws $T if the number is too wide for its storage\n", Types.FIELD_OVERFLOW);
        }

        @Override
        public CodeBlock boundedString(FieldType.BoundedString type) {
            return CodeBlock.builder()
                    .add(
                            "@throws $T if the text has more than $L bytes of UTF-8\n",
                            Types.FIELD_OVERFLOW,
                            type.maxSize() - 1)
                    .add(
                            "@throws $T if the text holds U+0000 or an unpaired surrogate\n",
                            IllegalArgumentException.class)
                    .build();
        }

        @Override
        public CodeBlock boundedBytes(FieldType.BoundedBytes type) {
            return CodeBlock.of("@throws $T if there are more than $L bytes\n", Types.FIELD_OVERFLOW, type.maxSize());
        }

        @Override
        public CodeBlock fixedBytes(FieldType.FixedBytes type) {
            return CodeBlock.of("@throws $T unless there are $L bytes\n", IllegalArgumentException.class, type.size());
        }

        @Override
        public CodeBlock inlineMessage(FieldType.InlineMessage type) {
            return NONE;
        }

        @Override
        public CodeBlock boundedRepeated(FieldType.BoundedRepeated type) {
            return NONE;
        }

        @Override
        public CodeBlock fixedRepeated(FieldType.FixedRepeated type) {
            return NONE;
        }

        @Override
        public CodeBlock unboundedString(FieldType.UnboundedString type) {
            throw new IllegalStateException("unboundedString");
        }

        @Override
        public CodeBlock unboundedBytes(FieldType.UnboundedBytes type) {
            throw new IllegalStateException("unboundedBytes");
        }

        @Override
        public CodeBlock messagePointer(FieldType.MessagePointer type) {
            throw new IllegalStateException("messagePointer");
        }

        @Override
        public CodeBlock mapEntry(FieldType.MapEntry type) {
            throw new IllegalStateException("mapEntry");
        }

        @Override
        public CodeBlock unboundedRepeated(FieldType.UnboundedRepeated type) {
            throw new IllegalStateException("unboundedRepeated");
        }
    }
}
