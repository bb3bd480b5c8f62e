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
    CodeBlock read(String segment, CodeBlock at);

    /** An expression that writes {@code value}, itself an expression. */
    CodeBlock write(String segment, CodeBlock at, String value);

    /** What is read of a field that is absent and has no default of its own. */
    CodeBlock zero();

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
            return new ScalarElement(type.scalar());
        }

        @Override
        public Element enumValue(FieldType.EnumValue type) {
            return new EnumNumberElement(type.definition().storageSize(), field);
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
        public Element inlineMessage(FieldType.InlineMessage type) {
            throw new IllegalStateException("a message is viewed, not read: " + field);
        }

        @Override
        public Element boundedRepeated(FieldType.BoundedRepeated type) {
            throw new IllegalStateException("an array is not an element: " + field);
        }

        @Override
        public Element fixedRepeated(FieldType.FixedRepeated type) {
            throw new IllegalStateException("an array is not an element: " + field);
        }

        @Override
        public Element unboundedString(FieldType.UnboundedString type) {
            throw new IllegalStateException("unboundedString");
        }

        @Override
        public Element unboundedBytes(FieldType.UnboundedBytes type) {
            throw new IllegalStateException("unboundedBytes");
        }

        @Override
        public Element messagePointer(FieldType.MessagePointer type) {
            throw new IllegalStateException("messagePointer");
        }

        @Override
        public Element mapEntry(FieldType.MapEntry type) {
            throw new IllegalStateException("mapEntry");
        }

        @Override
        public Element unboundedRepeated(FieldType.UnboundedRepeated type) {
            throw new IllegalStateException("unboundedRepeated");
        }
    }
}
