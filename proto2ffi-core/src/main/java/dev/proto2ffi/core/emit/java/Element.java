package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;

/** How one element of a field, singular or of an array, is read and written. All expressions are of generated code. */
interface Element {
    /** The Java type of the value. */
    TypeName type();

    /**
     * An expression that reads.
     *
     * @param segment expression of the base segment
     * @param at expression of the element's offset in it
     */
    CodeBlock read(CodeBlock segment, CodeBlock at);

    /** An expression that writes {@code value}, itself an expression; nothing is written of a value that is refused. */
    CodeBlock write(CodeBlock segment, CodeBlock at, String value);

    /** What is read of a field that is absent and has no default of its own. */
    CodeBlock zero();

    /** Whether {@link #write} takes the parameter {@code allocator}, since the struct holds a pointer only. */
    default boolean isPointer() {
        return false;
    }

    /** Whether {@link #write} answers how many bytes it wrote; other types always write all of their storage. */
    default boolean answersBytesWritten() {
        return false;
    }

    /**
     * The element of a type that is stored as one value; not for messages and repeated fields.
     *
     * @param field full name of the field, for the messages of generated code
     */
    static Element of(FieldType type, String field) {
        return type.accept(new ElementOf(field));
    }

    /** One arm for each type. */
    record ElementOf(String field) implements FieldType.Visitor<Element> {
        @Override
        public Element scalar(FieldType.Scalar type) {
            return new ScalarElement(type, field);
        }

        @Override
        public Element enumValue(FieldType.EnumValue type) {
            return new EnumNumberElement(type, field);
        }

        @Override
        public Element boundedString(FieldType.BoundedString type) {
            return new StringElement(type.maxSize(), field);
        }

        @Override
        public Element boundedBytes(FieldType.BoundedBytes type) {
            return new SizedBytesElement(type.maxSize(), field);
        }

        @Override
        public Element fixedBytes(FieldType.FixedBytes type) {
            return new FixedBytesElement(type.size(), field);
        }

        @Override
        public Element unboundedString(FieldType.UnboundedString type) {
            return new UnboundedElement(Types.UNBOUNDED_STRINGS, Types.STRING, CodeBlock.of("$S", ""), field);
        }

        @Override
        public Element unboundedBytes(FieldType.UnboundedBytes type) {
            return new UnboundedElement(Types.UNBOUNDED_BYTES, Types.BYTE_ARRAY, CodeBlock.of("new byte[0]"), field);
        }

        @Override
        public Element inlineMessage(FieldType.InlineMessage type) {
            throw viewed();
        }

        @Override
        public Element messagePointer(FieldType.MessagePointer type) {
            throw viewed();
        }

        @Override
        public Element mapEntry(FieldType.MapEntry type) {
            throw viewed();
        }

        private IllegalStateException viewed() {
            return new IllegalStateException("a message is viewed, not read: " + field);
        }

        @Override
        public Element boundedRepeated(FieldType.BoundedRepeated type) {
            throw array();
        }

        @Override
        public Element fixedRepeated(FieldType.FixedRepeated type) {
            throw array();
        }

        @Override
        public Element unboundedRepeated(FieldType.UnboundedRepeated type) {
            throw array();
        }

        private IllegalStateException array() {
            return new IllegalStateException("an array is not an element: " + field);
        }
    }
}
