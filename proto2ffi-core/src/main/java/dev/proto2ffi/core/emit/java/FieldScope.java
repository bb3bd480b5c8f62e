package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.proto2ffi.core.layout.FieldLayout;
import dev.proto2ffi.core.layout.Member;
import dev.proto2ffi.core.layout.OneofLayout;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;

/**
 * A field, and all that printing it takes.
 *
 * @param run what the whole run shares
 * @param struct the struct that has the field
 * @param layout where the field is
 */
record FieldScope(Run run, StructLayout struct, FieldLayout layout) {
    FieldDef field() {
        return layout.field();
    }

    FieldType type() {
        return field().type();
    }

    /** The generated class. */
    ClassName owner() {
        return structNames().type();
    }

    StructNames structNames() {
        return run.names().struct(struct.struct().fullName());
    }

    FieldNames names() {
        return structNames().fields().get(field().name());
    }

    /** What messages of generated code call the field. */
    String fullName() {
        return struct.struct().fullName() + "." + field().name();
    }

    /** The number of elements that fit; 1 for singular fields. */
    int capacity() {
        if (type() instanceof FieldType.BoundedRepeated repeated) {
            return repeated.maxCount();
        }
        return type() instanceof FieldType.FixedRepeated repeated ? repeated.count() : 1;
    }

    /** The type of an element; the field's own for singular fields. */
    FieldType elementType() {
        FieldType element = type().element();
        return element == null ? type() : element;
    }

    boolean isRepeated() {
        return type().element() != null;
    }

    /** Whether its elements are behind a pointer. */
    boolean isUnbounded() {
        return type() instanceof FieldType.UnboundedRepeated;
    }

    boolean hasPresence() {
        return layout.presenceBit() >= 0;
    }

    boolean isInOneof() {
        return layout.caseMember() != null;
    }

    /** The names of the oneof that it is a member of. */
    OneofNames oneofNames() {
        return structNames().oneofs().get(field().oneof());
    }

    /** The oneof that it is a member of. */
    OneofLayout oneof() {
        Member caseMember = layout.caseMember();
        if (caseMember == null) {
            throw new IllegalStateException(fullName() + " is in no oneof");
        }
        return struct.oneof(caseMember);
    }

    /** The arguments of the runtime's Presence methods. */
    CodeBlock presenceArguments(String segment, String offset) {
        return CodeBlock.of("$L, $L + $L, $L", segment, offset, structNames().presence(), layout.presenceBit());
    }

    /** The last arguments of the runtime's Spans methods: stride, alignment, name. */
    CodeBlock spanArguments() {
        return CodeBlock.of(
                "$L, $L, $S", layout.stride(), elementType().accept(new ElementAlignment(run.schema())), fullName());
    }

    /** The offset of an element whose index is an expression that was checked. */
    CodeBlock element(String offset, CodeBlock index) {
        return CodeBlock.of("$L + $L + $LL * $L", offset, names().offset(), layout.stride(), index);
    }

    /** The class of a message. */
    ClassName message(String structName) {
        return run.names().struct(structName).type();
    }

    EnumNames enumeration(FieldType.EnumValue type) {
        return run.names().enumeration(type.definition().fullName());
    }
}
