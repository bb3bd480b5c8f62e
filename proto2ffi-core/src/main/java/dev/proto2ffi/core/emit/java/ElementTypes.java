package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.model.FieldType;

/** The Java type that an element's accessor answers: for enums the constant, for messages the view. */
final class ElementTypes {
    private ElementTypes() {}

    static TypeName of(FieldScope scope, FieldType element) {
        if (element instanceof FieldType.EnumValue value) {
            return scope.enumeration(value).type();
        }
        return element instanceof FieldType.InlineMessage message
                ? scope.message(message.structName())
                : Element.of(element, scope.fullName()).type();
    }
}
