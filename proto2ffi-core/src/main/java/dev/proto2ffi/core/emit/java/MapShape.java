package dev.proto2ffi.core.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.proto2ffi.core.layout.StructLayout;
import dev.proto2ffi.core.model.FieldDef;
import dev.proto2ffi.core.model.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A map field, its entry's class and fields, and how both look in Java. */
record MapShape(FieldScope scope, StructLayout entryLayout) {
    MapShape(FieldScope scope) {
        this(scope, scope.run().schema().struct(entryName(scope.field())));
    }

    /** Whether a field is a map. */
    static boolean isMap(FieldDef field) {
        return field.type().element() instanceof FieldType.MapEntry;
    }

    private static String entryName(FieldDef field) {
        if (field.type().element() instanceof FieldType.MapEntry entry) {
            return entry.structName();
        }
        throw new IllegalStateException(field.name() + " is no map");
    }

    Run run() {
        return scope.run();
    }

    /** The class of the map's view. */
    ClassName type() {
        return scope.structNames().maps().get(scope.field().name());
    }

    /** The interface in the map's view that takes keys and values; it neither is in a class of its name nor hides one. */
    ClassName visitor() {
        Set<String> taken = new HashSet<>(type().simpleNames());
        for (TypeName named : List.of(keyType(), valueType())) {
            if (named instanceof ClassName className) {
                taken.addAll(className.simpleNames());
            }
        }
        return type().nestedClass(new Claims(taken).claim("Visitor"));
    }

    /** The class of the entries. */
    ClassName entry() {
        return key().owner();
    }

    /** The place of the map among the fields of its struct. */
    int index() {
        return scope.struct().fields().indexOf(scope.layout());
    }

    /** Whether keys can be put one by one. */
    boolean isBounded() {
        return scope.type() instanceof FieldType.BoundedRepeated;
    }

    FieldScope key() {
        return new FieldScope(run(), entryLayout, entryLayout.fields().get(0));
    }

    FieldScope value() {
        return new FieldScope(run(), entryLayout, entryLayout.fields().get(1));
    }

    String keyAccessor() {
        return key().names().accessor();
    }

    String valueAccessor() {
        return value().names().accessor();
    }

    /** The accessor of an enum's number. */
    String valueNumber() {
        return value().names().helper(Helper.NUMBER);
    }

    TypeName keyType() {
        return Element.of(key().type(), key().fullName()).type();
    }

    /** What the value's accessor answers. */
    TypeName valueType() {
        String struct = value().type().reachedStruct();
        if (struct != null) {
            return run().names().struct(struct).type();
        }
        if (value().type() instanceof FieldType.EnumValue type) {
            return run().names().enumeration(type.definition().fullName()).type();
        }
        return numberType();
    }

    /** As {@link #valueType}, of enums the type of the number. */
    TypeName numberType() {
        return Element.of(value().type(), value().fullName()).type();
    }

    /** What the documentation calls values that are numbers. */
    String valueWord() {
        return value().type() instanceof FieldType.EnumValue ? "number" : "value";
    }

    /** Whether setting the key takes an allocator. */
    boolean keyIsElsewhere() {
        return key().type().hasPointer();
    }

    /** Whether setting the value takes an allocator. */
    boolean valueIsElsewhere() {
        String struct = value().type().inlineStruct();
        return value().type().hasPointer()
                || struct != null && !run().schema().struct(struct).flat();
    }

    /** The statement's part that sets the key of an entry: {@code .key(allocator, key)}. */
    CodeBlock setKey() {
        return CodeBlock.of(".$N($Lkey)", keyAccessor(), keyIsElsewhere() ? "allocator, " : "");
    }
}
