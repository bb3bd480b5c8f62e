package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.model.FieldType;
import dev.proto2ffi.core.model.ScalarType;
import java.util.StringJoiner;

/** Javadoc of the getter and the setter of a field's element: meaning, storage, defaults, errors. */
final class FieldDocs {
    private FieldDocs() {}

    static CodeBlock getter(FieldScope scope, FieldType type) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Docs.commented(scope.field().comments(), Docs.storage(scope) + presence(scope, type)));
        CodeBlock.Builder errors = CodeBlock.builder();
        if (scope.isRepeated()) {
            errors.add("@throws $T if no element has this index\n", IndexOutOfBoundsException.class);
        }
        if (scope.isInOneof()) {
            errors.add("@throws $T if the oneof holds another field\n", IllegalStateException.class);
        }
        String corrupt = corrupt(scope, type);
        if (!corrupt.isEmpty()) {
            errors.add("@throws $T if $L\n", Types.CORRUPT_STRUCT, corrupt);
        }
        CodeBlock tags = errors.build();
        return (tags.isEmpty() ? doc : doc.add("\n").add(tags)).build();
    }

    /** What memory must hold for a getter to refuse it; empty where anything reads as something. */
    private static String corrupt(FieldScope scope, FieldType type) {
        StringJoiner reasons = new StringJoiner(", or ");
        if (scope.layout().count() != null) {
            reasons.add("the stored count is beyond the capacity");
        }
        if (type instanceof FieldType.BoundedBytes) {
            reasons.add("the stored size is beyond the bound");
        }
        if (scope.isUnbounded() || type.hasPointer()) {
            reasons.add("the stored pointer can't be one");
        }
        return reasons.toString();
    }

    /** Nothing of messages: their views say themselves what they are while there is nothing. */
    private static String presence(FieldScope scope, FieldType type) {
        return scope.hasPresence() && type.reachedStruct() == null
                ? " While it is absent, this is its default; see {@link #"
                        + scope.names().helper(Helper.HAS) + "()}."
                : "";
    }

    static CodeBlock setter(FieldScope scope, FieldType type) {
        CodeBlock.Builder doc =
                CodeBlock.builder().add(Docs.commented(scope.field().comments(), sets(scope) + Docs.storage(scope)));
        doc.add("\n");
        if (takesAllocator(scope, type)) {
            doc.add("@param allocator owns the copy's memory, which must live as long as this struct is used\n");
        }
        doc.add("@return this view\n");
        if (scope.isRepeated()) {
            doc.add("@throws $T if no element has this index\n", IndexOutOfBoundsException.class);
        }
        return doc.add(writeErrors(type)).build();
    }

    private static boolean takesAllocator(FieldScope scope, FieldType type) {
        return type instanceof FieldType.InlineMessage message
                ? !scope.run().schema().struct(message.structName()).flat()
                : type.hasPointer();
    }

    private static String sets(FieldScope scope) {
        if (scope.isInOneof()) {
            return "Sets the field, and the oneof to hold it. ";
        }
        return scope.hasPresence() ? "Sets the field and its presence. " : "Sets the field. ";
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
            boolean isInteger = type.scalar().kind() == ScalarType.Kind.SIGNED
                    || type.scalar().kind() == ScalarType.Kind.UNSIGNED;
            return isInteger ? width(IntegerStorage.of(type)) : NONE;
        }

        private static CodeBlock width(IntegerStorage storage) {
            return storage.isNarrow()
                    ? CodeBlock.of("@throws $T if the number is too wide for its storage\n", Types.FIELD_OVERFLOW)
                    : NONE;
        }

        @Override
        public CodeBlock enumValue(FieldType.EnumValue type) {
            return width(IntegerStorage.of(type));
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
            return CodeBlock.of("@throws $T if the text holds an unpaired surrogate\n", IllegalArgumentException.class);
        }

        @Override
        public CodeBlock unboundedBytes(FieldType.UnboundedBytes type) {
            return NONE;
        }

        @Override
        public CodeBlock messagePointer(FieldType.MessagePointer type) {
            return NONE;
        }

        @Override
        public CodeBlock mapEntry(FieldType.MapEntry type) {
            return NONE;
        }

        @Override
        public CodeBlock unboundedRepeated(FieldType.UnboundedRepeated type) {
            return NONE;
        }
    }
}
